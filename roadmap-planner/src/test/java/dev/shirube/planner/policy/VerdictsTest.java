package dev.shirube.planner.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The algebra of what several rules and packs say together. */
class VerdictsTest {

    private static final PlanSettings SETTINGS = settings();

    private static PlanSettings settings() {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2032, 1, 1));
        for (PolicyPack pack : PolicyPacks.standard()) {
            int kind = pack.id().length() % 3;
            settings = settings.withPack(
                    pack.id(),
                    kind == 0 ? Adoption.INFORMATION : kind == 1 ? Adoption.IN_SCOPE : Adoption.INTERNAL_RULE);
        }
        return settings;
    }

    @Test
    void combiningIsAssociativeCommutativeAndIdempotent() {
        Random random = new Random(8547);
        List<Verdict> pool = pool(random);
        assertThat(pool).extracting(Verdict::outcome).contains(Outcome.values());
        for (int round = 0; round < 300; round++) {
            Verdicts a = some(pool, random);
            Verdicts b = some(pool, random);
            Verdicts c = some(pool, random);
            assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
            assertThat(a.and(b)).isEqualTo(b.and(a));
            assertThat(a.and(a)).isEqualTo(a);
            assertThat(a.and(Verdicts.NONE)).isEqualTo(a);
            assertThat(a.and(b).outcome()).isEqualTo(a.outcome().and(b.outcome()));
            assertThat(a.and(b).open()).isEqualTo(a.open() || b.open());
            assertThat(a.and(b).dates()).containsAll(a.dates()).containsAll(b.dates());
        }
    }

    @Test
    void theOrderOfOutcomesIsTheDocumentedOne() {
        List<Outcome> order =
                List.of(Outcome.NOT_APPLICABLE, Outcome.OK, Outcome.INDETERMINATE, Outcome.WARN, Outcome.FAIL);
        for (int one = 0; one < order.size(); one++) {
            for (int two = 0; two < order.size(); two++) {
                assertThat(order.get(one).and(order.get(two))).isEqualTo(order.get(Math.max(one, two)));
            }
        }
    }

    @Test
    void theOrderInWhichRulesAreAskedChangesNothing() {
        Random random = new Random(14412);
        List<Verdict> pool = pool(random);
        List<Verdict> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        assertThat(Verdicts.of(shuffled)).isEqualTo(Verdicts.of(pool));
    }

    @Test
    void theEarliestAdoptedDateIsEffectiveAndEveryOtherStaysListed() {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2026, 11, 23))
                .withPack("jp-2035", Adoption.INTERNAL_RULE)
                .withPack("jp-cryptrec-strength", Adoption.INTERNAL_RULE)
                .withPack("us-eo14412", Adoption.IN_SCOPE)
                .withPack("bsi", Adoption.INFORMATION);
        Subject rsa = Subjects.classical("RSA", 112, PolicyFunction.SIGNATURE);
        Verdicts all = together(rsa, settings);
        assertThat(all.dates())
                .containsExactly(LocalDate.of(2030, 12, 31), LocalDate.of(2031, 12, 31), LocalDate.of(2035, 12, 31));
        assertThat(all.effective(settings)).contains(LocalDate.of(2030, 12, 31));
        Verdicts p256 = together(Subjects.classical("ECDSA", 128, PolicyFunction.SIGNATURE), settings);
        assertThat(p256.effective(settings)).contains(LocalDate.of(2031, 12, 31));
        PlanSettings onlyShown = settings.withoutPacks().withPack("bsi", Adoption.INFORMATION);
        assertThat(together(rsa, onlyShown).effective(onlyShown)).isEmpty();
        assertThat(together(rsa, onlyShown).dates()).containsExactly(LocalDate.of(2035, 12, 31));
    }

    private static Verdicts together(Subject subject, PlanSettings settings) {
        return Verdicts.of(PolicyPacks.inUse(settings).stream()
                .flatMap(pack -> pack.assess(subject, settings, Optional.empty()).stream())
                .toList());
    }

    private static List<Verdict> pool(Random random) {
        List<Subject> subjects = Subjects.all();
        List<Verdict> pool = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Subject subject = subjects.get(random.nextInt(subjects.size()));
            PolicyPacks.standard().forEach(pack -> pool.addAll(pack.assess(subject, SETTINGS, Optional.empty())));
        }
        return pool;
    }

    private static Verdicts some(List<Verdict> pool, Random random) {
        List<Verdict> some = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            some.add(pool.get(random.nextInt(pool.size())));
        }
        return Verdicts.of(some);
    }
}
