package dev.shirube.domain.diff;

import static dev.shirube.domain.diff.DiffSamples.algorithm;
import static dev.shirube.domain.diff.DiffSamples.call;
import static dev.shirube.domain.diff.DiffSamples.inventory;
import static dev.shirube.domain.diff.DiffSamples.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.diff.Progress.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InventoryDiffTest {

    private static final String RSA = "rsassa-pkcs1v15;digest=SHA-256";
    private static final String ECDSA = "ecdsa;digest=SHA-256";
    private static final String ML_DSA = "ml-dsa;parameter=65";
    private static final Finding SIGNER = call(RSA, "A.java", 10, 0, "d1");

    private static InventoryDiff diff(Finding before, Finding after) {
        return InventoryDiff.between(inventory("s", before), inventory("s", after));
    }

    private static ChangeKind only(InventoryDiff diff) {
        assertThat(diff.occurrences()).hasSize(1);
        return diff.occurrences().get(0).kind();
    }

    @Test
    void what_is_in_one_state_only_is_new_or_gone() {
        InventoryDiff appeared = InventoryDiff.between(inventory("s"), inventory("s", SIGNER));
        InventoryDiff vanished = InventoryDiff.between(inventory("s", SIGNER), inventory("s"));

        assertThat(only(appeared)).isEqualTo(ChangeKind.NEW);
        assertThat(only(vanished)).isEqualTo(ChangeKind.GONE);
        assertThat(appeared.assets()).extracting(Change::kind).containsExactly(ChangeKind.NEW);
        assertThat(vanished.assets()).extracting(Change::kind).containsExactly(ChangeKind.GONE);
        assertThat(appeared.systems()).isEmpty();
        assertThat(appeared.numbers().get("s")).containsEntry(ChangeKind.NEW, 1L);
    }

    @Test
    void another_line_is_a_move_and_other_bytes_alone_are_no_change() {
        InventoryDiff moved = diff(SIGNER, call(RSA, "A.java", 12, 0, "d2"));

        assertThat(only(moved)).isEqualTo(ChangeKind.MOVED);
        assertThat(moved.occurrences().get(0).differences()).containsExactly(new Difference("line", "10", "12"));
        assertThat(diff(SIGNER, call(RSA, "A.java", 10, 0, "d2")).isEmpty()).isTrue();
    }

    @Test
    void the_same_bytes_under_another_path_are_a_move_if_there_is_only_one() {
        Finding renamed = call(RSA, "b/B.java", 10, 0, "d1");

        assertThat(only(diff(SIGNER, renamed))).isEqualTo(ChangeKind.MOVED);
        InventoryDiff copied = InventoryDiff.between(
                inventory("s", SIGNER), inventory("s", renamed, call(RSA, "c/C.java", 10, 0, "d1")));
        assertThat(copied.occurrences())
                .extracting(Change::kind)
                .containsExactly(ChangeKind.NEW, ChangeKind.NEW, ChangeKind.GONE);
        assertThat(diff(SIGNER, call(RSA, "b/B.java", 10, 0, "d2")).number(ChangeKind.MOVED))
                .isZero();
    }

    @Test
    void another_algorithm_or_size_at_the_same_call_is_a_change_even_where_its_line_moved() {
        InventoryDiff changed = diff(
                call("rsa-key;parameter=2048", "A.java", 10, 0, "d1"),
                call("rsa-key;parameter=4096", "A.java", 14, 0, "d2"));

        assertThat(only(changed)).isEqualTo(ChangeKind.CHANGED);
        assertThat(changed.occurrences().get(0).differences())
                .containsExactly(
                        new Difference("line", "10", "14"),
                        new Difference("asset", "algorithm:rsa-key;parameter=2048", "algorithm:rsa-key;parameter=4096"),
                        new Difference("parameter", "2048", "4096"));
        assertThat(only(diff(SIGNER, call(ML_DSA, "A.java", 10, 0, "d2")))).isEqualTo(ChangeKind.CHANGED);
        assertThat(changed.assets()).extracting(Change::kind).containsExactly(ChangeKind.NEW, ChangeKind.GONE);
    }

    @Test
    void of_several_calls_in_a_member_the_one_on_the_same_line_changed() {
        InventoryDiff diff = InventoryDiff.between(
                inventory("s", SIGNER, call(RSA, "A.java", 20, 1, "d1")),
                inventory("s", call(RSA, "A.java", 10, 0, "d2"), call(ECDSA, "A.java", 20, 0, "d2")));

        assertThat(only(diff)).isEqualTo(ChangeKind.CHANGED);
        assertThat(diff.occurrences().get(0).finding().occurrence().line()).hasValue(20);
    }

    @Test
    void a_key_never_becomes_an_algorithm() {
        Finding key = new Finding(
                new CryptoAsset.Key(
                        CryptoAsset.KeyKind.PUBLIC,
                        algorithm("rsa-key").algorithm().orElseThrow(),
                        Optional.of("ab".repeat(32)),
                        Optional.empty(),
                        OptionalInt.of(2048),
                        "SPKI"),
                SIGNER.occurrence(),
                SIGNER.function(),
                SIGNER.category(),
                SIGNER.confidence(),
                SIGNER.evidence().withInputDigest("d2"));

        assertThat(diff(SIGNER, key).occurrences())
                .extracting(Change::kind)
                .containsExactly(ChangeKind.NEW, ChangeKind.GONE);
    }

    @Test
    void the_same_bytes_said_otherwise_are_judged_again_unless_the_judge_is_the_same() {
        Finding told = saying(SIGNER, "alg", 0, "2");

        assertThat(only(diff(SIGNER, told))).isEqualTo(ChangeKind.REJUDGED);
        assertThat(only(diff(SIGNER, call(ECDSA, "A.java", 10, 0, "d1")))).isEqualTo(ChangeKind.REJUDGED);
        // A value that was followed into another file may have changed there.
        assertThat(only(diff(SIGNER, saying(SIGNER, "alg", 2, "1")))).isEqualTo(ChangeKind.CHANGED);
        assertThat(diff(SIGNER, saying(SIGNER, "", 0, "2")).isEmpty()).isTrue();
        Looked same = new Sight(true, Looked.Tools.SAME);
        assertThat(only(InventoryDiff.between(inventory("s", SIGNER), inventory("s", told), same)))
                .isEqualTo(ChangeKind.CHANGED);
    }

    @Test
    void what_nobody_looked_at_again_is_never_gone() {
        Inventory before =
                inventory(List.of(new AssignedFinding("s", SIGNER), new AssignedFinding("t", SIGNER)), "s", "t");
        InventoryDiff diff = InventoryDiff.between(before, inventory("s"));

        assertThat(diff.numbers().get("s")).containsOnlyKeys(ChangeKind.GONE);
        assertThat(diff.numbers().get("t")).containsOnlyKeys(ChangeKind.NOT_LOOKED_AT);
        assertThat(diff.assets()).extracting(Change::kind).containsExactly(ChangeKind.GONE, ChangeKind.NOT_LOOKED_AT);
        assertThat(diff.systems()).extracting(Change::kind).containsExactly(ChangeKind.NOT_LOOKED_AT);
    }

    @Test
    void scanning_more_lowers_the_plain_ratio_and_not_the_same_set() {
        Finding migrated = call(ML_DSA, "A.java", 20, 0, "d1");
        Finding more = call(RSA, "New.java", 5, 0, "d3");
        Looked firstTime = new Sight(false, Looked.Tools.SAME);

        Progress progress = InventoryDiff.between(
                        inventory("s", SIGNER, migrated), inventory("s", SIGNER, migrated, more), firstTime)
                .progress()
                .get(0);

        assertThat(progress.plainBefore()).isEqualTo(new Share(1, 2));
        assertThat(progress.plainAfter()).isEqualTo(new Share(1, 3));
        assertThat(progress.sameBefore()).isEqualTo(progress.sameAfter()).isEqualTo(new Share(1, 2));
        Progress regress = InventoryDiff.between(
                        inventory("s", SIGNER, migrated),
                        inventory("s", SIGNER, migrated, more),
                        new Sight(true, Looked.Tools.SAME))
                .progress()
                .get(0);
        assertThat(regress.sameAfter()).isEqualTo(new Share(1, 3));
        assertThat(regress.added()).isEqualTo(1);
    }

    @Test
    void what_is_gone_or_safe_counts_as_migrated_and_what_was_judged_again_does_not() {
        Inventory before = inventory(
                "s",
                SIGNER,
                call(RSA, "B.java", 1, 0, "b1"),
                call(RSA, "C.java", 1, 0, "c1"),
                call(RSA, "D.java", 1, 0, "e1"));
        Inventory after = inventory(
                "s",
                call(ML_DSA, "A.java", 10, 0, "d2"), // migrated
                call(ML_DSA, "C.java", 1, 0, "c1"), // the same bytes: it always was
                call(RSA, "D.java", 1, 0, "e1")); // and B.java is gone

        Progress progress = InventoryDiff.between(before, after).progress().get(0);

        assertThat(progress.sameBefore()).isEqualTo(new Share(1, 4));
        assertThat(progress.sameAfter()).isEqualTo(new Share(3, 4));
        assertThat(progress.plainBefore()).isEqualTo(new Share(0, 4));
        assertThat(progress.plainAfter()).isEqualTo(new Share(2, 3));
        assertThat(progress.removed()).isEqualTo(2);
        assertThat(progress.sameAfter().permille()).hasValue(750L);
    }

    @Test
    void the_example_of_the_documentation_holds() {
        Finding kept = call(ML_DSA, "D.java", 1, 0, "d");
        Finding decrypts = call(RSA, "C.java", 1, 0, "c");
        Inventory april =
                inventory("payroll", call(RSA, "A.java", 1, 0, "a"), call(ECDSA, "B.java", 1, 0, "b"), decrypts, kept);
        List<AssignedFinding> november = new ArrayList<>(inventory(
                        "payroll", call(ML_DSA, "A.java", 1, 0, "a2"), decrypts, kept, call(ECDSA, "E.java", 1, 0, "e"))
                .findings());
        for (int i = 0; i < 15; i++) {
            november.add(new AssignedFinding("archive", call(RSA, "F" + i + ".java", 1, 0, "f" + i)));
        }

        Progress progress = InventoryDiff.between(april, inventory(november, "payroll", "archive"))
                .progress()
                .get(0);

        assertThat(progress.sameBefore()).isEqualTo(new Share(1, 4));
        assertThat(progress.sameAfter()).isEqualTo(new Share(3, 5));
        assertThat(progress.plainAfter()).isEqualTo(new Share(2, 19));
        assertThat(progress.removed()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_told_any_more_is_not_migrated() {
        Finding unresolved = call("unresolved;row=java.security.Signature#getInstance", "A.java", 10, 0, "d2");

        Progress progress = diff(SIGNER, unresolved).progress().get(0);

        assertThat(progress.sameAfter()).isEqualTo(new Share(0, 1));
        assertThat(progress.unknown()).isEqualTo(1);
        assertThat(progress.removed()).isZero();
    }

    @Test
    void what_an_owner_declares_otherwise_is_a_change_of_the_system() {
        InformationSystem plain = InformationSystem.undeclared("s");
        Protection known = plain.protection();
        InformationSystem declared = new InformationSystem(
                "s",
                "給与",
                plain.category(),
                new Responsibility("人事課", "", ""),
                new Protection(
                        known.impact(),
                        known.grade(),
                        known.dataKind(),
                        Declaration.of(120, "systems.csv:2"),
                        known.trustUntil(),
                        known.verifierUpdatable()),
                plain.placement(),
                plain.procurement(),
                Declaration.of(List.of("t", "u"), "systems.csv:2"),
                plain.note(),
                Map.of("備考2", "x"));
        InventoryDiff diff = InventoryDiff.between(
                inventory("s"), inventory("s").withSystems(List.of(declared, InformationSystem.undeclared("t"))));

        assertThat(diff.systems())
                .containsExactly(
                        new Change.OfSystem(
                                ChangeKind.DECLARED,
                                "s",
                                List.of(
                                        new Difference("name", "s", "給与"),
                                        new Difference("department", "", "人事課"),
                                        new Difference("months", "", "120"),
                                        new Difference("peers", "", "t u"),
                                        new Difference("備考2", "", "x"))),
                        new Change.OfSystem(ChangeKind.NEW, "t", List.of()));
        assertThat(new TreeMap<>(diff.numbers())).containsOnlyKeys("s", "t");
    }

    /** Everything was looked at again; and before, or not. */
    private record Sight(boolean lookedBefore, Tools judge) implements Looked {
        @Override
        public boolean before(AssignedFinding finding) {
            return lookedBefore;
        }

        @Override
        public boolean after(AssignedFinding finding) {
            return true;
        }

        @Override
        public boolean system(String id) {
            return true;
        }

        @Override
        public Tools tools(String system) {
            return judge;
        }
    }
}
