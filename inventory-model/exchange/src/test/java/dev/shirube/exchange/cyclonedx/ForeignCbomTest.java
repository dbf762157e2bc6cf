package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.Inventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CBOMs in the style of other tools; what each must give stands beside it, a line for each finding and diagnostic. */
class ForeignCbomTest {

    static Inventory read(String name) {
        String json = CbomSchema.resource("foreign/" + name + ".cdx.json");
        try {
            return CbomReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), name + ".cdx.json");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(AssignedFinding assigned) {
        Finding finding = assigned.finding();
        String place = finding.occurrence().place()
                + finding.occurrence().offset().stream()
                        .mapToObj(it -> ":" + it)
                        .findFirst()
                        .orElse("");
        return String.join(
                " | ",
                place,
                finding.occurrence().symbol(),
                finding.asset().id(),
                finding.function().id() + " " + finding.occurrence().context().id() + " "
                        + finding.confidence().id() + " #"
                        + finding.occurrence().ordinal(),
                String.join(",", finding.evidence().values()),
                finding.evidence().resolution().id() + " " + finding.evidence().expression());
    }

    static List<String> lines(Inventory inventory) {
        return Stream.concat(
                        inventory.findings().stream().map(ForeignCbomTest::line),
                        inventory.diagnostics().stream()
                                .map(it -> it.diagnostic().code().id() + " "
                                        + it.diagnostic().arguments()))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cbomkit-java",
                "cbomkit-python",
                "cbomkit-17",
                "cdxgen-js",
                "cdxgen-java",
                "cdxgen-os",
                "theia-image",
                "theia-openssl",
                "theia-enriched",
                "cryptoscanner"
            })
    void aDocumentGivesWhatStandsBesideIt(String name) {
        List<String> expected = CbomSchema.resource("foreign/" + name + ".expected.txt")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("//"))
                .toList();
        assertThat(lines(read(name))).containsExactlyElementsOf(expected);
    }

    @Test
    void everyFindingCarriesItsOrigin() {
        for (String name : List.of("cbomkit-java", "cdxgen-js", "theia-image", "theia-enriched", "theia-openssl")) {
            Inventory read = read(name);
            assertThat(read.findings()).isNotEmpty().allSatisfy(it -> {
                assertThat(ImportOrigin.of(it.finding().evidence())).isPresent();
                assertThat(it.finding().occurrence().kind()).isEqualTo(EvidenceKind.IMPORT);
                assertThat(it.finding().evidence().row()).isEqualTo(name + ".cdx.json");
            });
        }
        assertThat(origin("cbomkit-java")).isEqualTo("Sonar Cryptography Plugin 1.5.1 (cbomkit-java.cdx.json)");
        assertThat(origin("cdxgen-js")).isEqualTo("cdxgen 12.1.0 (cdxgen-js.cdx.json)");
        assertThat(origin("theia-enriched")).isEqualTo("cbomkit-theia 1.0.2 (theia-enriched.cdx.json)");
        assertThat(origin("theia-openssl")).isEqualTo("unknown (theia-openssl.cdx.json)");
    }

    private static String origin(String name) {
        return ImportOrigin.of(read(name).findings().get(0).finding().evidence())
                .orElseThrow()
                .words();
    }

    @Test
    void noValueAndNoSnippetOfADocumentEntersTheInventory() {
        assertThat(read("theia-image").toString()).doesNotContain("never-read");
        assertThat(read("cbomkit-python").toString()).doesNotContain("hunter2");
    }

    @Test
    void whatIsImportedIsValidWhenItIsWrittenAgainAndReadsBackEqual() throws IOException {
        for (String name :
                List.of("cbomkit-java", "cbomkit-17", "cdxgen-js", "theia-image", "theia-enriched", "cryptoscanner")) {
            Inventory read = read(name);
            for (CbomVersion version : CbomVersion.values()) {
                String json = CbomWriterTest.write(version, read);
                assertThat(CbomSchema.errors(version, json)).as(name).isEmpty();
                Inventory again = CbomReader.read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "again.cdx.json");
                assertThat(again.findings()).isEqualTo(read.findings());
            }
        }
    }
}
