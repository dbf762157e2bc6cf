package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of three certificates and the key of the last, made for this test with openssl. */
class CertificateCommandTest {

    @TempDir
    Path folder;

    @Test
    void certificates_are_listed_with_their_issuers_and_shared_keys() throws Exception {
        Path target = Files.createDirectory(folder.resolve("tls"));
        try (InputStream chain = getClass().getResourceAsStream("chain.pem")) {
            Files.copy(chain, target.resolve("chain.pem"));
        }
        assertThat(ShirubeProcess.run(folder, "scan", "tls").exit()).isZero();

        ShirubeProcess run = ShirubeProcess.run(folder, "inventory", "certificates", "--lang", "en");

        assertThat(run.exit()).isZero();
        List<String> lines = run.out().lines().toList();
        String root = line(lines, "CN=City Root");
        String middle = line(lines, "CN=City Issuing");
        String leaf = line(lines, "CN=www.city.example");
        assertThat(root).contains("itself (verified)");
        assertThat(middle).contains(" " + root.substring(0, 12) + " ");
        assertThat(leaf).contains(" " + middle.substring(0, 12) + " ");
        assertThat(line(lines, "key ")).endsWith("certificates " + leaf.substring(0, 12) + "; private key found");
    }

    private static String line(List<String> lines, String what) {
        return lines.stream()
                .filter(it -> it.endsWith(what) || it.startsWith(what) && it.contains("certificates"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not in " + lines));
    }
}
