package dev.shirube.endpoint.probe;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the probes offer, by the registry's names and in the order of preference; the code points are the registry's. */
final class Offers {
    /** The likeliest first: a server that follows the client's order then names one it has. */
    static final List<Integer> PQC_GROUPS = codes("""
            X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024 MLKEM768 MLKEM1024 MLKEM512 curveSM2MLKEM768
            X25519Kyber768Draft00 SecP256r1Kyber768Draft00""");

    static final List<Integer> CLASSICAL_GROUPS = codes("""
            x25519 secp256r1 secp384r1 secp521r1 x448 ffdhe2048 ffdhe3072 ffdhe4096 ffdhe6144 ffdhe8192
            brainpoolP256r1tls13 brainpoolP384r1tls13 brainpoolP512r1tls13 curveSM2""");

    /** Only for TLS 1.2 and older. */
    static final List<Integer> OLD_GROUPS = codes("""
            brainpoolP256r1 brainpoolP384r1 brainpoolP512r1 secp256k1 secp224r1 secp192r1""");

    /** In every probe: OpenSSL refuses a hello without a scheme for its certificate before it names a group. */
    static final List<Integer> SCHEMES = codes("""
            mldsa65 mldsa87 mldsa44 slhdsa_sha2_128s slhdsa_sha2_128f slhdsa_sha2_192s slhdsa_sha2_192f
            slhdsa_sha2_256s slhdsa_sha2_256f slhdsa_shake_128s slhdsa_shake_128f slhdsa_shake_192s
            slhdsa_shake_192f slhdsa_shake_256s slhdsa_shake_256f ecdsa_secp256r1_sha256
            ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 ed25519 ed448 rsa_pss_rsae_sha256
            rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384 rsa_pss_pss_sha512
            ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384
            ecdsa_brainpoolP512r1tls13_sha512 sm2sig_sm3 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
            ecdsa_sha224 rsa_sha224 dsa_sha256 ecdsa_sha1 rsa_pkcs1_sha1 dsa_sha1""");

    /** Those whose record protection the Java platform can open. */
    static final List<Integer> TLS13_SUITES = codes("""
            TLS_AES_128_GCM_SHA256 TLS_AES_256_GCM_SHA384 TLS_CHACHA20_POLY1305_SHA256""");

    static final List<Integer> TLS13_MORE_SUITES = codes("""
            TLS_AES_128_CCM_SHA256 TLS_AES_128_CCM_8_SHA256 TLS_SM4_GCM_SM3 TLS_SM4_CCM_SM3""");

    /** For each kind of key exchange and certificate the ciphers that servers still know, the stronger first. */
    static final List<Integer> OLD_SUITES = codes("""
            TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
            TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
            TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 TLS_DHE_DSS_WITH_AES_128_GCM_SHA256
            TLS_DHE_DSS_WITH_AES_256_GCM_SHA384 TLS_ECDHE_ECDSA_WITH_AES_128_CCM
            TLS_ECDHE_ECDSA_WITH_AES_256_CCM TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8
            TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8 TLS_DHE_RSA_WITH_AES_128_CCM TLS_DHE_RSA_WITH_AES_256_CCM
            TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
            TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
            TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256 TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256
            TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384
            TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256 TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256
            TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
            TLS_DHE_RSA_WITH_AES_128_CBC_SHA TLS_DHE_RSA_WITH_AES_256_CBC_SHA
            TLS_DHE_DSS_WITH_AES_128_CBC_SHA256 TLS_DHE_DSS_WITH_AES_128_CBC_SHA
            TLS_DHE_DSS_WITH_AES_256_CBC_SHA TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA
            TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA TLS_DHE_RSA_WITH_SEED_CBC_SHA
            TLS_RSA_WITH_AES_128_GCM_SHA256 TLS_RSA_WITH_AES_256_GCM_SHA384 TLS_RSA_WITH_AES_128_CCM
            TLS_RSA_WITH_AES_256_CCM TLS_RSA_WITH_AES_128_CBC_SHA256 TLS_RSA_WITH_AES_256_CBC_SHA256
            TLS_RSA_WITH_AES_128_CBC_SHA TLS_RSA_WITH_AES_256_CBC_SHA TLS_RSA_WITH_CAMELLIA_128_CBC_SHA
            TLS_RSA_WITH_CAMELLIA_256_CBC_SHA TLS_RSA_WITH_SEED_CBC_SHA TLS_RSA_WITH_ARIA_128_GCM_SHA256
            TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256 TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA
            TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256 TLS_ECDH_RSA_WITH_AES_128_CBC_SHA
            TLS_DH_RSA_WITH_AES_128_CBC_SHA TLS_DH_DSS_WITH_AES_128_CBC_SHA
            TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA
            TLS_RSA_WITH_3DES_EDE_CBC_SHA TLS_RSA_WITH_RC4_128_SHA TLS_RSA_WITH_RC4_128_MD5
            TLS_ECDHE_RSA_WITH_RC4_128_SHA TLS_ECDH_anon_WITH_AES_128_CBC_SHA
            TLS_DH_anon_WITH_AES_128_GCM_SHA256 TLS_DH_anon_WITH_AES_128_CBC_SHA
            TLS_DH_anon_WITH_AES_256_CBC_SHA""");

    private Offers() {}

    /** One list after the other. */
    @SafeVarargs
    static List<Integer> join(List<Integer>... lists) {
        List<Integer> joined = new ArrayList<>();
        for (List<Integer> list : lists) {
            joined.addAll(list);
        }
        return List.copyOf(joined);
    }

    private static List<Integer> codes(String names) {
        return Stream.of(names.split("\\s+")).map(Offers::code).toList();
    }

    private static int code(String name) {
        return AlgorithmRegistry.standard()
                .tlsByName(name)
                .map(CodePoint::code)
                .orElseThrow(() -> new IllegalStateException("The registry does not know " + name));
    }
}
