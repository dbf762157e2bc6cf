package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmRegistryTest {

    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();

    @ParameterizedTest
    @CsvSource({
        "KeyPairGenerator, RSA, rsa-key",
        "KeyPairGenerator, rsa, rsa-key",
        "KeyPairGenerator, EC, ec-key",
        "KeyPairGenerator, Ed25519, eddsa;curve=other/Ed25519",
        "KeyPairGenerator, X25519, xdh;curve=other/Curve25519",
        "KeyPairGenerator, ML-KEM-768, ml-kem;parameter=768",
        "KeyPairGenerator, SLH-DSA-SHA2-128S, slh-dsa;parameter=SHA2-128s",
        "KeyPairGenerator, 1.2.840.113549.1.1.1, rsa-key",
        "KeyFactory, EC, ec-key",
        "KeyFactory, X25519, xdh;curve=other/Curve25519",
        "KEM, DHKEM, dhkem-hpke",
        "KeyAgreement, ECDH, ecdh",
        "KeyAgreement, DH, ffdh",
        "Signature, SHA256withRSA, rsassa-pkcs1v15;digest=SHA-256",
        "Signature, sha256WITHrsa, rsassa-pkcs1v15;digest=SHA-256",
        "Signature, SHA3-384withRSA, rsassa-pkcs1v15;digest=SHA3-384",
        "Signature, SHA512/224withRSA, rsassa-pkcs1v15;digest=SHA-512/224",
        "Signature, NONEwithRSA, rsassa-pkcs1v15",
        "Signature, SHA256withECDSA, ecdsa;digest=SHA-256",
        "Signature, SHA384withECDSAinP1363Format, ecdsa;digest=SHA-384",
        "Signature, SHA384withRSAandMGF1, rsassa-pss;digest=SHA-384",
        "Signature, RSASSA-PSS, rsassa-pss",
        "Signature, 1.2.840.113549.1.1.11, rsassa-pkcs1v15;digest=SHA-256",
        "Signature, OID.1.2.840.10045.4.3.3, ecdsa;digest=SHA-384",
        "Signature, ML-DSA-65, ml-dsa;parameter=65",
        "Cipher, RSA, rsa-encryption",
        "Cipher, RSA/ECB/NoPadding, rsa-encryption;padding=raw",
        "Cipher, RSA/ECB/PKCS1Padding, rsaes-pkcs1v15;padding=pkcs1v15",
        "Cipher, RSA/ECB/OAEPPadding, rsaes-oaep;padding=oaep",
        "Cipher, RSA/ECB/OAEPWithSHA-256AndMGF1Padding, rsaes-oaep;digest=SHA-256;padding=oaep",
        "Cipher, RSA/ECB/OAEPWithSHA-512/256AndMGF1Padding, rsaes-oaep;digest=SHA-512/256;padding=oaep",
        "Cipher, AES, aes",
        "Cipher, AES/GCM/NoPadding, aes;mode=gcm",
        "Cipher, AES_256/GCM/NoPadding, aes;parameter=256;mode=gcm",
        "Cipher, AES/CBC/PKCS5Padding, aes;mode=cbc;padding=pkcs5",
        "Cipher, AES/CBC/NoPadding, aes;mode=cbc;padding=raw",
        "Cipher, AESWrap_192, aes;parameter=192;mode=wrap",
        "Cipher, DESede/CBC/PKCS5Padding, 3des;mode=cbc;padding=pkcs5",
        "Cipher, PBEWithHmacSHA256AndAES_128, pbes2;digest=SHA-256",
        "Cipher, PBEWithMD5AndDES, pbes1;digest=MD5",
        "KeyGenerator, AES, aes",
        "KeyGenerator, HmacSHA256, hmac;digest=SHA-256",
        "MessageDigest, SHA-256, sha2;parameter=256",
        "MessageDigest, SHA, sha1",
        "MessageDigest, SHA3-224, sha3;parameter=SHA3-224",
        "Mac, HmacSHA256, hmac;digest=SHA-256",
        "Mac, HmacSHA512/256, hmac;digest=SHA-512/256",
        "SecretKeyFactory, PBKDF2WithHmacSHA256, pbkdf2;digest=SHA-256",
        "AlgorithmParameters, EC, ec-key",
    })
    void jcaNamesSayExactlyWhatTheyCarry(String service, String name, String identity) {
        assertThat(registry.byJcaName(service, name).map(Algorithm.Known::identity))
                .contains(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "Signature, FOOwithRSA",
        "Signature, SHA256withFOO",
        "Signature, SHA256",
        "Cipher, FOO/GCM/NoPadding",
        "Cipher, AES_512/GCM/NoPadding",
        "Mac, HmacFOO",
        "MessageDigest, SHA-257",
        "KeyPairGenerator, 1.2.3.4.5",
        "KeyPairGenerator, AES",
        "KeyAgreement, SHA256withRSA",
        "NoSuchService, RSA",
        "Signature, ''",
        "Signature, ' '",
        "Signature, OID.",
        "Cipher, /",
        "Cipher, //",
        "SecretKeyFactory, PBEWithFOOAndAES",
        "SecretKeyFactory, PBEWithAnd",
    })
    void unknownNamesStayUnknown(String service, String name) {
        assertThat(registry.byJcaName(service, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10045.3.1.7, ec-key;curve=nist/P-256",
        "1.3.132.0.34, ec-key;curve=nist/P-384",
        "1.3.132.0.10, ec-key;curve=secg/secp256k1",
        "1.3.101.112, eddsa;curve=other/Ed25519",
        "1.3.101.110, xdh;curve=other/Curve25519",
        "1.2.840.10045.2.1, ec-key",
        "1.2.840.113549.1.1.1, rsa-key",
        "2.16.840.1.101.3.4.4.2, ml-kem;parameter=768",
        "2.16.840.1.101.3.4.1.46, aes;parameter=256;mode=gcm",
        "1.2.156.10197.1.301, ec-key;curve=oscaa/SM2",
    })
    void objectIdentifiersAreKnown(String oid, String identity) {
        assertThat(registry.byOid(oid).map(Algorithm.Known::identity)).contains(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "prime256v1, nist/P-256",
        "secp256r1, nist/P-256",
        "P-256, nist/P-256",
        "p-256, nist/P-256",
        "nistp256, nist/P-256",
        "nist/P-256, nist/P-256",
        "x962/prime256v1, nist/P-256",
        "1.2.840.10045.3.1.7, nist/P-256",
        "secp384r1, nist/P-384",
        "secp521r1, nist/P-521",
        "X25519, other/Curve25519",
        "curve25519, other/Curve25519",
        "Ed448, other/Ed448",
        "brainpoolP256r1, brainpool/brainpoolP256r1",
        "sm2p256v1, oscaa/SM2",
        "secp256k1, secg/secp256k1",
    })
    void curvesHaveOneNameWithTheirGroupInFront(String alias, String canonical) {
        assertThat(registry.canonicalCurve(alias)).contains(canonical);
    }

    @Test
    void anUnknownCurveStaysUnknown() {
        assertThat(registry.canonicalCurve("secp257r1")).isEmpty();
        assertThat(registry.canonicalCurve("")).isEmpty();
    }

    @Test
    void aHybridGroupListsBothParts() {
        AlgorithmRegistry.CodePoint group = registry.tlsGroup(0x11EC).orElseThrow();
        assertThat(group.name()).isEqualTo("X25519MLKEM768");
        assertThat(group.classification()).isEqualTo("hybrid");
        assertThat(group.threat()).isEqualTo(QuantumThreat.SAFE);
        assertThat(group.algorithms())
                .extracting(Algorithm.Known::identity)
                .containsExactly("xdh;curve=other/Curve25519", "ml-kem;parameter=768");
    }

    @Test
    void aDraftHybridIsNeverCountedAsSafe() {
        AlgorithmRegistry.CodePoint group = registry.tlsGroup(0x6399).orElseThrow();
        assertThat(group.threat()).isEqualTo(QuantumThreat.UNKNOWN);
        assertThat(group.algorithms()).extracting(Algorithm.Known::entry).containsExactly("xdh", "kyber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "prime256v1", "P-256", "SECP256R1"})
    void aGroupIsFoundByEveryNameOfItsCurve(String name) {
        assertThat(registry.tlsByName(name).map(AlgorithmRegistry.CodePoint::code))
                .contains(0x0017);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 0xC02F, classical",
        "ECDHE-RSA-AES128-GCM-SHA256, 0xC02F, classical",
        "TLS_AES_128_GCM_SHA256, 0x1301, symmetric",
        "AES128-SHA, 0x002F, classical",
        "TLS_PSK_WITH_AES_128_GCM_SHA256, 0x00A8, symmetric",
    })
    void suitesAreFoundByIanaAndOpensslName(String name, String code, String classification) {
        AlgorithmRegistry.CodePoint suite = registry.tlsByName(name).orElseThrow();
        assertThat(suite.code()).isEqualTo(Integer.decode(code));
        assertThat(suite.classification()).isEqualTo(classification);
    }

    @Test
    void aSuiteListsItsKeyExchangeItsCertificateItsCipherAndItsHash() {
        assertThat(registry.tlsCipherSuite(0xC02F).orElseThrow().algorithms())
                .extracting(Algorithm.Known::identity)
                .containsExactly("ecdh", "rsa-key", "aes;parameter=128;mode=gcm", "sha2;parameter=256");
        assertThat(registry.tlsCipherSuite(0x1301).orElseThrow().algorithms())
                .extracting(Algorithm.Known::identity)
                .containsExactly("aes;parameter=128;mode=gcm", "sha2;parameter=256");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh-rsa, rsa-key",
        "ssh-ed25519, eddsa;curve=other/Ed25519",
        "ecdsa-sha2-nistp256, ecdsa;curve=nist/P-256;digest=SHA-256",
        "rsa-sha2-512, rsassa-pkcs1v15;digest=SHA-512",
        "curve25519-sha256, xdh;curve=other/Curve25519;digest=SHA-256",
        "mlkem768x25519-sha256, hybrid-groups;parameter=mlkem768x25519-sha256",
        "diffie-hellman-group14-sha256, ffdh;parameter=modp2048;digest=SHA-256",
        "ecdsa-sha2-nistp256-cert-v01@openssh.com, ecdsa;curve=nist/P-256;digest=SHA-256",
    })
    void sshNamesAreKnown(String name, String identity) {
        assertThat(registry.bySshName(name).map(Algorithm.Known::identity)).contains(identity);
    }

    @Test
    void pseudoAlgorithmsOfSshAreNoAlgorithms() {
        assertThat(registry.bySshName("ext-info-c")).isEmpty();
        assertThat(registry.bySshName("kex-strict-s-v00@openssh.com")).isEmpty();
    }

    @Test
    void joseAndCoseIdsAreKnown() {
        assertThat(registry.byJose("RS256").map(Algorithm.Known::identity)).contains("rsassa-pkcs1v15;digest=SHA-256");
        assertThat(registry.byJose("ES256").map(Algorithm.Known::identity))
                .as("RFC 7518 ties ES256 to P-256")
                .contains("ecdsa;curve=nist/P-256;digest=SHA-256");
        assertThat(registry.byCose(-7).map(Algorithm.Known::identity))
                .as("RFC 9053 does not tie ES256 to a curve")
                .contains("ecdsa;digest=SHA-256");
        assertThat(registry.byCose(-9).map(Algorithm.Known::identity))
                .contains("ecdsa;curve=nist/P-256;digest=SHA-256");
        assertThat(registry.byJose("none")).isEmpty();
        assertThat(registry.byCose(-99999)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-key;parameter=2048, RSA-2048, VULNERABLE, 112, 0",
        "rsa-key;parameter=1536, RSA-1536, VULNERABLE, 80, 0",
        "rsa-key, RSA, VULNERABLE, , 0",
        "rsassa-pkcs1v15;parameter=2048;digest=SHA-256, RSA-PKCS1-1.5-SHA-256-2048, VULNERABLE, 112, 0",
        "rsassa-pss;digest=SHA-256, RSA-PSS-SHA-256, VULNERABLE, , 0",
        "ecdsa;curve=nist/P-256;digest=SHA-256, ECDSA-P-256-SHA-256, VULNERABLE, 128, 0",
        "ecdsa;digest=SHA-256, ECDSA-SHA-256, VULNERABLE, , 0",
        "ecdh;curve=nist/P-256, ECDH-P-256, VULNERABLE, 128, 0",
        "eddsa;curve=other/Ed25519, Ed25519, VULNERABLE, 128, 0",
        "eddsa, EdDSA, VULNERABLE, , 0",
        "xdh;curve=other/Curve25519, x25519, VULNERABLE, 128, 0",
        "ffdh;parameter=ffdhe3072, FFDH-ffdhe3072, VULNERABLE, 128, 0",
        "ml-kem;parameter=768, ML-KEM-768, SAFE, 192, 3",
        "ml-kem, ML-KEM, SAFE, , ",
        "slh-dsa;parameter=SHA2-128s, SLH-DSA-SHA2-128s, SAFE, 128, 1",
        "hybrid-groups;parameter=X25519MLKEM768, X25519MLKEM768, SAFE, 192, 3",
        "aes;parameter=256;mode=gcm, AES-256-GCM, WEAKENED, 256, 5",
        "aes;mode=cbc, AES-CBC, WEAKENED, , ",
        "sha2;parameter=256, SHA-256, WEAKENED, 128, 2",
        "sha1, SHA-1, WEAKENED, 63, 0",
        "hmac;digest=SHA-256, HMAC-SHA-256, WEAKENED, , ",
        "chacha20;mode=poly1305, ChaCha20-Poly1305, WEAKENED, 256, 5",
        "kyber;parameter=768, Kyber-768, UNKNOWN, , ",
        "no-such-entry, no-such-entry, UNKNOWN, , ",
    })
    void namesThreatsAndStrengthsFollowTheParametersThatAreKnown(
            String identity, String name, QuantumThreat threat, Integer bits, Integer level) {
        Algorithm.Known algorithm = Algorithm.Known.parse(identity);
        assertThat(registry.displayName(algorithm)).isEqualTo(name);
        assertThat(registry.threat(algorithm)).isEqualTo(threat);
        assertThat(registry.classicalBits(algorithm).stream().boxed().findFirst())
                .isEqualTo(Optional.ofNullable(bits));
        assertThat(registry.nistLevel(algorithm).stream().boxed().findFirst()).isEqualTo(Optional.ofNullable(level));
    }

    @Test
    void anUnresolvedAlgorithmHasNoStrengthAndAnOpenName() {
        Algorithm algorithm = new Algorithm.Unresolved("java.security.Signature#getInstance");
        assertThat(registry.displayName(algorithm)).isEqualTo("unresolved (java.security.Signature#getInstance)");
        assertThat(registry.threat(algorithm)).isEqualTo(QuantumThreat.UNKNOWN);
        assertThat(registry.classicalBits(algorithm)).isEmpty();
        assertThat(registry.nistLevel(algorithm)).isEmpty();
    }
}
