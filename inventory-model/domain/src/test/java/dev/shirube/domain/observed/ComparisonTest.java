package dev.shirube.domain.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.observed.Comparison.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final String TLS = "tls://www.example.jp:443";
    private static final String SSH = "ssh://www.example.jp:22";

    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<AssignedEndpoint> endpoints = new ArrayList<>();
    private boolean elsewhere = true;

    private Inventory inventory() {
        Map<Coverage.Key, Coverage.Amount> rows = new TreeMap<>();
        rows.put(new Coverage.Key(TLS, "endpoint-tls", Coverage.Outcome.READ), new Coverage.Amount(1, 9));
        if (elsewhere) {
            rows.put(new Coverage.Key(".", "settings", Coverage.Outcome.READ), new Coverage.Amount(1, 9));
        }
        return new Inventory(
                new TreeMap<>(), findings, List.of(), new TreeMap<>(Map.of("hp", new Coverage(rows))), endpoints);
    }

    private void observe(String location, State state) {
        ObservedFact fact = new ObservedFact(EndpointProfile.PQC_SUPPORTED, state, "alert 40", "pqc-groups");
        endpoints.add(new AssignedEndpoint("hp", new EndpointProfile(location, "triage", List.of(fact))));
    }

    private void add(CryptoAsset asset, EvidenceKind kind, String location, String symbol, CodeContext context) {
        Occurrence at = new Occurrence(location, OptionalInt.of(12), OptionalInt.empty(), "", symbol, 0, kind, context);
        findings.add(new AssignedFinding(
                "hp",
                new Finding(
                        asset,
                        at,
                        CryptoFunction.TLS,
                        Category.TLS,
                        Confidence.LIKELY,
                        Evidence.direct("settings", "1", symbol, List.of()))));
    }

    private void setting(String protocol, String... groups) {
        add(
                new CryptoAsset.Protocol(protocol, Optional.empty(), List.of(), List.of(groups), List.of()),
                EvidenceKind.CONFIGURATION,
                "conf/nginx.conf",
                "ssl_ecdh_curve",
                CodeContext.MAIN);
    }

    private void library(String name, String version) {
        add(
                CryptoAsset.Library.of("pkg:generic/" + name, version),
                EvidenceKind.MANIFEST,
                "Dockerfile",
                name,
                CodeContext.MAIN);
    }

    private Comparison only() {
        List<Comparison> all = Comparison.of(inventory());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aLibraryThatOffersHybridsAndAnEndpointThatDoesNot() {
        library("openssl", "3.5.0");
        observe(TLS, State.NOT_SUPPORTED);
        Comparison comparison = only();
        assertThat(comparison.outcome()).isEqualTo(Outcome.DECLARED_NOT_OBSERVED);
        assertThat(comparison.discrepancy().orElseThrow().text().en())
                .isEqualTo(
                        "Only classical key establishment was observed (probe pqc-groups: alert 40), although this system"
                                + " declares post-quantum: openssl 3.5.0 (Dockerfile:12). Check which program answers there, which"
                                + " library it runs on, and whether its groups are fixed.");
        assertThat(comparison.discrepancy().orElseThrow().text().ja())
                .contains("プローブ pqc-groups", "openssl 3.5.0 (Dockerfile:12)", "ください");
    }

    @Test
    void aSettingThatNamesAHybridComesBeforeALibrary() {
        library("openssl", "3.5.0");
        setting("tls", "X25519MLKEM768", "x25519");
        observe(TLS, State.NOT_SUPPORTED);
        assertThat(only().discrepancy().orElseThrow().diagnostic().arguments().get(0))
                .isEqualTo("openssl 3.5.0 (Dockerfile:12), ssl_ecdh_curve X25519MLKEM768,x25519 (conf/nginx.conf:12)");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPORTED, true, OBSERVED_NOT_DECLARED",
        "SUPPORTED, false, DECLARATION_OPEN",
        "NOT_SUPPORTED, true, DECLARATION_OPEN",
        "UNKNOWN, true, OBSERVATION_OPEN"
    })
    void whereNothingIsDeclaredOnlyWhatWasScannedCanContradict(State state, boolean scanned, Outcome outcome) {
        elsewhere = scanned;
        observe(TLS, state);
        assertThat(only().outcome()).isEqualTo(outcome);
        assertThat(only().discrepancy().isPresent()).isEqualTo(outcome == Outcome.OBSERVED_NOT_DECLARED);
    }

    @ParameterizedTest
    @CsvSource({
        "X25519MLKEM768, SUPPORTED, AGREES",
        "X25519MLKEM768, NOT_SUPPORTED, DECLARED_NOT_OBSERVED",
        "X25519MLKEM768, UNKNOWN, OBSERVATION_OPEN",
        "secp256r1, NOT_SUPPORTED, AGREES",
        "secp256r1, SUPPORTED, OBSERVED_NOT_DECLARED",
        "never-heard-of, SUPPORTED, DECLARATION_OPEN",
        "never-heard-of, NOT_SUPPORTED, DECLARATION_OPEN"
    })
    void aListOfGroupsDeclares(String group, State state, Outcome outcome) {
        setting("tls", group);
        observe(TLS, state);
        assertThat(only().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "mlkem768x25519-sha256, NOT_SUPPORTED, DECLARED_NOT_OBSERVED",
        "curve25519-sha256, NOT_SUPPORTED, AGREES",
        "curve25519-sha256, SUPPORTED, OBSERVED_NOT_DECLARED"
    })
    void sshIsHeldAgainstSettingsOfSsh(String method, State state, Outcome outcome) {
        setting("tls", "X25519MLKEM768");
        setting("ssh", method);
        observe(SSH, state);
        assertThat(only().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, NOT_SUPPORTED, DECLARED_NOT_OBSERVED",
        "8.9, SUPPORTED, OBSERVED_NOT_DECLARED",
        "8.9, NOT_SUPPORTED, AGREES"
    })
    void aVersionOfOpensshDeclaresForSsh(String version, State state, Outcome outcome) {
        library("openssh", version);
        observe(SSH, state);
        assertThat(only().outcome()).isEqualTo(outcome);
    }

    @Test
    void testCodeDeclaresNothing() {
        add(
                CryptoAsset.Library.of("pkg:generic/openssl", "3.5.0"),
                EvidenceKind.MANIFEST,
                "test/Dockerfile",
                "openssl",
                CodeContext.TEST);
        observe(TLS, State.NOT_SUPPORTED);
        assertThat(only().declared()).isEmpty();
    }

    @Test
    void anotherSystemsLibraryDeclaresNothingHere() {
        library("openssl", "3.5.0");
        endpoints.add(new AssignedEndpoint(
                "other",
                new EndpointProfile(
                        TLS,
                        "triage",
                        List.of(new ObservedFact(EndpointProfile.PQC_SUPPORTED, State.NOT_SUPPORTED, "", "")))));
        assertThat(Discrepancy.of(inventory())).isEmpty();
    }

    @Test
    void aDiscrepancyBecomesARowOnce() {
        setting("tls", "secp256r1");
        observe(TLS, State.SUPPORTED);
        Inventory once = Comparison.compared(inventory());
        assertThat(once.diagnostics())
                .extracting(
                        AssignedDiagnostic::system,
                        it -> it.diagnostic().code(),
                        it -> it.diagnostic().location())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hp", DiagnosticCode.OBSERVED_NOT_DECLARED, TLS));
        assertThat(Comparison.compared(once)).isEqualTo(once);
        assertThat(once.endpoints()).hasSize(1);
    }

    @Test
    void manyDeclarationsAreNamedInPartAndCounted() {
        for (String version : List.of("3.5.0", "3.5.1", "3.5.2", "3.5.3", "3.5.4")) {
            library("openssl", version);
        }
        observe(TLS, State.NOT_SUPPORTED);
        assertThat(only().discrepancy().orElseThrow().text().en()).contains("3.5.2 (Dockerfile:12), and 2 more");
        assertThat(only().discrepancy().orElseThrow().text().ja()).contains("、ほか 2 件");
    }

    @Test
    void aPlanThatAsksLessTakesNothingAway() {
        observe(TLS, State.SUPPORTED);
        ObservedFact open = new ObservedFact(EndpointProfile.PQC_SUPPORTED, State.UNKNOWN, "no answer", "");
        ObservedFact version = new ObservedFact("version/TLS 1.3", State.SUPPORTED, "", "wide");
        endpoints.add(new AssignedEndpoint("hp", new EndpointProfile(TLS, "full", List.of(open, version))));
        ObservedEndpoint endpoint = ObservedEndpoint.of(inventory()).get(0);
        assertThat(endpoint.fact(EndpointProfile.PQC_SUPPORTED).state()).isEqualTo(State.SUPPORTED);
        assertThat(endpoint.supported(EndpointProfile.VERSION)).containsExactly("TLS 1.3");
        assertThat(endpoint.plans()).containsExactly("full", "triage");
        assertThat(endpoint.notAsked())
                .contains(EndpointProfile.PQC_ONLY)
                .doesNotContain(EndpointProfile.PQC_SUPPORTED);
    }
}
