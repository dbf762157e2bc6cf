package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CommitSpan.InTree;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommitSpanTest {

    private static final String FIRST = "0123456789abcdef0123456789abcdef01234567";
    private static final String LAST = "fedcba9876543210fedcba9876543210fedcba98";

    @Test
    void whatIsPutOnAFindingIsReadBack() {
        CommitSpan span = new CommitSpan(FIRST, LAST, "b/k.pem", 12, InTree.REMOVED);
        Finding told = span.on(finding(List.of("1.2.3", "first-commit=forged")));

        assertThat(CommitSpan.of(told)).contains(span);
        assertThat(told.evidence().row()).isEqualTo("private-key:history");
        assertThat(told.evidence().values()).startsWith("1.2.3");
        assertThat(told.fingerprint()).isEqualTo(finding(List.of()).fingerprint());
        assertThat(span.text().en())
                .isEqualTo("Git history: not in the tree any more, first commit 0123456789ab, last commit fedcba987654"
                        + " (b/k.pem), 12 places");
        assertThat(span.text().ja())
                .isEqualTo("Git 履歴：現在のツリーには無い、最初のコミット 0123456789ab、最後のコミット fedcba987654（b/k.pem）、12 箇所");
    }

    @Test
    void whatIsInTheTreeKeepsItsRow() {
        CommitSpan span = new CommitSpan(FIRST, "", "", 1, InTree.PRESENT);
        assertThat(span.on(finding(List.of())).evidence().row()).isEqualTo("private-key");
        assertThat(CommitSpan.of(span.on(finding(List.of())))).contains(span);
        assertThat(span.text().en()).isEqualTo("Git history: still in the tree, first commit 0123456789ab");
    }

    @Test
    void valuesOfOthersAreNoSpanAndOddOnesDoNoHarm() {
        assertThat(CommitSpan.of(finding(List.of("RSA", "tree=removed", "places=3"))))
                .isEmpty();
        assertThat(CommitSpan.of(finding(List.of("first-commit=x", "places=99999999999999999999", "tree=odd"))))
                .contains(new CommitSpan("x", "", "", 1, InTree.UNKNOWN));
    }

    private static Finding finding(List<String> values) {
        return new Finding(
                new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa")),
                new Occurrence(
                        ".@" + FIRST + ":a/k.pem",
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        "",
                        "PrivateKeyInfo",
                        0,
                        EvidenceKind.MATERIAL,
                        CodeContext.MAIN),
                CryptoFunction.KEY_LOAD,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                Evidence.direct("der", "1", "private-key", values));
    }
}
