package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockedKeyTest {

    private static final String PASSWORD = "correct-horse";

    @ParameterizedTest
    @ValueSource(
            strings = {"rsa2048.pbes2.pem", "rsa2048.scrypt.pem", "rsa2048.pbe3des.pem", "rsa2048.traditional-aes.pem"})
    void the_right_password_opens_it_and_it_is_the_same_key(String file) {
        MaterialScan scan = MaterialScan.fixture(file, "wrong", PASSWORD);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.key().fingerprint())
                .isEqualTo(MaterialScan.fixture("rsa2048.spki.pem").key().fingerprint());
        assertThat(scan.key().size()).hasValue(2048);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048.pbes2.pem", "rsa2048.scrypt.pem", "rsa2048.pbe3des.pem"})
    void without_it_the_key_is_there_and_nothing_is_invented(String file) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.diagnostics.get(0).location()).isEqualTo(file + ":1");
        assertThat(scan.key().key()).isInstanceOf(Algorithm.Unresolved.class);
        assertThat(scan.key().fingerprint()).isEmpty();
        assertThat(scan.key().envelope()).isPresent();
        assertThat(scan.key().size()).isEmpty();
    }

    @Test
    void a_traditional_key_shows_its_type_but_not_its_size() {
        MaterialScan scan = MaterialScan.fixture("rsa2048.traditional-aes.pem");

        assertThat(scan.codes()).containsExactly("locked");
        assertThat(scan.key().key().identity()).isEqualTo("rsa-key");
        assertThat(scan.key().size()).isEmpty();
    }

    @Test
    void an_iteration_count_that_would_take_hours_is_not_run() throws Exception {
        byte[] der = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pbes2.pem").replaceAll("-----.*-----", ""));
        byte[] slow = withIterations(der, 0x7fff);

        long start = System.nanoTime();
        MaterialScan scan = MaterialScan.of("slow.p8", slow);

        assertThat(scan.codes()).containsExactly("limit-reached");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    /** The same key announcing {@code high * 65536 + …} rounds; OpenSSL writes 2048 as 02 02 08 00. */
    private static byte[] withIterations(byte[] der, int high) {
        EncryptedPrivateKeyInfo key = EncryptedPrivateKeyInfo.getInstance(der);
        PBES2Parameters old =
                PBES2Parameters.getInstance(key.getEncryptionAlgorithm().getParameters());
        PBKDF2Params kdf = PBKDF2Params.getInstance(old.getKeyDerivationFunc().getParameters());
        PBES2Parameters slow = new PBES2Parameters(
                new KeyDerivationFunc(
                        old.getKeyDerivationFunc().getAlgorithm(),
                        new PBKDF2Params(kdf.getSalt(), high << 16, kdf.getPrf())),
                old.getEncryptionScheme());
        try {
            return new EncryptedPrivateKeyInfo(
                            new AlgorithmIdentifier(key.getEncryptionAlgorithm().getAlgorithm(), slow),
                            key.getEncryptedData())
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
