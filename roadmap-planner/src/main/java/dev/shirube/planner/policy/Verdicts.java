package dev.shirube.planner.policy;

import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What several rules say together: their verdicts as a set, from which everything else follows.
 *
 * <p>Nothing is averaged and nothing dropped: putting two of these together is the union of sets, so it is associative,
 * commutative and idempotent, and {@link #NONE} changes nothing.
 *
 * @param all every verdict once, by pack, rule, outcome and reason
 */
public record Verdicts(List<Verdict> all) {

    private static final Comparator<Verdict> ORDER = Comparator.comparing(
                    (Verdict it) -> it.citation().pack())
            .thenComparing(it -> it.citation().rule().id())
            .thenComparing(Verdict::outcome)
            .thenComparing(it -> it.deadline().orElse(LocalDate.MAX))
            .thenComparing(it -> it.reason().en());

    /** Nothing said. */
    public static final Verdicts NONE = new Verdicts(List.of());

    /** Sorts, and leaves each verdict once. */
    public Verdicts {
        TreeSet<Verdict> sorted = new TreeSet<>(ORDER);
        sorted.addAll(all);
        all = List.copyOf(sorted);
    }

    /** Those verdicts together. */
    public static Verdicts of(Collection<Verdict> verdicts) {
        return new Verdicts(List.copyOf(verdicts));
    }

    /** What these and those say together. */
    public Verdicts and(Verdicts other) {
        List<Verdict> both = new ArrayList<>(all);
        both.addAll(other.all);
        return of(both);
    }

    /** The outcome that holds by all of them: see {@link Verdict.Outcome#and}. */
    public Verdict.Outcome outcome() {
        return all.stream().map(Verdict::outcome).reduce(Verdict.Outcome.NOT_APPLICABLE, Verdict.Outcome::and);
    }

    /** Whether some rule could not be decided, so that the outcome may be worse once it can (要確認). */
    public boolean open() {
        return all.stream().anyMatch(it -> it.outcome() == Verdict.Outcome.INDETERMINATE);
    }

    /** The verdicts that make the outcome what it is. */
    public List<Verdict> deciding() {
        Verdict.Outcome outcome = outcome();
        return all.stream().filter(it -> it.outcome() == outcome).toList();
    }

    /** The earliest deadline of the rules that may fail under these settings: the one that is planned for. */
    public Optional<LocalDate> effective(PlanSettings settings) {
        return all.stream()
                .filter(it -> it.migrationDue() && it.citation().mayFail(settings))
                .flatMap(it -> it.deadline().stream())
                .min(LocalDate::compareTo);
    }

    /** Every date by which a rule asks for a migration, sorted, each once; the effective one is among them. */
    public List<LocalDate> dates() {
        return all.stream()
                .filter(Verdict::migrationDue)
                .flatMap(it -> it.deadline().stream())
                .sorted()
                .distinct()
                .toList();
    }
}
