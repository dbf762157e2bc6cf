package dev.shirube.endpoint.starttls;

import static dev.shirube.endpoint.TlsBytes.hex;
import static dev.shirube.endpoint.TlsBytes.join;
import static dev.shirube.endpoint.starttls.Script.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each dialogue by the bytes of both sides, whole and in pieces. */
class StartTlsDialoguesTest {

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void goesOverToTlsOnceTheServerHasAgreed(StartTls protocol) {
        for (int piece : new int[] {1, 2, 7, 4096}) {
            Script script = Scripts.agreeing().get(protocol);
            Script.Played played = script.server(hex("160303")).play(piece);
            assertThat(played.conversation().failure()).isEmpty();
            assertThat(played.conversation().clearReceived()).isEqualTo(script.received().length - 3);
            assertThat(played.inTls()).isEqualTo(hex("160303"));
            assertThat(played.conversation().finished()).isFalse();
        }
    }

    /**
     * What Postfix 3.7, Dovecot 2.3, vsftpd 3.0, OpenLDAP 2.5, Prosody 0.12, INN 2.7, PostgreSQL 15, MariaDB 10.11 and xrdp
     * 0.9 said on loopback, also the seeds of the fuzzer.
     */
    @ParameterizedTest
    @EnumSource(StartTls.class)
    void understandsRealServers(StartTls protocol) throws IOException {
        byte[] seed = StartTlsFuzz.seed(protocol);
        assertThat(StartTls.values()[seed[0]]).isEqualTo(protocol);
        for (int piece : new int[] {1, 5, 4096}) {
            StartTlsConversation conversation = new StartTlsConversation(protocol, "localhost", new Refusing());
            String said = new String(conversation.opening(), StandardCharsets.ISO_8859_1);
            for (int at = 2; at < seed.length; at += piece) {
                assertThat(said).doesNotEndWith("-hello-");
                byte[] say = conversation.receive(seed, at, Math.min(piece, seed.length - at));
                said += new String(say, StandardCharsets.ISO_8859_1);
            }
            assertThat(conversation.failure()).isEmpty();
            assertThat(said).endsWith("-hello-");
        }
    }

