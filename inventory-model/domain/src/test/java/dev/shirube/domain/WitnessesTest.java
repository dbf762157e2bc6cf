package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is imported stays beside what was observed, and is not counted twice. */
class WitnessesTest {

    private static final ImportOrigin TOOL = new ImportOrigin("sonar-cryptography", "1.5", "bom.json");
    private static final Evidence OBSERVED = Evidence.direct("bytecode", "1", "row", List.of("RSA"));

    private static AssignedFinding finding(String system, String entry, String location, int line, Evidence evidence) {
        return new AssignedFinding(
                system,
                new Finding(
                        new CryptoAsset.AlgorithmAsset(Algorithm.Known.of(entry)),
                        new Occurrence(
                                location,
                                line == 0 ? OptionalInt.empty() : OptionalInt.of(line),
                                OptionalInt.empty(),
                                "",
                                "",
                                0,
                                EvidenceKind.IMPORT,
                                CodeContext.MAIN),
                        CryptoFunction.SIGN,
                        Category.SIGNATURE,
                        Confidence.LIKELY,
                        evidence));
    }

    private static Inventory of(AssignedFinding... findings) {
        return new Inventory(new TreeMap<>(), List.of(findings), List.of(), new TreeMap<>());
    }

    @Test
    void theObservedOneCountsAndBothStay() {
        AssignedFinding seen = finding("tax", "ecdsa", "src/A.java", 7, OBSERVED);
        AssignedFinding told = finding("tax", "ecdsa", "src/A.java", 7, TOOL.says(List.of("ECDSA")));
        Inventory both = of(seen).merge(of(told));
        assertThat(both.findings()).containsExactlyInAnyOrder(seen, told);
        assertThat(Witnesses.counted(both).findings()).containsExactly(seen);
        assertThat(seen.id()).isNotEqualTo(told.id());
    }

    @Test
    void anImportWithoutALineRepeatsWhatWasSeenInThatFile() {
        AssignedFinding seen = finding("tax", "ecdsa", "src/A.java", 7, OBSERVED);
        AssignedFinding told = finding("tax", "ecdsa", "src/A.java", 0, TOOL.says(List.of()));
        assertThat(Witnesses.counted(of(seen, told)).findings()).containsExactly(seen);
    }

    @Test
    void whatDiffersInLineAssetPlaceOrSystemCounts() {
        Inventory all = of(
                finding("tax", "ecdsa", "src/A.java", 7, OBSERVED),
                finding("tax", "ecdsa", "src/A.java", 8, TOOL.says(List.of())),
                finding("tax", "dsa", "src/A.java", 7, TOOL.says(List.of())),
                finding("tax", "ecdsa", "src/B.java", 7, TOOL.says(List.of())),
                finding("juki", "ecdsa", "src/A.java", 7, TOOL.says(List.of())));
        assertThat(Witnesses.counted(all)).isEqualTo(all);
    }

    @Test
    void twoToolsAreTwoClaims() {
        ImportOrigin other = new ImportOrigin("cdxgen", "", "bom.json");
        AssignedFinding one = finding("tax", "ecdsa", "src/A.java", 7, TOOL.says(List.of()));
        AssignedFinding two = finding("tax", "ecdsa", "src/A.java", 7, other.says(List.of()));
        assertThat(Witnesses.counted(of(one, two)).findings()).hasSize(2);
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(TOOL.words()).isEqualTo("sonar-cryptography 1.5 (bom.json)");
        assertThat(other.words()).isEqualTo("cdxgen (bom.json)");
        assertThat(ImportOrigin.of(OBSERVED)).isEmpty();
    }
}
