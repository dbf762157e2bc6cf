package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BouncyKeystoreTest {

    private static byte[] store(String type, String password, boolean secret) throws Exception {
        KeyStore store = KeyStore.getInstance(type.replace("-V1", ""), new BouncyCastleProvider());
        store.load(null, null);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Certificate certificate =
                factory.generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("rsa2048.der")));
        Certificate other = factory.generateCertificate(new ByteArrayInputStream(MaterialScan.bytes("p256.crt.pem")));
        byte[] pkcs8 = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pkcs8.pem").replaceAll("-----.*-----", ""));
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        store.setKeyEntry("server", key, password.toCharArray(), new Certificate[] {certificate});
        store.setCertificateEntry("partner", other);
        if (secret) {
            store.setKeyEntry("aes", new SecretKeySpec(new byte[16], "AES"), password.toCharArray(), null);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        byte[] bytes = out.toByteArray();
        if (type.endsWith("-V1")) {
            bytes[3] = 1; // the versions differ in the integrity check alone, which is not read
        }
        return bytes;
    }

    private static List<String> kinds(MaterialScan scan) {
        return scan.findings.stream()
                .map(it -> it.asset() instanceof CryptoAsset.Key key
                        ? key.kind() + " " + key.format() + " " + key.key().identity()
                        : "certificate")
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BKS", "BKS-V1", "UBER", "BCFKS"})
    void a_store_with_a_usual_password_is_read_whole(String type) throws Exception {
        MaterialScan scan = MaterialScan.of("app.bin", store(type, "changeit", false));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(kinds(scan))
                .containsExactly(
                        "PRIVATE " + type.replace("-V1", "") + " rsa-key;parameter=2048", "certificate", "certificate");
        assertThat(scan.derived).containsExactlyInAnyOrder("app.bin!server/chain/0", "app.bin!partner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BKS", "BKS-V1"})
    void the_certificates_of_bks_need_no_password_and_its_keys_stay_locked(String type) throws Exception {
        byte[] store = store(type, "nobody-knows-this", true);

        MaterialScan locked = MaterialScan.of("android.bks", store);
        MaterialScan opened = MaterialScan.of("android.bks", store, "nobody-knows-this");

        assertThat(kinds(locked)).containsExactly("PRIVATE BKS rsa-key;parameter=2048", "certificate", "certificate");
        assertThat(locked.codes()).containsExactly("locked");
        assertThat(locked.diagnostics.get(0).arguments().get(0))
                .isEqualTo("BKS keystore (1 of 1 private keys and 1 of 1 secret keys locked; 2 certificates visible)");
        assertThat(opened.diagnostics).isEmpty();
        assertThat(opened.algorithms()).containsExactly("store aes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UBER", "BCFKS"})
    void a_store_that_stays_locked_is_told_of(String type) throws Exception {
        byte[] bytes = store(type, "nobody-knows-this", false);

        MaterialScan scan = MaterialScan.of("x.bin", bytes);

        assertThat(scan.findings).isEmpty();
        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.diagnostics.get(0).arguments().get(0)).startsWith(type + " keystore (");
        assertThat(kinds(MaterialScan.of("x.bin", bytes, "nobody-knows-this"))).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BKS", "UBER", "BCFKS"})
    void secret_keys_that_open_are_told_by_type_and_size(String type) throws Exception {
        MaterialScan scan = MaterialScan.of("x.bin", store(type, "changeit", true));

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.findings).hasSize(4);
        assertThat(scan.findings)
                .filteredOn(it -> it.occurrence().location().equals("x.bin!aes"))
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.evidence().toString()).contains("128 bits"));
    }

    @Test
    void a_huge_iteration_count_of_one_sealed_key_is_not_worked_off() throws Exception {
        KeyStore store = KeyStore.getInstance("BKS", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("aes", new SecretKeySpec(new byte[16], "AES"), "changeit".toCharArray(), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "changeit".toCharArray());
        byte[] bytes = out.toByteArray();
        // header, type, alias, date, empty chain, length of what is sealed, salt with its length
        int rounds = 32 + 1 + 5 + 8 + 4 + 4 + 24;
        Arrays.fill(bytes, rounds, rounds + 4, (byte) 0x7f);

        MaterialScan scan = MaterialScan.of("x.bks", bytes);

        assertThat(scan.codes()).containsExactly("limit-reached");
        assertThat(scan.diagnostics.get(0).arguments().get(1)).contains("1 of 1 secret keys locked");
    }

    @Test
    void a_huge_iteration_count_is_not_worked_off() throws Exception {
        byte[] uber = store("UBER", "changeit", false);
        Arrays.fill(uber, 28, 32, (byte) 0x7f);

        MaterialScan scan = MaterialScan.of("x.ubr", uber);

        assertThat(scan.codes()).containsExactly("limit-reached");
    }

    @Test
    @Timeout(120)
    void whatever_bytes_are_changed_nothing_is_thrown() throws Exception {
        Random random = new Random(3);
        for (String type : List.of("BKS", "UBER", "BCFKS")) {
            byte[] whole = store(type, "nobody-knows-this", true);
            for (int round = 0; round < (type.equals("BKS") ? 120 : 12); round++) {
                byte[] changed = round % 5 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int i = 0; i <= round % 4 && changed.length > 0; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertThat(MaterialScan.of("x.bks", changed).codes()).doesNotContain("detector-failed");
            }
        }
    }

    @Test
    void a_chain_of_millions_in_a_jks_is_refused() {
        byte[] jks = new byte[4 << 20];
        byte[] head = {
            (byte) 0xfe,
            (byte) 0xed,
            (byte) 0xfe,
            (byte) 0xed,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            1,
            0,
            1,
            'a',
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0x7f,
            0,
            0,
            0
        };
        System.arraycopy(head, 0, jks, 0, head.length);

        MaterialScan scan = MaterialScan.of("x.jks", jks);

        assertThat(scan.codes()).containsExactly("malformed");
        assertThat(scan.derived).isEmpty();
    }

    @Test
    void the_old_databases_of_nss_are_told_of() {
        byte[] hash = {0, 6, 0x15, 0x61, 0, 0, 0, 2, 0, 0, 4, (byte) 0xd2};

        assertThat(MaterialScan.of("profile/cert8.db", hash).codes()).containsExactly("format-not-read");
        assertThat(MaterialScan.of("postfix/aliases.db", hash).codes()).isEmpty();
    }
}
