package dev.shirube.material;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.Key;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte of a private key and no password may stand in anything that a detector says. */
class SecretsStayInsideTest {

    private static final String PASSWORD = "correct-horse";

    /** A certificate that stands in the clear in one of the stores: its serial number is no secret. */
    private static final String PUBLIC = HexFormat.of().formatHex(MaterialScan.bytes("rsa2048.der"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa2048.pkcs8.pem",
                "rsa2048.pkcs1.pem",
                "rsa2048.pbes2.pem",
                "rsa2048.traditional-aes.pem",
                "p256.sec1.pem",
                "p256.pkcs8.der",
                "ed25519.pkcs8.pem",
                "x448.pkcs8.pem",
                "dsa2048.pem",
                "modern.p12",
                "legacy.p12",
                "opencerts.p12",
                "ssh_rsa",
                "ssh_ed25519",
                "ssh_ecdsa_locked"
            })
    void outputs_hold_no_window_of_the_key(String file) {
        for (MaterialScan scan :
                new MaterialScan[] {MaterialScan.fixture(file), MaterialScan.fixture(file, PASSWORD)}) {
            String output = output(scan);

            assertThat(output).doesNotContain(PASSWORD).doesNotContain("changeit");
            byte[] bytes = MaterialScan.bytes(file);
            String text = MaterialScan.text(file);
            for (int at = 0; at + 16 <= text.length(); at++) {
                String window = text.substring(at, at + 16);
                if (window.matches("[A-Za-z0-9+/]{16}")) {
                    assertThat(output).doesNotContain(window);
                }
            }
            for (byte[] der : text.contains("-----BEGIN") ? bodies(text) : List.of(bytes)) {
                for (int at = 0; at + 12 <= der.length; at++) {
                    String window = HexFormat.of().formatHex(Arrays.copyOfRange(der, at, at + 12));
                    assertThat(PUBLIC.contains(window) || !output.contains(window))
                            .as(window)
                            .isTrue();
                }
            }
        }
    }

    /** The certificates of these stores are told of, so what must not be is taken out of them first. */
    @ParameterizedTest
    @CsvSource({"ec.jks, JKS, changeit", "ec.jceks, JCEKS, correct-horse", "ec.bks, BKS, correct-horse"})
    void outputs_hold_no_window_of_a_key_that_a_keystore_was_opened_for(String file, String type, String password)
            throws Exception {
        KeyStore store = type.equals("BKS")
                ? KeyStore.getInstance(type, new BouncyCastleProvider())
                : KeyStore.getInstance(type);
        store.load(new ByteArrayInputStream(MaterialScan.bytes(file)), password.toCharArray());
        List<byte[]> secrets = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password.toCharArray());
            secrets.add(key instanceof ECPrivateKey ec ? ec.getS().toByteArray() : key.getEncoded());
        }

        String output = output(MaterialScan.fixture(file, PASSWORD)) + output(MaterialScan.fixture(file));

        assertThat(secrets).hasSize(file.equals("ec.jceks") ? 2 : 1);
        assertThat(output).contains("ec-key").doesNotContain(PASSWORD).doesNotContain("changeit");
        for (byte[] secret : secrets) {
            assertThat(output)
                    .doesNotContain(new BigInteger(1, secret).toString())
                    .doesNotContain(Digests.sha256(secret))
                    .doesNotContain(Base64.getEncoder().encodeToString(secret).substring(2, 16));
            for (int at = 0; at + 8 <= secret.length; at++) {
                assertThat(output).doesNotContain(HexFormat.of().formatHex(secret, at, at + 8));
            }
        }
    }

    private static List<byte[]> bodies(String text) {
        return Pattern.compile("(?s)-----BEGIN[^-]+-----(.*?)-----END")
                .matcher(text)
                .results()
                .map(it -> Base64.getMimeDecoder().decode(it.group(1).replaceAll("(?m)^[A-Za-z-]+: .*$", "")))
                .toList();
    }

    private static String output(MaterialScan scan) {
        StringBuilder output = new StringBuilder();
        output.append(scan.findings).append(scan.diagnostics).append(scan.derived);
        scan.diagnostics.forEach(it -> output.append(it.message(Language.EN)).append(it.message(Language.JA)));
        return output + output.toString().toLowerCase(Locale.ROOT);
    }
}
