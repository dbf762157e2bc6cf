package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoreDetectorTest {

    private static final String SPKI =
            MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint().orElseThrow();

    private static byte[] store(String type, String password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("rsa2048.der")));
        Certificate other = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("p256.crt.pem")));
        byte[] pkcs8 = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pkcs8.pem").replaceAll("-----.*-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        store.setKeyEntry("給与", key, password.toCharArray(), new Certificate[] {certificate});
        store.setCertificateEntry("partner", other);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static List<String> keyKinds(MaterialScan scan) {
        return scan.findings.stream()
                .map(it ->
                        it.asset() instanceof CryptoAsset.Key key ? key.kind().name() : "CERTIFICATE")
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "JCEKS"})
    void a_store_of_the_jdk_with_the_usual_password_is_read_whole(String type) throws Exception {
        MaterialScan scan = MaterialScan.of("app.keystore", store(type, "changeit"));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "CERTIFICATE", "PRIVATE");
        assertThat(scan.findings)
                .filteredOn(it -> it.asset() instanceof CryptoAsset.Key)
                .allSatisfy(it -> {
                    CryptoAsset.Key key = (CryptoAsset.Key) it.asset();
                    assertThat(key.fingerprint()).contains(SPKI);
                    assertThat(key.key().identity()).isEqualTo("rsa-key;parameter=2048");
                    assertThat(it.occurrence().location()).startsWith("app.keystore!給与");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy.p12", "opencerts.p12"})
    void a_store_of_openssl_opens_with_the_right_password(String file) {
        MaterialScan scan = MaterialScan.fixture(file, "correct-horse");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "PRIVATE");
    }

    @Test
    void the_usual_passwords_are_tried_without_being_asked() {
        assertThat(keyKinds(MaterialScan.fixture("modern.p12"))).containsExactly("CERTIFICATE", "PRIVATE");
    }

    @Test
    void a_locked_store_says_so_and_counts_what_is_visible() {
        MaterialScan scan = MaterialScan.fixture("legacy.p12", "wrong");

        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.diagnostics.get(0).arguments().get(0))
                .isEqualTo(
                        "PKCS#12 (1 encrypted safes and 1 encrypted keys locked; 0 certificates and 0 keys visible)");
        assertThat(scan.key().kind()).isEqualTo(KeyKind.PRIVATE);
        assertThat(scan.key().envelope()).isPresent();
    }

    @Test
    void certificates_in_the_clear_are_read_from_a_locked_store() {
        MaterialScan scan = MaterialScan.fixture("opencerts.p12");

        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "PRIVATE");
        assertThat(scan.codes()).containsExactly("locked");
    }

    @Test
    void a_jks_needs_no_password() throws Exception {
        MaterialScan scan = MaterialScan.of("x.jks", store("JKS", "nobody-knows-this"));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "CERTIFICATE", "PRIVATE");
    }

    @Test
    void entries_behind_secret_keys_of_jceks_are_read() throws Exception {
        KeyStore store = KeyStore.getInstance("JCEKS");
        store.load(null, null);
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("rsa2048.der")));
        for (int i = 0; i < 6; i++) {
            store.setEntry(
                    "aes" + i,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                    new KeyStore.PasswordProtection("changeit".toCharArray()));
            store.setCertificateEntry("ca" + i, certificate);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());

        MaterialScan scan = MaterialScan.of("x.jceks", out.toByteArray());

        assertThat(scan.findings).hasSize(6);
        assertThat(scan.codes()).containsExactly("format-not-read");
        assertThat(scan.diagnostics.get(0).arguments().get(0)).contains("6 entries");

        byte[] whole = out.toByteArray();
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            byte[] changed = round % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i <= round % 4 && changed.length > 0; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(MaterialScan.of("x.jceks", changed).findings).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void secret_keys_of_jceks_are_not_deserialised_but_told_of() throws Exception {
        KeyStore store = KeyStore.getInstance("JCEKS");
        store.load(null, null);
        store.setEntry(
                "aes",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection("changeit".toCharArray()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());

        MaterialScan scan = MaterialScan.of("x.jceks", out.toByteArray());

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("format-not-read");
    }

    @Test
    void a_store_is_known_by_content_whatever_its_name() throws Exception {
        assertThat(MaterialScan.of("data.bin", store("JKS", "x-y-z-1-2-3")).findings)
                .hasSize(3);
        assertThat(MaterialScan.of("data.bin", MaterialScan.bytes("modern.p12")).findings)
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void a_truncated_store_is_malformed_and_what_was_read_stays(String type) throws Exception {
        byte[] whole = store(type, "changeit");

        assertThat(MaterialScan.of("cut.p12", Arrays.copyOf(whole, whole.length * 2 / 3))
                        .codes())
                .contains("malformed");
    }

    @Test
    void a_file_that_is_only_named_like_a_store_is_told_of() {
        assertThat(MaterialScan.of("empty.p12", new byte[0]).codes()).containsExactly("not-what-it-says");
        assertThat(MaterialScan.of("picture.jks", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3})
                        .codes())
                .containsExactly("not-what-it-says");
    }

    /** Of the running JDK: a JKS up to 17, and since 18 a PKCS#12 without encryption and MAC. */
    @Test
    void the_trust_store_of_the_running_jdk_is_read_whole() throws Exception {
        Path cacerts = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore store = KeyStore.getInstance(cacerts.toFile(), (char[]) null);

        MaterialScan scan = MaterialScan.of("cacerts", Files.readAllBytes(cacerts));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.findings)
                .hasSize(store.size())
                .allSatisfy(it -> assertThat(it.asset()).isInstanceOf(CryptoAsset.Certificate.class));
    }

    @Test
    void a_store_in_the_clear_without_mac_is_read() throws Exception {
        byte[] certificate = MaterialScan.bytes("rsa2048.der");
        ASN1Sequence bag = new DERSequence(new ASN1Encodable[] {
            PKCSObjectIdentifiers.certBag,
            new DERTaggedObject(
                    true, 0, new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(certificate)))
        });

        MaterialScan scan = MaterialScan.of("clear.pfx", pfx(bag));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.certificate().sha256()).isEqualTo(Digests.sha256(certificate));
    }

    @Test
    @Timeout(30)
    void a_billion_iterations_are_counted_before_they_are_run() throws Exception {
        AlgorithmIdentifier scheme = new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_PBES2,
                new PBES2Parameters(
                        new KeyDerivationFunc(
                                PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(new byte[16], 1_000_000_000)),
                        new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16]))));
        ASN1Sequence bag = new DERSequence(new ASN1Encodable[] {
            PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
            new DERTaggedObject(true, 0, new EncryptedPrivateKeyInfo(scheme, new byte[64]))
        });

        MaterialScan scan = MaterialScan.of("evil.pfx", pfx(bag, bag, bag));

        assertThat(scan.codes()).containsExactly("limit-reached");
        assertThat(scan.diagnostics.get(0).arguments().get(1)).contains("3 encrypted keys locked");
        assertThat(scan.findings).hasSize(3);
    }

    private static byte[] pfx(ASN1Encodable... bags) throws Exception {
        ContentInfo safe =
                new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(bags).getEncoded()));
        return new Pfx(
                        new ContentInfo(
                                PKCSObjectIdentifiers.data, new DEROctetString(new DERSequence(safe).getEncoded())),
                        null)
                .getEncoded();
    }

    @Test
    void an_alias_cannot_break_out_of_its_path() {
        Aliases aliases = new Aliases();

        assertThat(aliases.of("../../etc!/x\n", "key")).isEqualTo(".._.._etc__x_/key");
        assertThat(aliases.of("a", "key")).isEqualTo("a/key");
        assertThat(aliases.of("a", "key")).isEqualTo("a/key#2");
        assertThat(aliases.of("x".repeat(1000), "")).hasSize(80);
    }
}
