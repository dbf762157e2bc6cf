package dev.shirube.endpoint.ssh;

import static dev.shirube.domain.ObservedFact.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.wire.WireWriter;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that mean no good, or speak something else: a typed reason, no claim, no exception. */
@Timeout(20)
class SshHostileTest {
    private static final byte[] GREETING = ascii("SSH-2.0-x\r\n");

    static Stream<Arguments> servers() {
        return Stream.of(
                server("HTTP", ascii("HTTP/1.1 400 Bad Request\r\n\r\n"), DiagnosticCode.HOST_OTHER_PROTOCOL),
                server("SMTP", ascii("220 mail.example.jp ESMTP\r\n"), DiagnosticCode.HOST_OTHER_PROTOCOL),
                server("a TLS alert", new byte[] {21, 3, 3, 0, 2, 2, 40}, DiagnosticCode.HOST_OTHER_PROTOCOL),
                server("SSH 1 alone", ascii("SSH-1.5-OldOne\n"), DiagnosticCode.HOST_UNDECIDED),
                server("an endless greeting", ascii("x".repeat(40_000)), DiagnosticCode.LIMIT_REACHED),
                server("endless lines", ascii("x\r\n".repeat(20_000)), DiagnosticCode.LIMIT_REACHED),
                server("a long identification", ascii("SSH-2.0-" + "x".repeat(300)), DiagnosticCode.HOST_MALFORMED),
                server("an identification without version", ascii("SSH-\n"), DiagnosticCode.HOST_UNDECIDED),
                server("MaxStartups", ascii("Exceeded MaxStartups\r\n"), DiagnosticCode.HOST_UNDECIDED),
                server("penalties", ascii("Not allowed at this time\r\n"), DiagnosticCode.HOST_UNDECIDED),
                server("nothing", new byte[0], DiagnosticCode.HOST_UNDECIDED),
                server("a greeting alone", GREETING, DiagnosticCode.HOST_UNDECIDED),
                server("its own greeting twice", join(GREETING, GREETING), DiagnosticCode.HOST_MALFORMED),
                server(
                        "a packet of 2 GB",
                        join(GREETING, bytes(0x7F, 0xFF, 0xFF, 0xFF, 4)),
                        DiagnosticCode.HOST_MALFORMED),
                server(
                        "a packet of 4 GB",
                        join(GREETING, bytes(0xFF, 0xFF, 0xFF, 0xFF, 4)),
                        DiagnosticCode.HOST_MALFORMED),
                server("an empty packet", join(GREETING, bytes(0, 0, 0, 0, 0)), DiagnosticCode.HOST_MALFORMED),
                server(
                        "padding alone",
                        join(GREETING, bytes(0, 0, 0, 6, 5, 0, 0, 0, 0, 0)),
                        DiagnosticCode.HOST_MALFORMED),
                server("a disconnect", join(GREETING, packet(disconnect())), DiagnosticCode.HOST_UNDECIDED),
                server("a cut KEXINIT", join(GREETING, packet(bytes(20, 1, 2, 3))), DiagnosticCode.HOST_MALFORMED),
                server(
                        "a reply before KEXINIT",
                        join(GREETING, packet(bytes(31, 0, 0, 0, 0))),
                        DiagnosticCode.HOST_MALFORMED),
                server("endless notices", join(GREETING, repeat(packet(bytes(2)), 100)), DiagnosticCode.LIMIT_REACHED),
                server(
                        "names that control a terminal",
                        join(GREETING, packet(write(offer(List.of("\u001b[31m"), List.of("ssh-rsa"))))),
                        DiagnosticCode.HOST_MALFORMED),
                server(
                        "empty names",
                        join(GREETING, packet(write(offer(List.of("", ""), List.of("ssh-rsa"))))),
                        DiagnosticCode.HOST_MALFORMED),
                server(
                        "thousands of names",
                        join(GREETING, packet(write(offer(Collections.nCopies(5_000, "x"), List.of("ssh-rsa"))))),
                        DiagnosticCode.LIMIT_REACHED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void leadsToATypedReasonAndNoClaim(String name, byte[] received, DiagnosticCode code) {
        for (int pieces : List.of(1, 7, 1 << 20)) {
            Seen seen = seen(received, pieces);
            assertThat(seen.codes()).containsExactly(code);
            assertThat(seen.detection().derived()).isEmpty();
            assertThat(seen.verdicts()).containsOnly(UNKNOWN);
            assertThat(seen.algorithms()).isEmpty();
        }
    }

    @Test
    void theReasonsOfOpenSshAreToldApart() {
        assertThat(seen(ascii("Exceeded MaxStartups\r\n"), 5).reason(EndpointProfile.PQC_SUPPORTED))
                .contains("MaxStartups");
        assertThat(seen(ascii("Not allowed at this time\r\n"), 5).reason(EndpointProfile.PQC_SUPPORTED))
                .contains("PerSourcePenalties");
        assertThat(seen(ascii("SSH-1.5-x\n"), 5).reason(EndpointProfile.PQC_SUPPORTED))
                .contains("SSH 1");
        assertThat(seen(ascii("SSH-1.5-x\n"), 5).supported("version/")).containsExactly("SSH 1");
    }

    @Test
    void namesThatNobodyKnowsAreKeptAndDecideNothing() {
        Seen seen = seen(
                join(
                        GREETING,
                        packet(write(offer(
                                List.of("super-kex@example.jp", "kex-strict-s-v00@openssh.com"),
                                List.of("ssh-super@example.jp"))))),
                64);
        assertThat(seen.supported("kex/")).containsExactly("super-kex@example.jp");
        assertThat(seen.verdicts().get(0)).isEqualTo(UNKNOWN);
        assertThat(seen.verdicts().get(4)).isEqualTo(UNKNOWN);
        assertThat(seen.algorithms()).hasSize(2).allMatch(it -> it.contains("super"));
    }

    @Test
    void gssMethodsAreAsClassicalAsTheGroupWithin() {
        SshNames names = SshNames.KEY_EXCHANGES;
        for (String name : List.of("gss-group14-sha256-toWM5Slw5Ew8Mqkay+al2g==", "gss-gex-sha1-x", "gss-", "gss-x")) {
            assertThat(names.isClassical(name)).as(name).isTrue();
        }
        assertThat(names.algorithm("gss-group14-sha256-x")).isEqualTo(names.algorithm("diffie-hellman-group14-sha256"));
        assertThat(names.algorithm("gss-nistp256-sha256-x")).isEqualTo(names.algorithm("ecdh-sha2-nistp256"));
        assertThat(SshNames.HOST_KEYS.isClassical("x509v3-ecdsa-sha2-nistp256")).isTrue();
    }

    /** RFC 4253 section 7: what follows a wrong guess is to be ignored. */
    @Test
    void aWrongGuessOfTheServerIsSkipped() {
        KexInit guessing = new KexInit(
                List.of("diffie-hellman-group1-sha1", "curve25519-sha256"),
                List.of("ssh-ed25519"),
                List.of("aes128-ctr"),
                List.of("aes128-ctr"),
                List.of("hmac-sha2-256"),
                List.of("hmac-sha2-256"),
                List.of("none"),
                List.of("none"),
                true);
        byte[] key = new WireWriter().string("ssh-ed25519").string(new byte[32]).toByteArray();
        byte[] signature =
                new WireWriter().string("ssh-ed25519").string(new byte[64]).toByteArray();
        byte[] reply = new WireWriter()
                .uint8(31)
                .string(key)
                .string(new byte[32])
                .string(signature)
                .toByteArray();
        Seen seen = seen(join(GREETING, packet(write(guessing)), packet(bytes(31, 9, 9)), packet(reply)), 1 << 20);
        assertThat(seen.supported("host-key-shown/")).containsExactly("ssh-ed25519");
        assertThat(seen.codes()).isEmpty();
    }

    @Test
    void aSecondKexInitTakesNothingFromTheFirst() {
        byte[] offer = packet(write(offer(List.of("curve25519-sha256"), List.of("ssh-ed25519"))));
        Seen seen = seen(join(GREETING, offer, offer), 11);
        assertThat(seen.supported("kex/")).containsExactly("curve25519-sha256");
        assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_MALFORMED, DiagnosticCode.HOST_UNDECIDED);
    }

    @Test
    void aHostKeyOfAnotherTypeThanAgreedIsNoClaim() {
        byte[] key = new WireWriter().string("ssh-ed25519").string(new byte[32]).toByteArray();
        byte[] reply = new WireWriter()
                .uint8(31)
                .string(key)
                .string(new byte[32])
                .string(new WireWriter().string("rsa-sha2-512").toByteArray())
                .toByteArray();
        Seen seen = seen(
                join(
                        GREETING,
                        packet(write(offer(List.of("curve25519-sha256"), List.of("rsa-sha2-512")))),
                        packet(reply)),
                3);
        assertThat(seen.supported("host-key-shown/")).isEmpty();
        assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_MALFORMED, DiagnosticCode.HOST_UNDECIDED);
    }

    /** What a conversation that hears these bytes and then nothing more leads to. */
    private static Seen seen(byte[] received, int pieces) {
        SshCourse course = new SshCourse(ProbePlan.TRIAGE, new SecureRandom());
        Attempt attempt = course.next().orElseThrow();
        byte[] sent = Replay.hear(attempt.conversation(), received, pieces);
        Ending ending = attempt.conversation().finished() ? Ending.ANSWERED : Ending.CLOSED;
        Exchange exchange = attempt.exchange(Instant.EPOCH, new Outcome(sent, received, ending, ""));
        course.add(exchange);
        assertThat(course.next()).isEmpty();
        return Seen.of(new SshTranscriptDetector(), new Transcript("ssh://127.0.0.1:22", List.of(exchange)));
    }

    private static KexInit offer(List<String> keyExchanges, List<String> hostKeys) {
        List<String> none = List.of("none");
        List<String> cipher = List.of("aes128-ctr");
        List<String> mac = List.of("hmac-sha2-256");
        return new KexInit(keyExchanges, hostKeys, cipher, cipher, mac, mac, none, none, false);
    }

    private static byte[] write(KexInit offer) {
        return offer.write(new byte[KexInit.COOKIE]);
    }

    private static byte[] disconnect() {
        return new WireWriter().uint8(1).uint32(2).string("bye").string("").toByteArray();
    }

    private static byte[] packet(byte[] payload) {
        return new WireWriter()
                .uint32(1 + payload.length + 4)
                .uint8(4)
                .bytes(payload)
                .bytes(new byte[4])
                .toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        WireWriter out = new WireWriter();
        Stream.of(parts).forEach(out::bytes);
        return out.toByteArray();
    }

    private static byte[] repeat(byte[] bytes, int times) {
        WireWriter out = new WireWriter();
        for (int i = 0; i < times; i++) {
            out.bytes(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        WireWriter out = new WireWriter();
        for (int value : values) {
            out.uint8(value);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Arguments server(String name, byte[] received, DiagnosticCode code) {
        return Arguments.of(name, received, code);
    }
}
