package dev.shirube.endpoint.probe;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.endpoint.codec.ClientOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the probes offer, by the registry's names and in the order of preference; the code points are the registry's. */
final class Offers {
    /** The state before a handshake; no hello may offer it (RFC 5246 appendix A.5). */
    private static final int NULL_WITH_NULL_NULL = 0;

    /** The likeliest first: a server that follows the client's order then names one it has. */
    static final List<Integer> PQC_GROUPS = codes("""
            X25519MLKEM768 SecP256r1MLKEM768 SecP384r1MLKEM1024 MLKEM768 MLKEM1024 MLKEM512 curveSM2MLKEM768
            X25519Kyber768Draft00 SecP256r1Kyber768Draft00 P256Kyber768Draft00 X25519Kyber768Draft00Old
            X25519Kyber512Draft00 OQS_mlkem768 OQS_mlkem1024 OQS_mlkem512""");

    static final List<Integer> CLASSICAL_GROUPS = codes("""
            x25519 secp256r1 secp384r1 secp521r1 x448 ffdhe2048 ffdhe3072 ffdhe4096 ffdhe6144 ffdhe8192
            brainpoolP256r1tls13 brainpoolP384r1tls13 brainpoolP512r1tls13 curveSM2
            GC256A GC256B GC256C GC256D GC512A GC512B GC512C""");

    /** For TLS 1.3. */
    static final List<Integer> ALL_GROUPS = join(PQC_GROUPS, CLASSICAL_GROUPS);

    /** What browsers offer since 2024. */
    static final List<Integer> BROWSER_GROUPS = codes("X25519MLKEM768 x25519 secp256r1 secp384r1");

    /** The large share and the small one. */
    static final List<Integer> BROWSER_SHARES = BROWSER_GROUPS.subList(0, 2);

    /** Only for TLS 1.2 and older. */
    static final List<Integer> OLD_GROUPS = codes("""
            brainpoolP256r1 brainpoolP384r1 brainpoolP512r1 secp256k1 secp224r1 secp192r1 sect571r1
            sect571k1 sect409r1 sect409k1 sect283r1 sect283k1 sect239k1 sect233r1 sect233k1 sect193r2 sect193r1
            sect163r2 sect163r1 sect163k1 secp224k1 secp192k1 secp160r2 secp160r1 secp160k1""");

    static final List<Integer> GROUPS_BEFORE_TLS13 = join(CLASSICAL_GROUPS, OLD_GROUPS);

    /** Those that ECDHE of TLS 1.2 can be in. */
    static final List<Integer> CURVES =
            GROUPS_BEFORE_TLS13.stream().filter(CodePoints::isCurve).toList();

    /** In every probe: OpenSSL refuses a hello without a scheme for its certificate before it names a group. */
    static final List<Integer> SCHEMES = codes("""
            mldsa65 mldsa87 mldsa44 slhdsa_sha2_128s slhdsa_sha2_128f slhdsa_sha2_192s slhdsa_sha2_192f
            slhdsa_sha2_256s slhdsa_sha2_256f slhdsa_shake_128s slhdsa_shake_128f slhdsa_shake_192s
            slhdsa_shake_192f slhdsa_shake_256s slhdsa_shake_256f mldsa44_ecdsa_secp256r1_sha256
            mldsa65_ecdsa_secp384r1_sha384 mldsa87_ecdsa_secp384r1_sha384 mldsa44_ed25519 mldsa65_ed25519
            mldsa44_rsa2048_pkcs1_sha256 mldsa65_rsa3072_pkcs1_sha256 ecdsa_secp256r1_sha256
            ecdsa_secp384r1_sha384 ecdsa_secp521r1_sha512 ed25519 ed448 rsa_pss_rsae_sha256
            rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 rsa_pss_pss_sha256 rsa_pss_pss_sha384 rsa_pss_pss_sha512
            ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384
            ecdsa_brainpoolP512r1tls13_sha512 sm2sig_sm3 rsa_pkcs1_sha256 rsa_pkcs1_sha384 rsa_pkcs1_sha512
            gostr34102012_256a gostr34102012_256b gostr34102012_256c gostr34102012_256d gostr34102012_512a
            gostr34102012_512b gostr34102012_512c ecdsa_sha224 rsa_sha224 dsa_sha512 dsa_sha384 dsa_sha256 dsa_sha224
            ecdsa_sha1 rsa_pkcs1_sha1 dsa_sha1""");

    /** Those whose record protection the Java platform can open. */
    static final List<Integer> TLS13_SUITES = codes("""
            TLS_AES_128_GCM_SHA256 TLS_AES_256_GCM_SHA384 TLS_CHACHA20_POLY1305_SHA256""");

    static final List<Integer> TLS13_MORE_SUITES = codes("""
            TLS_AES_128_CCM_SHA256 TLS_AES_128_CCM_8_SHA256 TLS_SM4_GCM_SM3 TLS_SM4_CCM_SM3""");

    static final List<Integer> ALL_TLS13_SUITES = join(TLS13_SUITES, TLS13_MORE_SUITES);

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

    static final List<Integer> BROWSER_SUITES = join(TLS13_SUITES, codes("""
            TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
            TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
            TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
            TLS_RSA_WITH_AES_128_GCM_SHA256 TLS_RSA_WITH_AES_256_GCM_SHA384 TLS_RSA_WITH_AES_128_CBC_SHA
            TLS_RSA_WITH_AES_256_CBC_SHA"""));

    /** Every suite of TLS 1.3 that the registry knows. */
    static final List<Integer> EVERY_TLS13_SUITE = every(true);

    /** Every suite of TLS 1.2 and older that the registry knows, those that servers still know first. */
    static final List<Integer> EVERY_OLD_SUITE = every(false);

    /** How the suites of TLS 1.2 and older exchange keys, with a certificate or without any authentication. */
    static final List<String> CLASSES =
            OLD_SUITES.stream().map(CodePoints::suiteClass).distinct().toList();

    private static final Map<String, List<Integer>> SUITES_OF_CLASSES =
            OLD_SUITES.stream().collect(Collectors.groupingBy(CodePoints::suiteClass));

    /** The suites of {@link #OLD_SUITES} that exchange keys in that way. */
    static List<Integer> suitesOf(String suiteClass) {
        return SUITES_OF_CLASSES.get(suiteClass);
    }

    /** The suites of {@link #OLD_SUITES} that exchange keys in one of these ways, in their order. */
    static List<Integer> suitesOf(List<String> classes) {
        return OLD_SUITES.stream()
                .filter(it -> classes.contains(CodePoints.suiteClass(it)))
                .toList();
    }

    /** The schemes whose key is of one of these families. */
    static List<Integer> schemesOf(List<String> families) {
        return SCHEMES.stream()
                .filter(it -> families.contains(KeyFamilies.ofScheme(it)))
                .toList();
    }

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

    /** The suites of that hello that are not of TLS 1.3, in its order. */
    static List<Integer> oldSuitesOf(ClientOffer offer) {
        return offer.suites().stream().filter(it -> !isTls13(it)).toList();
    }

    private static List<Integer> every(boolean tls13) {
        List<Integer> first = tls13 ? ALL_TLS13_SUITES : OLD_SUITES;
        List<Integer> rest = AlgorithmRegistry.standard().tlsCipherSuites().stream()
                .map(CodePoint::code)
                .filter(it -> isTls13(it) == tls13 && it != NULL_WITH_NULL_NULL && !first.contains(it))
                .toList();
        return join(first, rest);
    }

    private static boolean isTls13(int suite) {
        return CodePoints.suiteClass(suite).equals("TLS13_ANY");
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
