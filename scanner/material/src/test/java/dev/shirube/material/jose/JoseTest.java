package dev.shirube.material.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.material.MaterialScan;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoseTest {

    private static final String SECRET = "c2VjcmV0LXZhbHVlLW9mLWEtZml4dHVyZS1rZXk";

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String url(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int count = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - count, fixed, length - count, count);
        return url(fixed);
    }

    private static byte[] spki(String fixture) {
        return Base64.getMimeDecoder().decode(MaterialScan.text(fixture).replaceAll("-----[^-]*-----", ""));
    }

    private static String rsa(String more) throws Exception {
        RSAPublicKey key = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(spki("rsa2048.spki.pem")));
        return "{\"kty\":\"RSA\",\"n\":\"" + url(key.getModulus(), 256) + "\",\"e\":\"AQAB\"" + more + "}";
    }

    private static String ec(String more) throws Exception {
        ECPublicKey key = (ECPublicKey)
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki("p256.spki.pem")));
        return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + url(key.getW().getAffineX(), 32) + "\",\"y\":\""
                + url(key.getW().getAffineY(), 32) + "\"" + more + "}";
    }

    private static String okp() {
        byte[] spki = spki("ed25519.spki.pem");
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                + url(Arrays.copyOfRange(spki, spki.length - 32, spki.length)) + "\"}";
    }

    @Test
    void a_key_in_json_has_the_fingerprint_that_it_has_everywhere() throws Exception {
        MaterialScan rsa = MaterialScan.of("k.json", rsa(""));
        MaterialScan secret = MaterialScan.of("k.json", rsa(",\"d\":\"" + SECRET + "\",\"p\":\"" + SECRET + "\""));

        assertThat(rsa.keys()).containsExactly("PUBLIC rsa-key;parameter=2048 2048");
        assertThat(secret.keys()).containsExactly("PRIVATE rsa-key;parameter=2048 2048");
        assertThat(rsa.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint())
                .isEqualTo(MaterialScan.fixture("rsa2048.pkcs1.pem").key().fingerprint())
                .isEqualTo(secret.key().fingerprint());
        assertThat(rsa.key().fingerprint().orElseThrow())
                .isEqualTo(MaterialScan.fixture("rsa2048.crt.pem").certificate().keySha256());
        assertThat(MaterialScan.of("k.json", ec("")).key().fingerprint())
                .isEqualTo(MaterialScan.fixture("p256.spki.pem").key().fingerprint());
        assertThat(MaterialScan.of("k.json", okp()).key().fingerprint())
                .isEqualTo(MaterialScan.fixture("ed25519.spki.pem").key().fingerprint());
        assertThat(secret.everything()).doesNotContain(SECRET);
    }

    @Test
    void a_key_of_ml_dsa() throws Exception {
        MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
        generator.init(new MLDSAKeyGenerationParameters(new SecureRandom(), MLDSAParameters.ml_dsa_65));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] octets = ((MLDSAPublicKeyParameters) pair.getPublic()).getEncoded();

        MaterialScan scan = MaterialScan.of(
                "k.json",
                "{\"kty\":\"AKP\",\"alg\":\"ML-DSA-65\",\"pub\":\"" + url(octets) + "\",\"priv\":\"" + SECRET + "\"}");

        assertThat(scan.keys()).containsExactly("PRIVATE ml-dsa;parameter=65");
        assertThat(AlgorithmRegistry.standard().threat(scan.key())).isEqualTo(QuantumThreat.SAFE);
        byte[] spki = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                .getEncoded();
        assertThat(scan.key().fingerprint())
                .isEqualTo(MaterialScan.of("k.der", spki).key().fingerprint());
    }

    @Test
    void a_set_in_a_larger_document_with_lines_and_nested_objects() throws Exception {
        String document = "{\n \"issuer\": \"https://a.example\",\n \"jwks\": {\"keys\": [\n"
                + rsa(",\"ext\":{\"a\":{}},\"use\":\"sig\"") + ",\n" + ec("").replace(",", ",\n  ") + "\n]}\n}";

        MaterialScan scan = MaterialScan.of("conf.json", document);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys())
                .containsExactly("PUBLIC rsa-key;parameter=2048 2048", "PUBLIC ec-key;curve=nist/P-256 256");
        assertThat(scan.findings)
                .extracting(it -> it.occurrence().line().orElseThrow())
                .containsExactly(4, 6);
        assertThat(scan.findings.get(0).evidence().values()).contains("sig");
    }

    @Test
    void a_key_in_source_and_one_that_is_escaped() throws Exception {
        assertThat(MaterialScan.of("a.js", "const k = " + ec("") + "; // isn't \"it\"")
                        .keys())
                .containsExactly("PUBLIC ec-key;curve=nist/P-256 256");
        assertThat(MaterialScan.of("a.json", "{\"secret\": \"" + ec("").replace("\"", "\\\"") + "\"}")
                        .keys())
                .containsExactly("PUBLIC ec-key;curve=nist/P-256 256");
        assertThat(MaterialScan.of("A.java", "String k = \"" + okp().replace("\"", "\\\"") + "\";")
                        .keys())
                .containsExactly("PUBLIC eddsa;curve=other/Ed25519 256");
    }

    @Test
    void an_object_of_javascript_and_one_of_python() throws Exception {
        String javascript = ec("").replaceAll("\"(\\w+)\":", "$1: ")
                .replace("\"}", "\",\n}")
                .replace('"', '\'');
        String python = okp().replace('"', '\'').replace(":", ": ");

        assertThat(MaterialScan.of("a.mjs", "import it;\nconst key = " + javascript + ";\n")
                        .keys())
                .containsExactly("PUBLIC ec-key;curve=nist/P-256 256");
        assertThat(MaterialScan.of("a.py", "key = " + python + "\n").keys())
                .containsExactly("PUBLIC eddsa;curve=other/Ed25519 256");
    }

    @Test
    void the_certificate_of_a_key_is_read_too() throws Exception {
        String certificate = MaterialScan.text("rsa2048.crt.pem").replaceAll("-----[^-]*-----|\\s", "");

        MaterialScan scan = MaterialScan.of("k.json", rsa(",\"x5c\":[\"" + certificate + "\"]"));

        assertThat(scan.findings).hasSize(2);
        assertThat(scan.findings)
                .filteredOn(it -> it.asset()
                        .equals(MaterialScan.fixture("rsa2048.crt.pem").certificate()))
                .singleElement()
                .satisfies(it -> assertThat(it.occurrence().location()).isEqualTo("k.json"));
    }

    @Test
    void a_symmetric_key_is_symmetric_and_has_no_digest() {
        MaterialScan named = MaterialScan.of("k.json", "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"" + SECRET + "\"}");
        MaterialScan bare = MaterialScan.of("k.json", "{\"kty\":\"oct\",\"k\":\"" + SECRET + "\"}");

        assertThat(named.algorithms()).containsExactly("store hmac;digest=SHA-256");
        assertThat(bare.finding().category()).isEqualTo(Category.SYMMETRIC);
        assertThat(named.everything() + bare.everything()).doesNotContain(SECRET);
    }

    @Test
    void a_curve_that_is_not_known_leaves_the_key_unresolved() {
        MaterialScan scan =
                MaterialScan.of("k.json", "{\"kty\":\"OKP\",\"crv\":\"BLS12381G2\",\"x\":\"" + SECRET + "\"}");

        assertThat(scan.keys()).containsExactly("PUBLIC unresolved;row=jwk");
        assertThat(scan.finding().evidence().expression()).contains("BLS12381G2");
    }

    @Test
    void a_coordinate_of_the_wrong_size_is_told_of() {
        assertThat(MaterialScan.of(
                                "k.json",
                                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + SECRET + "\",\"y\":\"" + SECRET + "\"}")
                        .codes())
                .containsExactly("malformed");
    }

    private static String token(String header) {
        return url(header.getBytes(StandardCharsets.UTF_8)) + "."
                + url("{\"sub\":\"somebody\"}".getBytes(StandardCharsets.UTF_8)) + "." + SECRET;
    }

    @Test
    void tokens_show_their_algorithm_and_nothing_else() {
        String signed = token("{\"alg\":\"ES256\",\"typ\":\"JWT\"}");
        String encrypted = url("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + SECRET + "." + SECRET + "." + SECRET + "." + SECRET;

        MaterialScan scan = MaterialScan.of("a.env", "A=1\nTOKEN=" + signed + "\nOTHER=\"" + encrypted + "\"\n");

        assertThat(scan.algorithms())
                .startsWith(
                        "sign ecdsa;curve=nist/P-256;digest=SHA-256", "encrypt rsaes-oaep;digest=SHA-256;padding=oaep");
        assertThat(scan.findings.get(0).occurrence().line()).hasValue(2);
        assertThat(scan.everything())
                .doesNotContain(SECRET)
                .doesNotContain(signed.substring(0, 20))
                .doesNotContain(encrypted.substring(0, 20));
    }

    @Test
    void the_json_serialisation_and_an_algorithm_of_a_draft() {
        String header = url("{\"alg\":\"ML-DSA-44\"}".getBytes(StandardCharsets.UTF_8));
        MaterialScan scan = MaterialScan.of(
                "a.json",
                "{\"payload\":\"e30\",\n\"protected\":\"" + header + "\",\n\"signature\":\"" + SECRET + "\"}");

        assertThat(scan.algorithms()).containsExactly("sign ml-dsa;parameter=44");
        assertThat(MaterialScan.of("t.txt", token("{\"alg\":\"FN-DSA-512\"}")).algorithms())
                .containsExactly("sign unresolved;row=jose:FN-DSA-512");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuu...\",\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"<x>\",\"y\":\"<y>\"}",
                "if (key.get(\"kty\").equals(\"RSA\")) { return new RsaKey(key.get(\"n\")); }",
                "{\"properties\":{\"kty\":{\"type\":\"string\",\"enum\":[\"RSA\",\"EC\"]}}}",
                "{\"kty\":\"oct\",\"k\":\"...\"}",
                "return { kty: 'EC', crv: name, x: encode(point.x), y: encode(point.y) };",
                "const jwk = { kty: 'RSA', n: key.n, e: key.e };",
                "Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...",
                "eyJhbGciOi.payload.signature-of-the-token",
                "token.startsWith(\"eyJ\")",
                "eyJub3QiOiJhIGhlYWRlciJ9.eyJhIjoxfQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void examples_and_code_are_nothing(String text) {
        MaterialScan scan = MaterialScan.of("README.md", text);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.diagnostics).isEmpty();
    }

    @Test
    void many_members_without_an_object_are_bounded() {
        String text = "{\"a\":\"".repeat(2000) + "\"kty\":".repeat(200_000);

        long start = System.nanoTime();
        MaterialScan scan = MaterialScan.of("evil.json", text);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).contains("limit-reached");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    @Test
    void deep_nesting_and_changed_bytes_throw_nothing() throws Exception {
        assertThat(MaterialScan.of("d.json", "{\"kty\":" + "[".repeat(100_000)).findings)
                .isEmpty();
        byte[] whole =
                (rsa(",\"d\":\"" + SECRET + "\"") + token("{\"alg\":\"ES256\"}")).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            byte[] changed = whole.clone();
            for (int i = 0; i <= round % 5; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            MaterialScan scan = MaterialScan.of("k.json", changed);
            assertThat(scan.everything()).doesNotContain(SECRET.substring(0, 16));
            assertThat(scan.findings)
                    .noneMatch(it -> it.asset() instanceof CryptoAsset.Key key && key.kind() == KeyKind.SECRET);
        }
    }
}
