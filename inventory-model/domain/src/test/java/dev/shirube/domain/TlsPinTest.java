package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.TlsPin.Effect;
import dev.shirube.domain.TlsPin.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TlsPinTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    private static Finding finding(CryptoAsset.Protocol protocol, EvidenceKind kind, Evidence evidence) {
        return new Finding(
                protocol,
                new Occurrence("A.class", OptionalInt.of(1), OptionalInt.empty(), "", "set", 0, kind, CodeContext.MAIN),
                CryptoFunction.TLS,
                Category.TLS,
                Confidence.CERTAIN,
                evidence);
    }

    private static Evidence evidence(Resolution resolution, String reason, String... values) {
        return new Evidence("test", "1", "row", List.of(values), "", resolution, reason, 0, "");
    }

    private static Optional<TlsPin> code(CryptoAsset.Protocol protocol, Evidence evidence) {
        return TlsPin.of(finding(protocol, EvidenceKind.BYTECODE, evidence), REGISTRY);
    }

    private static CryptoAsset.Protocol groups(String... names) {
        return new CryptoAsset.Protocol("tls", Optional.empty(), List.of(), List.of(names), List.of());
    }

    private static CryptoAsset.Protocol version(String protocol, String version) {
        return new CryptoAsset.Protocol(protocol, Optional.of(version), List.of(), List.of(), List.of());
    }

    private static CryptoAsset.Protocol suites(String... names) {
        return new CryptoAsset.Protocol("tls", Optional.empty(), List.of(names), List.of(), List.of());
    }

    private static Optional<Effect> ofGroups(String... names) {
        return code(groups(names), evidence(Resolution.LITERAL, "", names)).map(TlsPin::effect);
    }

    private static Optional<Effect> ofVersions(String asset, String... values) {
        return code(version("tls", asset), evidence(Resolution.LITERAL, "", values))
                .map(TlsPin::effect);
    }

    private static Optional<Effect> ofSuites(String... names) {
        return code(suites(names), evidence(Resolution.LITERAL, "", names)).map(TlsPin::effect);
    }

    @Test
    void groupsWithoutAHybridOneBlock() {
        assertThat(ofGroups("x25519", "secp256r1")).contains(Effect.BLOCKS);
        assertThat(ofGroups("x25519", "X25519MLKEM768")).contains(Effect.ALLOWS);
        assertThat(ofGroups("x25519", "somethingNew")).contains(Effect.UNDECIDED);
        assertThat(ofGroups("X25519Kyber768Draft00")).contains(Effect.UNDECIDED);
    }

    @Test
    void versionsWithoutTheNewestBlock() {
        assertThat(ofVersions("1.2", "TLSv1.2")).contains(Effect.BLOCKS);
        assertThat(ofVersions("1.0", "SSLv3", "TLSv1")).contains(Effect.BLOCKS);
        assertThat(ofVersions("1.2", "TLSv1.2", "TLSv1.3")).contains(Effect.ALLOWS);
        assertThat(ofVersions("1.2", "okhttp3.TlsVersion#TLS_1_2")).contains(Effect.BLOCKS);
        assertThat(ofVersions("1.2", "okhttp3.TlsVersion#TLS_1_2", "okhttp3.TlsVersion#TLS_1_3"))
                .contains(Effect.ALLOWS);
        assertThat(ofVersions("1.2", "org.apache.hc.core5.http.ssl.TLS#V_1_2")).contains(Effect.BLOCKS);
        assertThat(ofVersions("1.2", "TLSv1.2", "TLS")).contains(Effect.UNDECIDED);
    }

    @Test
    void suitesWithoutOneOfTheNewestBlock() {
        assertThat(ofSuites("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_EMPTY_RENEGOTIATION_INFO_SCSV"))
                .contains(Effect.BLOCKS);
        assertThat(ofSuites("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"))
                .contains(Effect.ALLOWS);
        assertThat(ofSuites("HIGH")).contains(Effect.UNDECIDED);
    }

    @Test
    void whatIsNotWhollyKnownIsNotSaidToBlock() {
        assertThat(code(groups("x25519"), evidence(Resolution.PARTIAL, "entry-param", "x25519")))
                .contains(new TlsPin(Part.GROUPS, Effect.UNDECIDED));
        assertThat(code(version("tls", "1.2"), evidence(Resolution.PARTIAL, "array", "TLSv1.2")))
                .contains(new TlsPin(Part.VERSIONS, Effect.UNDECIDED));
    }

    @Test
    void whatIsSeenOnTheWireOrIsADefaultFixesNothing() {
        Evidence direct = evidence(Resolution.LITERAL, "", "TLSv1.2");
        assertThat(TlsPin.of(finding(version("tls", "1.2"), EvidenceKind.HANDSHAKE, direct), REGISTRY))
                .isEmpty();
        assertThat(code(version("tls", "1.2"), evidence(Resolution.DEFAULT, "", "TLSv1.2")))
                .isEmpty();
        assertThat(code(version("ssh", "2.0"), direct)).isEmpty();
        assertThat(code(suites(), direct)).isEmpty();
    }

    @Test
    void theValuesOfASettingAreThoseOfItsSection() {
        Evidence section = evidence(Resolution.CONFIG, "", "TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256");
        assertThat(TlsPin.of(finding(version("tls", "1.2"), EvidenceKind.CONFIGURATION, section), REGISTRY))
                .contains(new TlsPin(Part.VERSIONS, Effect.BLOCKS));
        assertThat(TlsPin.of(
                        finding(
                                suites("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                                EvidenceKind.CONFIGURATION,
                                evidence(Resolution.CONFIG, "", "ECDHE-RSA-AES128-GCM-SHA256")),
                        REGISTRY))
                .as("the suites of TLS 1.3 may have a setting of their own")
                .isEmpty();
    }

    @Test
    void eachEffectIsSaidInBothLanguages() {
        for (Part part : Part.values()) {
            for (Effect effect : Effect.values()) {
                Text text = new TlsPin(part, effect).text();
                assertThat(text.ja()).contains("固定");
                assertThat(text.en()).startsWith("Fixes ");
            }
        }
    }
}
