package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetThreatTest {
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    @Test
    void oneClassicalGroupAmongHybridOnesIsEnough() {
        assertThat(threat("tls", "1.3", List.of("X25519MLKEM768"))).isEqualTo(QuantumThreat.SAFE);
        assertThat(threat("tls", "1.3", List.of("X25519MLKEM768", "x25519"))).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("tls", "1.3", List.of("X25519MLKEM768", "x-unheard-of")))
                .isEqualTo(QuantumThreat.UNKNOWN);
    }

    @Test
    void olderTlsIsClassicalWhateverItsGroups() {
        assertThat(threat("tls", "1.2", List.of())).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("tls", "SSLv3", List.of())).isEqualTo(QuantumThreat.VULNERABLE);
    }

    @Test
    void whatWasNotSeenIsUnknown() {
        assertThat(threat("tls", "1.3", List.of())).isEqualTo(QuantumThreat.UNKNOWN);
        assertThat(REGISTRY.threat(new CryptoAsset.Library("pkg:maven/a/b@1", "b", "1")))
                .isEqualTo(QuantumThreat.UNKNOWN);
    }

    @Test
    void sshIsAsWeakAsItsWorstMethod() {
        assertThat(threat("ssh", "2.0", List.of("mlkem768x25519-sha256"))).isEqualTo(QuantumThreat.SAFE);
        assertThat(threat("ssh", "2.0", List.of("mlkem768x25519-sha256", "curve25519-sha256")))
                .isEqualTo(QuantumThreat.VULNERABLE);
    }

    @Test
    void ikeIsAsStrongAsTheBestOfTheExchangesThatItJoins() {
        assertThat(threat("ike", "2", List.of("Curve25519+ml-kem-768"))).isEqualTo(QuantumThreat.SAFE);
        assertThat(threat("ike", "2", List.of("Curve25519+ECP-256"))).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("ike", "2", List.of("Curve25519+ml-kem-768", "MODP-2048")))
                .isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("ike", "2", List.of("Curve25519+x-unheard-of"))).isEqualTo(QuantumThreat.UNKNOWN);
        assertThat(threat("ike", "2", List.of("modp2048", "mlkem768"))).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("ike", "2", List.of("mlkem768"))).isEqualTo(QuantumThreat.SAFE);
    }

    @Test
    void anAlgorithmIsWhatTheRegistrySaysOfIt() {
        assertThat(REGISTRY.threat(new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("ecdsa"))))
                .isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(REGISTRY.threat(new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("x"))))
                .isEqualTo(QuantumThreat.UNKNOWN);
    }

    private static QuantumThreat threat(String protocol, String version, List<String> groups) {
        return REGISTRY.threat(new CryptoAsset.Protocol(protocol, Optional.of(version), List.of(), groups, List.of()));
    }
}
