package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshSignatureTest {

    @ParameterizedTest
    @CsvSource({
        "ed25519.sshsig, sign eddsa;curve=other/Ed25519, eddsa;curve=other/Ed25519",
        "rsa.sshsig, sign rsassa-pkcs1v15;digest=SHA-512, rsa-key;parameter=2048",
    })
    void a_signature_names_algorithm_digest_and_key(String file, String signature, String key) {
        MaterialScan scan = MaterialScan.fixture(file);

        assertThat(scan.diagnostics).isEmpty();
        assertThat(scan.uses()).containsExactly("digest sha2;parameter=512", signature);
        assertThat(scan.key().key().identity()).isEqualTo(key);
        assertThat(scan.findings)
                .allSatisfy(it -> assertThat(it.occurrence().line()).hasValue(1));
    }

    @Test
    void a_signature_that_is_cut_off_or_lies_about_a_length_is_malformed() {
        byte[] whole = Base64.getMimeDecoder()
                .decode(MaterialScan.text("ed25519.sshsig").replaceAll("-----.*-----", ""));
        for (int length = 20; length < whole.length; length += 7) {
            assertThat(MaterialScan.of("x", pem(Arrays.copyOf(whole, length))).codes())
                    .containsExactly("malformed");
        }
        byte[] lies = whole.clone();
        lies[10] = 0x7f;
        assertThat(MaterialScan.of("x", pem(lies)).codes()).containsExactly("malformed");
    }

    private static String pem(byte[] body) {
        return "-----BEGIN SSH SIGNATURE-----\n" + Base64.getEncoder().encodeToString(body)
                + "\n-----END SSH SIGNATURE-----\n";
    }
}
