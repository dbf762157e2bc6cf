package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanTarget.StartTls;
import dev.shirube.standard.peer.Counterparts;
import dev.shirube.standard.peer.PlainPeers;
import dev.shirube.standard.peer.Running;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Real servers that do not go over to TLS, each for a reason that is told. */
@Tag("slow")
@Timeout(300)
class StartTlsRefusalTest {
    /** What each server says when TLS is off, by the protocol. */
    private static final Map<StartTls, String> REASONS = Map.ofEntries(
            Map.entry(StartTls.SMTP, "its answer to EHLO does not name it"),
            Map.entry(StartTls.LMTP, "its answer to LHLO does not name it"),
            Map.entry(StartTls.IMAP, "its answer to CAPABILITY does not name it"),
            Map.entry(StartTls.POP3, "its answer to CAPA does not name it"),
            Map.entry(StartTls.SIEVE, "its answer to a connection does not name it"),
            Map.entry(StartTls.FTP, "it answers 530 to AUTH"),
            Map.entry(StartTls.LDAP, "it answers result code 2 to StartTLS"),
            Map.entry(StartTls.XMPP, "its features do not name it"),
            Map.entry(StartTls.XMPP_SERVER, "its features do not name it"),
            Map.entry(StartTls.POSTGRES, "it answers N to SSLRequest"),
            Map.entry(StartTls.MYSQL, "its greeting does not name it"),
            Map.entry(StartTls.RDP, "it chooses standard RDP security"));

    /** INN names STARTTLS among its capabilities even where it cannot start it. */
    private static final String LISTED_AND_REFUSED = "probe wide: it answers 580 to STARTTLS";

    @TestFactory
    Stream<DynamicTest> saysThatAServerDoesNotOfferIt() {
        return PlainPeers.all().entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Running server = it.getValue().start()) {
                        for (String listener : server.listeners()) {
                            StartTls protocol = StartTls.of(listener).orElseThrow();
                            String reason = REASONS.get(protocol);
                            Diagnostic only = only(server, listener, protocol, "localhost");
                            assertThat(only.code())
                                    .as(only.toString())
                                    .isEqualTo(
                                            reason == null
                                                    ? DiagnosticCode.HOST_UNDECIDED
                                                    : DiagnosticCode.STARTTLS_NOT_OFFERED);
                            assertThat(only.arguments().get(1)).isEqualTo(reason == null ? LISTED_AND_REFUSED : reason);
                        }
                    }
                }));
    }

    @Test
    void tellsAServerThatSpeaksTlsAtOnceFromOneThatIsSilent() throws Exception {
        try (Running server = Counterparts.ofThisMachine().get("nginx").start()) {
            Scanned scanned = scan(server, "tls", StartTls.IMAP, "localhost");
            assertThat(scanned.findings()).isEmpty();
            assertThat(scanned.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactlyInAnyOrder(DiagnosticCode.HOST_STALLED, DiagnosticCode.HOST_OTHER_PROTOCOL);
            assertThat(only(server, "tls", StartTls.RDP, "localhost").arguments())
                    .containsExactly("RDP", "it answers in HTTP");
        }
    }

    @Test
    void tellsOneProtocolFromAnother() throws Exception {
        try (Running server = Counterparts.ofThisMachine().get("dovecot").start()) {
            Diagnostic only = only(server, "pop3", StartTls.IMAP, "localhost");
            assertThat(only.code()).isEqualTo(DiagnosticCode.HOST_OTHER_PROTOCOL);
        }
    }

    @Test
    void namesTheConditionOfAStreamThatIsRefused() throws Exception {
        try (Running server = Counterparts.ofThisMachine().get("prosody").start()) {
            Diagnostic only = only(server, "xmpp", StartTls.XMPP, "another.example");
            assertThat(only.code()).isEqualTo(DiagnosticCode.HOST_UNDECIDED);
            assertThat(only.arguments().get(1)).endsWith("it answers the stream with host-unknown");
        }
    }

    private static Diagnostic only(Running server, String listener, StartTls protocol, String name) throws Exception {
        Scanned scanned = scan(server, listener, protocol, name);
        assertThat(scanned.findings()).isEmpty();
        assertThat(scanned.diagnostics()).hasSize(1);
        return scanned.diagnostics().get(0);
    }

    private static Scanned scan(Running server, String listener, StartTls protocol, String name) throws Exception {
        EndpointTarget target = new EndpointTarget(
                Scheme.TLS,
                "127.0.0.1",
                server.port(listener),
                Optional.of(name),
                Optional.of(protocol),
                ProbePlan.TRIAGE);
        return Scanned.of(target, Scanned.CONTEXT);
    }
}
