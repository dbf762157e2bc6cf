package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.DESedeKeySpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
import org.bouncycastle.asn1.pkcs.PBEParameter;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoreDetectorTest {

    private static final String SPKI =
            MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint().orElseThrow();

    static {
        Security.setProperty("jdk.jceks.iterationCount", "10000"); // the least that the JDK takes
    }

    private static final byte[] SECRET = "Twenty4BytesThatAreASeal".getBytes(StandardCharsets.US_ASCII);

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

    /** PBMAC1 (RFC 9579) in the place of PKCS#12's own MAC: passwords are tried on what is encrypted, so it makes no difference. */
    @Test
    void a_store_with_the_mac_of_rfc_9579_is_read_whole() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12-PBMAC1", new BouncyCastleProvider());
        store.load(null, null);
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("rsa2048.der")));
        byte[] pkcs8 = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pkcs8.pem").replaceAll("-----.*-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        store.setKeyEntry("a", key, null, new Certificate[] {certificate});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());
        byte[] bytes = out.toByteArray();

        assertThat(Pfx.getInstance(bytes).getMacData().getMac().getAlgorithmId().getAlgorithm())
                .isEqualTo(PKCSObjectIdentifiers.id_PBMAC1);
        MaterialScan scan = MaterialScan.of("a.p12", bytes);
        assertThat(scan.diagnostics).isEmpty();
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "PRIVATE");
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

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS"})
    void the_keys_of_a_store_with_open_certificates_stay_locked_without_its_password(String type) throws Exception {
        byte[] store = store(type, "nobody-knows-this");

        MaterialScan scan = MaterialScan.of("x.jks", store);

        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.diagnostics.get(0).arguments())
                .containsExactly(
                        type + " keystore (1 of 1 private keys and 0 of 0 secret keys locked; 2 certificates visible)",
                        "11");
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "CERTIFICATE", "PRIVATE");
        assertThat(scan.key().fingerprint()).contains(SPKI);

        MaterialScan opened = MaterialScan.of("x.jks", store, "wrong", "nobody-knows-this");

        assertThat(opened.diagnostics).isEmpty();
        assertThat(opened.findings).isEqualTo(scan.findings);
        assertThat(scan.everything() + opened.everything()).doesNotContain("nobody-knows-this");
    }

    /** With the certificate of another key beside it, what is told can only come from the private key itself. */
    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "BKS", "UBER", "BCFKS"})
    void a_private_key_that_opens_is_told_by_itself(String type) throws Exception {
        KeyStore store = type.endsWith("KS") && !type.startsWith("B")
                ? KeyStore.getInstance(type)
                : KeyStore.getInstance(type, new BouncyCastleProvider());
        store.load(null, null);
        Certificate other = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("p256.crt.pem")));
        byte[] pkcs8 = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pkcs8.pem").replaceAll("-----.*-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        store.setKeyEntry("a", key, "this-key-only".toCharArray(), new Certificate[] {other});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());

        MaterialScan locked = MaterialScan.of("x.store", out.toByteArray());
        MaterialScan opened = MaterialScan.of("x.store", out.toByteArray(), "this-key-only");

        assertThat(locked.codes()).containsExactly("locked");
        assertThat(locked.diagnostics.get(0).arguments().get(0))
                .startsWith(type + " keystore (1 of 1 private keys and 0 of 0 secret keys locked; 1 certificates");
        assertThat(locked.keys()).containsExactly("PRIVATE ec-key;curve=nist/P-256 256");
        assertThat(opened.diagnostics).isEmpty();
        assertThat(opened.keys()).containsExactly("PRIVATE rsa-key;parameter=2048 2048");
        assertThat(opened.key().fingerprint()).contains(SPKI);
        assertThat(opened.key().format()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"ec.jks, P-256, 256", "ec.jceks, P-384, 384", "ec.bks, P-256, 256"})
    void a_store_of_keytool_opens_with_its_password(String file, String curve, int bits) {
        MaterialScan scan = MaterialScan.fixture(file, "correct-horse");

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.keys()).containsExactly("PRIVATE ec-key;curve=nist/" + curve + " " + bits);
        assertThat(scan.findings).hasSize(file.equals("ec.jceks") ? 3 : 2);
        assertThat(scan.algorithms()).isEqualTo(file.equals("ec.jceks") ? List.of("store aes") : List.of());
    }

    /** The JDK's own cipher is the witness of ours, also for the halves of a salt that are equal. */
    @ParameterizedTest
    @ValueSource(strings = {"0102030405060708", "0102030401020304"})
    void the_cipher_of_jceks_is_that_of_the_jdk(String salt) throws Exception {
        byte[] bytes = HexFormat.of().parseHex(salt);
        javax.crypto.SecretKey key = SecretKeyFactory.getInstance("PBEWithMD5AndTripleDES")
                .generateSecret(new PBEKeySpec("open sesame".toCharArray()));
        Cipher cipher = Cipher.getInstance("PBEWithMD5AndTripleDES");
        cipher.init(Cipher.ENCRYPT_MODE, key, new PBEParameterSpec(bytes, 23));
        byte[] content = cipher.doFinal("what is inside".getBytes(StandardCharsets.US_ASCII));

        PasswordCipher ours =
                SunKeyProtection.jceks(new PBEParameter(bytes, 23).getEncoded()).orElseThrow();

        assertThat(ours.rounds()).isEqualTo(23);
        assertThat(ours.open("open sesame".toCharArray(), content))
                .hasValueSatisfying(it -> assertThat(it).asString().isEqualTo("what is inside"));
    }

    @Test
    @Timeout(30)
    void a_billion_iterations_of_jceks_are_not_run() throws Exception {
        byte[] parameters = new PBEParameter(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 1_000_000_000).getEncoded();
        byte[] envelope = new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(
                                new ASN1ObjectIdentifier("1.3.6.1.4.1.42.2.19.1"),
                                ASN1Sequence.getInstance(parameters)),
                        new byte[64])
                .getEncoded();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream store = new DataOutputStream(out);
        store.writeInt(0xcececece);
        store.writeInt(2);
        store.writeInt(2);
        for (String alias : List.of("a", "b")) {
            store.writeInt(1);
            store.writeUTF(alias);
            store.writeLong(0);
            store.writeInt(envelope.length);
            store.write(envelope);
            store.writeInt(0);
        }

        MaterialScan scan = MaterialScan.of("slow.jceks", out.toByteArray());

        assertThat(scan.codes()).containsExactly("limit-reached");
        assertThat(scan.diagnostics.get(0).arguments().get(1)).startsWith("JCEKS keystore (2 of 2 private keys");
        assertThat(scan.keys())
                .containsExactly(
                        "PRIVATE unresolved;row=encrypted-private-key", "PRIVATE unresolved;row=encrypted-private-key");
    }

    @Test
    void a_broken_envelope_is_told_of_and_the_entries_behind_it_are_read() throws Exception {
        byte[] store = store("JKS", "changeit");
        int envelope = 12 + 4 + 2 + "給与".getBytes(StandardCharsets.UTF_8).length + 8 + 4;
        assertThat(store[envelope]).isEqualTo((byte) 0x30);
        store[envelope] = 0x31;

        MaterialScan scan = MaterialScan.of("x.jks", store);

        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.diagnostics.get(0).location()).isEqualTo("x.jks!給与");
        assertThat(keyKinds(scan)).containsExactly("CERTIFICATE", "CERTIFICATE", "PRIVATE");
    }

    /** Keys of classes that are serialised in different ways, each followed by a certificate. */
    private static byte[] secrets(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("JCEKS");
        store.load(null, null);
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("rsa2048.der")));
        for (String algorithm : List.of("AES", "DESede", "HmacSHA256")) {
            javax.crypto.SecretKey key = algorithm.equals("DESede")
                    ? SecretKeyFactory.getInstance(algorithm).generateSecret(new DESedeKeySpec(SECRET))
                    : new SecretKeySpec(SECRET, algorithm);
            store.setEntry(
                    algorithm,
                    new KeyStore.SecretKeyEntry(key),
                    new KeyStore.PasswordProtection(password.toCharArray()));
            store.setCertificateEntry("ca-" + algorithm, certificate);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    @Test
    void secret_keys_of_jceks_are_told_by_type_and_size_and_never_by_value() throws Exception {
        MaterialScan scan = MaterialScan.of("x.jceks", secrets("changeit"));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.algorithms()).containsExactlyInAnyOrder("store aes", "store 3des", "store hmac;digest=SHA-256");
        assertThat(scan.findings).hasSize(6);
        assertThat(scan.findings)
                .filteredOn(it -> it.occurrence().location().equalsIgnoreCase("x.jceks!aes"))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.evidence().values()).containsExactly("AES", "192 bits"));
        assertThat(scan.everything())
                .doesNotContain(HexFormat.of().formatHex(SECRET, 0, 8))
                .doesNotContain(Digests.sha256(SECRET))
                .doesNotContain(new String(SECRET, StandardCharsets.US_ASCII).substring(0, 8));
    }

    @Test
    void secret_keys_of_jceks_that_stay_locked_are_counted() throws Exception {
        MaterialScan scan = MaterialScan.of("x.jceks", secrets("nobody-knows-this"));

        assertThat(scan.findings).hasSize(3);
        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.diagnostics.get(0).arguments().get(0))
                .isEqualTo(
                        "JCEKS keystore (0 of 0 private keys and 3 of 3 secret keys locked; 3 certificates visible)");
    }

    @Test
    @Timeout(120)
    void whatever_bytes_of_a_jceks_are_changed_nothing_is_thrown() throws Exception {
        byte[] whole = secrets("changeit");
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            byte[] changed = round % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i <= round % 4 && changed.length > 0; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            MaterialScan scan = MaterialScan.of("x.jceks", changed);
            assertThat(scan.findings).hasSizeLessThanOrEqualTo(12);
            assertThat(scan.everything()).doesNotContain(Digests.sha256(SECRET));
        }
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
