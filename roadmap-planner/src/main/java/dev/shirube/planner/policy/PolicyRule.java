package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import dev.shirube.planner.DeadlineReading;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One dated rule of a policy: a row of a pack.
 *
 * @param id id in the pack, for example {@code jp-migrate-2035}
 * @param about what it speaks of; only rules about assets pass verdicts
 * @param functions the functions it speaks of; empty means all
 * @param operation the operation it speaks of; empty means both
 * @param proviso what limits it further
 * @param firstDay first day of the new state, where the source gives that instead of a last day
 * @param lastDay last day on which the old state holds or the duty can still be fulfilled, inclusive; empty where the
 *     source gives none
 * @param fiscalLastDay the same day when the year is read as a fiscal year; only where the source is ambiguous
 * @param section where in the policy it stands; empty where the section was not seen
 * @param wording the source's words, shortened
 * @param ambiguity what a user must decide; empty where nothing
 * @param verified whether this rule was seen in a primary text or quotation; an unverified rule never fails
 */
public record PolicyRule(
        String id,
        About about,
        RuleState state,
        Set<PolicyFunction> functions,
        Optional<Operation> operation,
        Match match,
        Proviso proviso,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> fiscalLastDay,
        Optional<Text> section,
        Text wording,
        Text ambiguity,
        EvidenceGrade evidence,
        boolean verified) {

    /** Whom or what a rule binds. */
    public enum About {
        /** An algorithm in use somewhere. */
        ASSET,
        /** An organisation: a plan, a report, an order of work. */
        ORGANISATION,
        /** The government that issues it. */
        GOVERNMENT
    }

    /** Keeps a sorted, unmodifiable copy of the functions and refuses null. */
    public PolicyRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(about);
        Objects.requireNonNull(state);
        functions = Collections.unmodifiableSet(new TreeSet<>(functions));
        Objects.requireNonNull(operation);
        Objects.requireNonNull(match);
        Objects.requireNonNull(proviso);
        Objects.requireNonNull(firstDay);
        Objects.requireNonNull(lastDay);
        Objects.requireNonNull(fiscalLastDay);
        Objects.requireNonNull(section);
        Objects.requireNonNull(wording);
        Objects.requireNonNull(ambiguity);
        Objects.requireNonNull(evidence);
    }

    /** The last day under that reading of an ambiguous year; empty where the source gives none. */
    public Optional<LocalDate> deadline(DeadlineReading reading) {
        return reading == DeadlineReading.FISCAL_YEAR && fiscalLastDay.isPresent() ? fiscalLastDay : lastDay;
    }
}
