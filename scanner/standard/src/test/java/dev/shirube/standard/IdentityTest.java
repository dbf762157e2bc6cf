package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit does to the identity of findings (docs/adr/0023): as much as it changed of the cryptography, and no more. */
class IdentityTest {

    private static final String RSA = "Signature.getInstance(\"SHA256withRSA\");";
    private static final String ECDSA = "Signature.getInstance(\"SHA256withECDSA\");";

    @TempDir
    Path root;

    private List<Finding> java(String... statements) throws Exception {
        return scan(
                "Signer.java",
                "import java.security.*;\nclass Signer {\n  void run(String alg, String name) throws Exception {\n    "
                        + String.join("\n    ", statements) + "\n  }\n}\n");
    }

    private List<Finding> scan(String file, String text) throws Exception {
        Files.writeString(root.resolve(file), text);
        return Scanned.directory(root).findings();
    }

    private static Set<String> identities(List<Finding> findings) {
        return findings.stream().map(Finding::fingerprint).collect(Collectors.toSet());
    }

    private static Finding withoutLine(Finding finding) {
        return finding.withOccurrence(finding.occurrence().withLine(OptionalInt.empty(), OptionalInt.empty()))
                .withEvidence(finding.evidence().withInputDigest(""));
    }

    @Test
    void linesInsertedAboveChangeNothingButTheLine() throws Exception {
        List<Finding> before = java(RSA, ECDSA, "Signature.getInstance(alg);");
        List<Finding> after = java("// one", "", "int unused = 0;", RSA, ECDSA, "Signature.getInstance(alg);");

        assertThat(before).hasSize(3);
        assertThat(after)
                .extracting(IdentityTest::withoutLine)
                .isEqualTo(before.stream().map(IdentityTest::withoutLine).toList());
        assertThat(after)
                .extracting(it -> it.occurrence().line().orElseThrow())
                .isEqualTo(before.stream()
                        .map(it -> it.occurrence().line().orElseThrow() + 3)
                        .toList());
        assertThat(identities(after)).isEqualTo(identities(before)).hasSize(3);
    }

    @Test
    void aRenamedVariableOfAnUnresolvedCallChangesNothingButTheExpression() throws Exception {
        List<Finding> before = java("Signature.getInstance(alg);");
        List<Finding> after = java("Signature.getInstance(name);");

        assertThat(identities(after)).isEqualTo(identities(before)).hasSize(1);
        assertThat(before.get(0).evidence().expression()).contains("alg");
        assertThat(after.get(0).evidence().expression()).contains("name");
        assertThat(after.get(0).asset()).isEqualTo(before.get(0).asset());
    }

    @Test
    void twoEqualCallsKeepTheirOrdinalsWhenADifferentOneComesBetween() throws Exception {
        List<Finding> before = java(RSA, RSA);
        List<Finding> after = java(RSA, ECDSA, RSA);

        assertThat(identities(before)).hasSize(2);
        assertThat(identities(after)).hasSize(3).containsAll(identities(before));
    }

    @Test
    void ofThreeEqualCallsTheLastOnesIdentityGoesWithWhicheverIsTakenAway() throws Exception {
        List<Finding> before = java(RSA, RSA, RSA);
        List<Finding> after = java(RSA, RSA);

        assertThat(before).extracting(it -> it.occurrence().ordinal()).containsExactly(0, 1, 2);
        assertThat(identities(before)).containsAll(identities(after));
    }

    @Test
    void aKeyThatMovesWithinAFileStaysTheSame() throws IOException, Exception {
        String key = "-----BEGIN PUBLIC KEY-----\n"
                + "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
                + "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n-----END PUBLIC KEY-----\n";
        List<Finding> before = scan("keys.txt", key);
        List<Finding> after = scan("keys.txt", "a line\nand another\n" + key);

        assertThat(identities(after)).isEqualTo(identities(before)).hasSize(1);
        assertThat(after.get(0).occurrence().line()).hasValue(3);
        assertThat(after.get(0).asset().id())
                .startsWith("key:public;sha256=")
                .isEqualTo(before.get(0).asset().id());
    }
}