    /** What would be executed or believed inside TLS came outside of it. */
    @ParameterizedTest
    @EnumSource(StartTls.class)
    void givesNothingToTlsThatStoodBehindTheAgreement(StartTls protocol) {
        StartTlsConversation conversation = new StartTlsConversation(protocol, "mail.example", new Refusing());
        conversation.opening();
        byte[] bytes = join(Scripts.agreeing().get(protocol).received(), ascii("250 injected\r\n"));
        byte[] said = conversation.receive(bytes, 0, bytes.length);
        assertThat(conversation.finished()).isTrue();
        assertThat(conversation.failure())
                .contains(new StartTlsFailure(
                        protocol, Kind.CLEAR_TEXT_BEHIND, "14 bytes of clear text behind its agreement"));
        assertThat(new String(said, StandardCharsets.ISO_8859_1)).doesNotContain("-hello-");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(Kind.REFUSED, "it answers 554 to a connection", smtp().server("554 go away\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "its answer to EHLO does not name it",
                        smtp().server("220 x\r\n")
                                .client("EHLO shirube.invalid\r\n")
                                .server("250-x\r\n250 XSTARTTLS\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers 502 to EHLO",
                        smtp().server("220 x\r\n")
                                .client("EHLO shirube.invalid\r\n")
                                .server("502 what?\r\n")),
                refused(
                        Kind.REFUSED,
                        "it answers 421 to EHLO",
                        smtp().server("220 x\r\n")
                                .client("EHLO shirube.invalid\r\n")
                                .server("421 too busy\r\n")),
                refused(
                        Kind.REFUSED,
                        "it answers 454 to STARTTLS",
                        smtp().server("220 x\r\n")
                                .client("EHLO shirube.invalid\r\n")
                                .server("250 STARTTLS\r\n")
                                .client("STARTTLS\r\n")
                                .server("454 TLS not available\r\n")),
                refused(
                        Kind.MALFORMED,
                        "no answer to STARTTLS that the protocol has",
                        smtp().server("220 x\r\n")
                                .client("EHLO shirube.invalid\r\n")
                                .server("250 STARTTLS\r\n")
                                .client("STARTTLS\r\n")
                                .server("250 fine\r\n")),
                refused(Kind.REFUSED, "it answers BYE to a connection", imap().server("* BYE busy\r\n")),
                refused(Kind.REFUSED, "it answers PREAUTH to a connection", imap().server("* PREAUTH hi\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "its answer to CAPABILITY does not name it",
                        imap().server("* OK hi\r\n")
                                .client("a1 CAPABILITY\r\n")
                                .server(
                                        "* CAPABILITY IMAP4rev1 XSTARTTLSX\r\n* NO warning STARTTLS\r\na1 OK done\r\n")),
                refused(
                        Kind.REFUSED,
                        "it answers NO to STARTTLS",
                        imap().server("* OK hi\r\n")
                                .client("a1 CAPABILITY\r\n")
                                .server("* CAPABILITY STARTTLS\r\na1 OK done\r\n")
                                .client("a2 STARTTLS\r\n")
                                .server("a2 NO not now\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "its answer to CAPA does not name it",
                        pop3().server("+OK hi\r\n").client("CAPA\r\n").server("+OK\r\nUIDL\r\n.\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers -ERR to STLS",
                        pop3().server("+OK hi\r\n")
                                .client("CAPA\r\n")
                                .server("-ERR unknown\r\n")
                                .client("STLS\r\n")
                                .server("-ERR unknown\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "its answer to a connection does not name it",
                        Script.of(StartTls.SIEVE).server("\"SIEVE\" \"STARTTLS\"\r\nOK\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers 530 to AUTH",
                        Script.of(StartTls.FTP)
                                .server("220 x\r\n")
                                .client("AUTH TLS\r\n")
                                .server("530 Please login with USER and PASS.\r\n")),
                refused(
                        Kind.REFUSED,
                        "it answers 431 to AUTH",
                        Script.of(StartTls.FTP)
                                .server("220 x\r\n")
                                .client("AUTH TLS\r\n")
                                .server("431 later\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers 500 to STARTTLS",
                        Script.of(StartTls.NNTP)
                                .server("201 x\r\n")
                                .client("CAPABILITIES\r\n")
                                .server("500 what?\r\n")
                                .client("STARTTLS\r\n")
                                .server("500 what?\r\n")),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers result code 2 to StartTLS",
                        ldap().server(hex("300c 020101 7807 0a0102 0400 0400"))),
                refused(
                        Kind.REFUSED,
                        "it answers result code 52 to StartTLS",
                        ldap().server(hex("30840000000c 020101 7807 0a0134 0400 0400"))),
                refused(
                        Kind.REFUSED,
                        "it disconnects with result code 51",
                        ldap().server(hex("300c 020100 7807 0a0133 0400 0400"))),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers N to SSLRequest",
                        postgres().server("N")),
                refused(
                        Kind.REFUSED,
                        "it answers an error to SSLRequest",
                        postgres().server(join(hex("45 0000000a"), ascii("SFATAL\0")))),
                refused(
                        Kind.NOT_OFFERED,
                        "its greeting does not name it",
                        Script.of(StartTls.MYSQL).server(Scripts.mysqlGreeting(0xA2FF))),
                refused(
                        Kind.REFUSED,
                        "it answers error 1130 to a connection",
                        Script.of(StartTls.MYSQL).server(join(hex("09000000 ff6a04"), ascii("denied")))),
                refused(
                        Kind.NOT_OFFERED,
                        "it chooses standard RDP security",
                        rdp().server(hex("03000013 0ed00000123400 02010800 00000000"))),
                refused(
                        Kind.NOT_OFFERED,
                        "it negotiates no security protocol",
                        rdp().server(hex("0300000b 06d00000123400"))),
                refused(
                        Kind.NOT_OFFERED,
                        "it answers failure code 2 to a connection request",
                        rdp().server(hex("03000013 0ed00000123400 03000800 02000000"))),
                refused(
                        Kind.REFUSED,
                        "it answers failure code 5 to a connection request",
                        rdp().server(hex("03000013 0ed00000123400 03000800 05000000"))),
                refused(
                        Kind.MALFORMED,
                        "it chooses a security protocol that was not offered",
                        rdp().server(hex("03000013 0ed00000123400 02000800 08000000"))),
                refused(
                        Kind.NOT_OFFERED,
                        "its features do not name it",
                        xmpp().server("<stream:stream><stream:features><starttls xmlns='x'/></stream:features>")),
                refused(
                        Kind.NOT_OFFERED,
                        "its features do not name it",
                        xmpp().server("<stream:stream version='1.0'>\n<stream:features/>")),
                refused(
                        Kind.REFUSED,
                        "it answers the stream with host-unknown",
                        xmpp().server("<stream:stream><stream:error><host-unknown xmlns='a'/></stream:error>")),
                refused(
                        Kind.REFUSED,
                        "it answers the stream with another condition",
                        xmpp().server("<stream:stream><stream:error><be-my-guest/></stream:error>")),
                refused(
                        Kind.REFUSED,
                        "it answers failure to starttls",
                        xmpp().server(Scripts.XMPP_FEATURES)
                                .client(Scripts.XMPP_ASK)
                                .server("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>")),
                refused(
                        Kind.MALFORMED,
                        "XML that XMPP does not have",
                        xmpp().server("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhyTlsDidNotBegin(StartTls protocol, Kind kind, String reason, Script script) {
        for (int piece : new int[] {1, 3, 4096}) {
            Script.Played played = script.play(piece);
            assertThat(played.conversation().failure()).contains(new StartTlsFailure(protocol, kind, reason));
            assertThat(played.conversation().finished()).isTrue();
            assertThat(played.inTls()).isEmpty();
        }
    }

    /** QUIT, LOGIN and the like are never said: there is nothing to end or to authenticate. */
    @Test
    void saysNothingButWhatLeadsToTls() {
        Script.Played played = Scripts.agreeing().get(StartTls.SMTP).play(4096);
        assertThat(played.conversation().clearSent()).isEqualTo("EHLO shirube.invalid\r\nSTARTTLS\r\n".length());
    }

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void tellsAServerThatSpeaksTlsAtOnce(StartTls protocol) {
        assertFailure(protocol, hex("15 0301 0002 02 46"), Kind.TLS_AT_ONCE, "it speaks TLS at once");
    }

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void tellsAServerThatSpeaksSomethingElse(StartTls protocol) {
        assertFailure(protocol, ascii("HTTP/1.1 400 Bad Request\r\n\r\n"), Kind.OTHER_PROTOCOL, "it answers in HTTP");
        assertFailure(protocol, ascii("SSH-2.0-OpenSSH_10.0\r\n"), Kind.OTHER_PROTOCOL, "it answers in SSH");
    }

    @Test
    void tellsOneLineProtocolFromAnother() {
        String mail = "it greets like a mail or file server before STARTTLS";
        assertFailure(StartTls.SMTP, ascii("* OK IMAP4rev1\r\n"), Kind.OTHER_PROTOCOL, mail);
        assertFailure(StartTls.IMAP, ascii("+OK POP3\r\n"), Kind.OTHER_PROTOCOL, mail);
        assertFailure(StartTls.POP3, ascii("220 ESMTP\r\n"), Kind.OTHER_PROTOCOL, mail);
        assertFailure(StartTls.NNTP, ascii("220 ESMTP\r\n"), Kind.OTHER_PROTOCOL, mail);
        assertFailure(StartTls.LDAP, ascii("220 ESMTP\r\n"), Kind.OTHER_PROTOCOL, mail);
    }

    private static void assertFailure(StartTls protocol, byte[] bytes, Kind kind, String reason) {
        StartTlsConversation conversation = new StartTlsConversation(protocol, "a.test", new Refusing());
        conversation.opening();
        conversation.receive(bytes, 0, bytes.length);
        assertThat(conversation.failure()).contains(new StartTlsFailure(protocol, kind, reason));
    }

    private static Arguments refused(Kind kind, String reason, Script script) {
        return Arguments.of(script.protocol, kind, reason, script);
    }

    private static Script smtp() {
        return Script.of(StartTls.SMTP);
    }

    private static Script imap() {
        return Script.of(StartTls.IMAP);
    }

    private static Script pop3() {
        return Script.of(StartTls.POP3);
    }

    private static Script ldap() {
        return Script.of(StartTls.LDAP).client(Scripts.LDAP_REQUEST);
    }

    private static Script postgres() {
        return Script.of(StartTls.POSTGRES).client(Scripts.POSTGRES_REQUEST);
    }

    private static Script rdp() {
        return Script.of(StartTls.RDP).client(Scripts.RDP_REQUEST);
    }

    private static Script xmpp() {
        return Script.of(StartTls.XMPP).client(Scripts.xmppOpening("", "client"));
    }
}
