package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AssignedFindingTest {
    @Test
    void theIdStaysWhenALineMovesAndChangesWithTheSystem() {
        Finding finding = finding(12);
        assertThat(new AssignedFinding("tax", finding).id()).matches("F-[0-9a-f]{16}");
        assertThat(new AssignedFinding("tax", finding(99)).id()).isEqualTo(new AssignedFinding("tax", finding).id());
        assertThat(new AssignedFinding("hr", finding).id()).isNotEqualTo(new AssignedFinding("tax", finding).id());
    }

    private static Finding finding(int line) {
        return new Finding(
                new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("ecdsa")),
                new Occurrence(
                        "A.java",
                        OptionalInt.of(line),
                        OptionalInt.of(1),
                        "A#a()V",
                        "java.security.Signature#getInstance",
                        0,
                        EvidenceKind.SOURCE,
                        CodeContext.MAIN),
                CryptoFunction.SIGN,
                Category.SIGNATURE,
                Confidence.CERTAIN,
                Evidence.direct("source", "1", "row", List.of()));
    }
}
