package dev.shirube.examples;

import java.util.List;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;

/** What a {@link LoopbackTlsServer} speaks: four kinds of server that a migration meets. */
public enum TlsProfile {
    /** TLS 1.2 and 1.3, X25519 and P-256, RSA-2048 certificate: the ordinary server of before. */
    CLASSICAL_RSA(
            DemoCredential.RSA_2048,
            SignatureScheme.rsa_pss_rsae_sha256,
            ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12),
            NamedGroup.x25519,
            NamedGroup.secp256r1),
    /** TLS 1.2 and 1.3, X25519 and P-256, P-256 certificate. */
    CLASSICAL_EC(
            DemoCredential.EC_P256,
            SignatureScheme.ecdsa_secp256r1_sha256,
            ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12),
            NamedGroup.x25519,
            NamedGroup.secp256r1),
    /** TLS 1.3, X25519MLKEM768 preferred and X25519 accepted, P-256 certificate: the first step of a migration. */
    HYBRID(
            DemoCredential.EC_P256,
            SignatureScheme.ecdsa_secp256r1_sha256,
            ProtocolVersion.TLSv13.only(),
            NamedGroup.X25519MLKEM768,
            NamedGroup.x25519),
    /** TLS 1.3, ML-KEM-768 alone, ML-DSA-65 certificate: nothing classical left. */
    PQC_ONLY(DemoCredential.ML_DSA_65, SignatureScheme.mldsa65, ProtocolVersion.TLSv13.only(), NamedGroup.MLKEM768);

    private final DemoCredential credential;
    private final int scheme;
    private final List<ProtocolVersion> versions;
    private final int[] groups;

    TlsProfile(DemoCredential credential, int scheme, ProtocolVersion[] versions, int... groups) {
        this.credential = credential;
        this.scheme = scheme;
        this.versions = List.of(versions);
        this.groups = groups;
    }

    /** TLS 1.3 alone, or with the suites of TLS 1.2 that fit the certificate. */
    int[] suites() {
        return new int[] {
            CipherSuite.TLS_AES_128_GCM_SHA256,
            CipherSuite.TLS_AES_256_GCM_SHA384,
            credential == DemoCredential.RSA_2048
                    ? CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
                    : CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
        };
    }

    DemoCredential credential() {
        return credential;
    }

    int scheme() {
        return scheme;
    }

    ProtocolVersion[] versions() {
        return versions.toArray(ProtocolVersion[]::new);
    }

    int[] groups() {
        return groups.clone();
    }
}
