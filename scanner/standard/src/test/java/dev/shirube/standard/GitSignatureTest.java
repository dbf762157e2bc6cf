package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.engine.ScanTarget.GitTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits and tags that Git itself signed; needs the Debian packages {@code git}, {@code openssh-client} and {@code gnupg}. */
@Tag("slow")
class GitSignatureTest {

    @TempDir
    private Path folder;

    @Test
    void signaturesBySsh() throws Exception {
        need("ssh-keygen", "openssh-client");
        Path key = folder.resolve("key");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        Path repository = signed("ssh", key.toString());

        assertSigned(repository, "algorithm:eddsa;curve=other/Ed25519");
    }

    @Test
    void signaturesByGnuPg() throws Exception {
        need("gpg", "gnupg");
        Path home = Files.createDirectory(
                folder.resolve("gpg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            run("gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "a@example.org", "rsa2048");
            Path repository = signed("openpgp", "a@example.org");

            assertSigned(repository, "algorithm:rsassa-pkcs1v15;digest=SHA-512");
        } finally {
            run("gpgconf", "--homedir", home.toString(), "--kill", "all");
        }
    }

    /** Four signed commits and a signed tag. */
    private Path signed(String format, String key) throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        String[] git = {"git", "-C", repository.toString(), "-c", "gpg.format=" + format, "-c", "user.signingkey=" + key
        };
        run(git, "init", "-q", "-b", "main");
        for (int i = 0; i < 4; i++) {
            run(git, "commit", "-q", "--allow-empty", "-S", "-m", "commit " + i);
        }
        run(git, "tag", "-s", "-m", "signed", "v1");
        return repository;
    }

    private void assertSigned(Path repository, String scheme) throws Exception {
        Scanned all = Scanned.of(new GitTarget(repository.toString(), Optional.empty(), true), Scanned.CONTEXT);
        assertThat(all.findings().stream()
                        .filter(it -> it.asset().id().equals(scheme) && it.function() == CryptoFunction.SIGN)
                        .map(it -> CommitSpan.of(it).orElseThrow())
                        .map(it -> it.places() + " " + it.inTree()))
                .containsExactly("5 NO_FILE");
        assertThat(all.findings())
                .noneMatch(it -> it.asset() instanceof CryptoAsset.Key key && key.kind() != CryptoAsset.KeyKind.PUBLIC);

        Scanned head = Scanned.of(new GitTarget(repository.toString(), Optional.empty(), false), Scanned.CONTEXT);
        assertThat(head.findings().stream()
                        .filter(it -> it.asset().id().equals(scheme) && it.function() == CryptoFunction.SIGN)
                        .map(it -> it.occurrence().location().replaceFirst(".*!", "!")))
                .containsExactlyInAnyOrder("!gpgsig", "!tag-signature");
    }

    private void need(String program, String debianPackage) throws Exception {
        Assumptions.assumeTrue(
                runs("git", "--version") && runs("sh", "-c", "command -v " + program),
                "needs the Debian packages git and " + debianPackage + " (apt install git " + debianPackage + ")");
    }

    private boolean runs(String... command) throws Exception {
        try {
            return process(List.of(command)).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String[] begin, String... end) throws Exception {
        List<String> command = new ArrayList<>(List.of(begin));
        command.addAll(List.of(end));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        Process process = process(List.of(command));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
    }

    private Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GNUPGHOME", folder.resolve("gpg").toString());
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "Test");
            builder.environment().put("GIT_" + role + "_EMAIL", "a@example.org");
        }
        return builder.start();
    }
}
