package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.engine.Passwords;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FileBudgetTest {

    @Test
    void twelve_candidates_at_600_000_rounds_fit_and_named_ones_come_first() {
        PasswordTrials trials = new PasswordTrials(Passwords.of(List.of("one")));
        Unlocking unlocking = new Unlocking(trials);
        List<String> tried = new ArrayList<>();

        for (int part = 0; part < 2; part++) {
            unlocking.open(600_000, it -> {
                tried.add(new String(it));
                return Optional.empty();
            });
        }

        assertThat(tried).hasSize(24);
        assertThat(tried.get(0)).isEqualTo("one");
        assertThat(tried.get(12)).isEqualTo("one");
        assertThat(unlocking.diagnostics("x", "y").get(0).code().id()).isEqualTo("locked");
    }

    @Test
    void what_the_usual_passwords_cost_does_not_keep_the_named_ones_from_being_tried() {
        PasswordTrials trials = new PasswordTrials(Passwords.of(List.of("one", "two")));
        List<String> tried = new ArrayList<>();

        for (int part = 0; part < 4; part++) {
            Unlocking unlocking = new Unlocking(trials);
            tried.clear();
            unlocking.open(2_000_000, it -> {
                tried.add(new String(it));
                return Optional.empty();
            });
            assertThat(tried).startsWith("one", "two");
            assertThat(unlocking.diagnostics("x", "y").get(0).code().id()).isEqualTo("limit-reached");
        }
        assertThat(tried).containsExactly("one", "two");
    }

    @Test
    void the_password_that_opened_one_part_is_first_for_the_next() {
        PasswordTrials trials = new PasswordTrials(Passwords.of(List.of("one", "two", "three")));
        Unlocking first = new Unlocking(trials);
        first.open(1, it -> new String(it).equals("three") ? Optional.of(new byte[0]) : Optional.empty());
        List<String> tried = new ArrayList<>();

        new Unlocking(trials).open(1, it -> {
            tried.add(new String(it));
            return Optional.empty();
        });

        assertThat(tried).startsWith("three", "one", "two", "changeit");
    }

    @Test
    @Timeout(180)
    void many_locked_keys_of_one_text_share_one_budget() throws Exception {
        String key = pem("ENCRYPTED PRIVATE KEY", slow(700_000));

        MaterialScan scan = MaterialScan.of("keys.txt", key.repeat(60));

        assertThat(scan.keys()).hasSize(60);
        assertThat(scan.codes()).hasSize(60);
        assertThat(scan.codes().subList(0, 2)).containsExactly("locked", "locked");
        assertThat(scan.codes().subList(2, 60)).containsOnly("limit-reached");
    }

    @Test
    @Timeout(60)
    void crafted_numbers_of_one_text_are_not_all_tested() throws Exception {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(pem(
                    "RSA PUBLIC KEY",
                    numbers(new BigInteger(8000, random).setBit(7999).setBit(0), 3)));
        }

        MaterialScan scan = MaterialScan.of("keys.txt", text.toString());

        assertThat(scan.keys()).hasSize(4);
        assertThat(scan.codes()).hasSize(36).containsOnly("limit-reached");
    }

    /** Each such key would take seconds; those that no exponentiation is left for are keys all the same. */
    @Test
    @Timeout(120)
    void the_public_halves_of_one_text_are_not_all_computed() throws Exception {
        Random random = new Random(2);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            ASN1EncodableVector parameters = new ASN1EncodableVector();
            parameters.add(new ASN1Integer(
                    new BigInteger(12_000, random).setBit(11_999).setBit(0)));
            parameters.add(new ASN1Integer(new BigInteger(256, random).setBit(255)));
            parameters.add(new ASN1Integer(2));
            text.append(pem(
                    "PRIVATE KEY",
                    new PrivateKeyInfo(
                                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, new DERSequence(parameters)),
                                    new ASN1Integer(new BigInteger(11_000, random)))
                            .getEncoded()));
        }

        MaterialScan scan = MaterialScan.of("keys.txt", text.toString());

        assertThat(scan.keys()).hasSize(40).containsOnly(scan.keys().get(0));
        assertThat(scan.findings)
                .filteredOn(it -> ((CryptoAsset.Key) it.asset()).fingerprint().isPresent())
                .hasSize(5);
    }

    @Test
    @Timeout(20)
    void a_number_of_16384_bits_is_not_tested_and_needs_not_with_the_usual_exponent() throws Exception {
        BigInteger number = BigInteger.ONE.shiftLeft(16_383).setBit(0);

        assertThat(MaterialScan.of("a.pem", pem("RSA PUBLIC KEY", numbers(number, 3)))
                        .codes())
                .containsExactly("limit-reached");
        assertThat(MaterialScan.of("a.pem", pem("RSA PUBLIC KEY", numbers(number, 65_537)))
                        .keys())
                .containsExactly("PUBLIC rsa-key;parameter=16384 16384");
    }

    private static byte[] numbers(BigInteger first, int second) throws Exception {
        ASN1EncodableVector numbers = new ASN1EncodableVector();
        numbers.add(new ASN1Integer(first));
        numbers.add(new ASN1Integer(second));
        return new DERSequence(numbers).getEncoded();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static byte[] slow(int rounds) throws Exception {
        byte[] der = Base64.getMimeDecoder()
                .decode(MaterialScan.text("rsa2048.pbes2.pem").replaceAll("-----.*-----", ""));
        EncryptedPrivateKeyInfo key = EncryptedPrivateKeyInfo.getInstance(der);
        PBES2Parameters old =
                PBES2Parameters.getInstance(key.getEncryptionAlgorithm().getParameters());
        PBKDF2Params kdf = PBKDF2Params.getInstance(old.getKeyDerivationFunc().getParameters());
        PBES2Parameters slow = new PBES2Parameters(
                new KeyDerivationFunc(
                        old.getKeyDerivationFunc().getAlgorithm(),
                        new PBKDF2Params(kdf.getSalt(), rounds, kdf.getPrf())),
                old.getEncryptionScheme());
        return new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(key.getEncryptionAlgorithm().getAlgorithm(), slow),
                        key.getEncryptedData())
                .getEncoded();
    }
}
