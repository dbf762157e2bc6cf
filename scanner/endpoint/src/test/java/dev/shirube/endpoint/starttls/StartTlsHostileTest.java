package dev.shirube.endpoint.starttls;

import static dev.shirube.endpoint.TlsBytes.hex;
import static dev.shirube.endpoint.TlsBytes.join;
import static dev.shirube.endpoint.starttls.Script.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that mean harm, or are broken: an end within the bounds, and a typed reason. */
@Timeout(20)
class StartTlsHostileTest {
    private static final int FLOOD = 1 << 20;

    static Stream<Arguments> floods() {
        String lines = "more than 100 lines before TLS";
        String unit = "more than 8192 bytes of one answer before TLS";
        return Stream.of(
                flood(StartTls.SMTP, "", "220-hello\r\n", lines),
                flood(StartTls.SMTP, "220 x\r\n", "250-STARTTLS\r\n", lines),
                flood(StartTls.SMTP, "", "220-hello", unit),
                flood(StartTls.LMTP, "220 x\r\n", "250-SIZE\r\n", lines),
                flood(StartTls.IMAP, "* OK x\r\n", "* 1 EXISTS\r\n", lines),
                flood(StartTls.IMAP, "* OK x\r\n* CAPABILITY STARTTLS\r\na1 OK\r\n", "* 1 EXISTS\r\n", lines),
                flood(StartTls.POP3, "+OK x\r\n+OK\r\n", "STLS\r\n", lines),
                flood(StartTls.SIEVE, "", "\"STARTTLS\"\r\n", lines),
                flood(StartTls.FTP, "220-x\r\n", "\r\n", lines),
                flood(StartTls.NNTP, "200 x\r\n101 x\r\n", "STARTTLS\r\n", lines),
                flood(StartTls.XMPP, "<stream:stream>", "<a/>", lines),
                flood(StartTls.XMPP, "<stream:stream>", "                ", unit),
                flood(StartTls.XMPP, "", " ", unit),
                flood(StartTls.XMPP_SERVER, "<stream:stream a='", ">", unit),
                Arguments.of(StartTls.LDAP, hex("3084 00100000"), new byte[] {0}, Kind.LIMIT, unit),
                Arguments.of(StartTls.LDAP, hex("3084 7fffffff"), new byte[] {0}, Kind.LIMIT, unit),
                Arguments.of(StartTls.LDAP, hex("3084 ffffffff"), new byte[] {0}, Kind.LIMIT, unit),
                Arguments.of(StartTls.RDP, hex("0300ffff"), new byte[] {0}, Kind.LIMIT, unit));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void endsAFloodWithinTheBounds(StartTls protocol, byte[] first, byte[] more, Kind kind, String reason) {
        for (int piece : new int[] {1, 100, 4096}) {
            StartTlsConversation conversation = conversation(protocol);
            byte[] flood = flood(first, more);
            int at = 0;
            while (!conversation.finished() && at < flood.length) {
                conversation.receive(flood, at, Math.min(piece, flood.length - at));
                at += piece;
            }
            assertThat(conversation.failure()).contains(new StartTlsFailure(protocol, kind, reason));
            assertThat(conversation.clearReceived()).isLessThanOrEqualTo(ClearText.BYTES + piece);
        }
    }

    @Test
    void takesNoMoreThanItsBytesInManyShortEnoughLines() {
        StartTlsConversation conversation = conversation(StartTls.IMAP);
        byte[] line = ascii("* " + "x".repeat(2_000) + "\r\n");
        byte[] greeting = ascii("* OK\r\n");
        conversation.receive(greeting, 0, greeting.length);
        int lines = 0;
        while (!conversation.finished()) {
            conversation.receive(line, 0, line.length);
            lines++;
        }
        assertThat(lines).isEqualTo(33);
        assertThat(conversation.failure().orElseThrow().reason()).isEqualTo("more than 65536 bytes before TLS");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(StartTls.LDAP, hex("3080 0000"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("3085 0000000001"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("3000"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("3003 020101"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("3005 0204010101"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("300c 020102 7807 0a0100 0400 0400"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("300c 0201ff 7807 0a0100 0400 0400"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("300c 020101 6107 0a0100 0400 0400"), Kind.MALFORMED),
                Arguments.of(StartTls.LDAP, hex("3006 020101 7884 ff"), Kind.MALFORMED),
                Arguments.of(StartTls.MYSQL, hex("05000000 0a 38000000"), Kind.MALFORMED),
                Arguments.of(StartTls.MYSQL, hex("03000000 0a 3838"), Kind.MALFORMED),
                Arguments.of(StartTls.MYSQL, hex("01000000 0a"), Kind.MALFORMED),
                Arguments.of(StartTls.MYSQL, hex("02000000 ff69"), Kind.MALFORMED),
                Arguments.of(StartTls.MYSQL, hex("01000000 09"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.MYSQL, hex("00000000"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.MYSQL, hex("01000001 0a"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.RDP, hex("03000004"), Kind.MALFORMED),
                Arguments.of(StartTls.RDP, hex("0300000b 06e00000123400"), Kind.MALFORMED),
                Arguments.of(StartTls.RDP, hex("03000013 0ed00000123400 07000800 01000000"), Kind.MALFORMED),
                Arguments.of(StartTls.POSTGRES, hex("45 ffffffff"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.POSTGRES, hex("00"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.XMPP, ascii("<html>"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.XMPP, ascii("</stream:stream>"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.XMPP, ascii("<>"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.XMPP, ascii("<stream:stream><?xml a?>"), Kind.MALFORMED),
                Arguments.of(StartTls.XMPP, ascii("<stream:stream><![CDATA[<proceed/>]]>"), Kind.MALFORMED),
                Arguments.of(StartTls.IMAP, ascii("* OK\r\na2 OK\r\n"), Kind.MALFORMED),
                Arguments.of(StartTls.POP3, ascii("+OK\r\nSTLS\r\n"), Kind.MALFORMED),
                Arguments.of(StartTls.SMTP, ascii("\r\n"), Kind.OTHER_PROTOCOL),
                Arguments.of(StartTls.SMTP, ascii("220\r\n2500 STARTTLS\r\n"), Kind.MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsBroken(StartTls protocol, byte[] bytes, Kind kind) {
        for (int piece : new int[] {1, 4096}) {
            StartTlsConversation conversation = conversation(protocol);
            for (int at = 0; at < bytes.length && !conversation.finished(); at += piece) {
                conversation.receive(bytes, at, Math.min(piece, bytes.length - at));
            }
            assertThat(conversation.failure().map(StartTlsFailure::kind)).contains(kind);
        }
    }

    /** A proceed that nobody asked for, or that belongs to something else, is none. */
    @Test
    void doesNotTakeAnyProceedForAnAgreement() {
        byte[] early = ascii("<stream:stream>" + Scripts.XMPP_PROCEED);
        StartTlsConversation conversation = conversation(StartTls.XMPP);
        conversation.receive(early, 0, early.length);
        byte[] features =
                ascii("<f:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></f:features><proceed/>");
        assertThat(conversation.receive(features, 0, features.length)).isEqualTo(ascii(Scripts.XMPP_ASK));
        assertThat(conversation.failure()).isEmpty();
        byte[] proceed = ascii("<proceed xmlns=\"urn:ietf:params:xml:ns:xmpp-tls\"></proceed>");
        assertThat(conversation.receive(proceed, 0, proceed.length)).isEqualTo(Script.HELLO);
    }

    /** Half a line is no line, and the end of a connection no answer. */
    @ParameterizedTest
    @EnumSource(StartTls.class)
    void waitsForTheWholeAgreement(StartTls protocol) {
        byte[] all = Scripts.agreeing().get(protocol).received();
        StartTlsConversation conversation = conversation(protocol);
        conversation.receive(all, 0, all.length - 1);
        assertThat(conversation.finished()).isFalse();
        assertThat(conversation.failure()).isEmpty();
    }

    /** What the fuzzer's driver would call, over real dialogues and changes of them. */
    @ParameterizedTest
    @EnumSource(StartTls.class)
    void survivesChangesOfEveryDialogue(StartTls protocol) throws IOException {
        Random random = new Random(protocol.ordinal());
        byte[] seed = StartTlsFuzz.seed(protocol);
        StartTlsFuzz.fuzzerTestOneInput(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = join(seed, seed);
            changed[1] = (byte) random.nextInt();
            int changes = random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                changed[2 + random.nextInt(changed.length - 2)] = (byte) random.nextInt();
            }
            StartTlsFuzz.fuzzerTestOneInput(Arrays.copyOf(changed, random.nextInt(changed.length + 1)));
        }
    }

    private static Arguments flood(StartTls protocol, String first, String more, String reason) {
        return Arguments.of(protocol, ascii(first), ascii(more), Kind.LIMIT, reason);
    }

    private static byte[] flood(byte[] first, byte[] more) {
        byte[] flood = join(first, new byte[FLOOD]);
        for (int at = first.length; at < flood.length; at++) {
            flood[at] = more[(at - first.length) % more.length];
        }
        return flood;
    }

    private static StartTlsConversation conversation(StartTls protocol) {
        StartTlsConversation conversation = new StartTlsConversation(protocol, "a.test", new Refusing());
        conversation.opening();
        return conversation;
    }
}
