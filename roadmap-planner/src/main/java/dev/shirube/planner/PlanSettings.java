package dev.shirube.planner;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.office.OfficeEdits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a plan depends on besides the inventory and the resources; printed with every result.
 *
 * @param asOf the day the plan is made for; nothing is planned before it
 * @param packs ids of the policy packs in use, with how each was adopted
 * @param reading how an ambiguous year is read
 * @param crqc scenario month of a cryptographically relevant quantum computer: a planning date, not a forecast
 * @param horizon last quarter that can be planned
 * @param work effort of the search for a plan, in about so many CPU seconds; 0 for what the number of tasks asks for
 * @param answers what the organisation answers to the conditions of rules, by name: {@code use_case_risk} is {@code high}
 * @param deadlines days by which tasks are to be done whatever the rules say, by id of the task or of its system: they bind the
 *     schedule and change no score
 * @param edits what the office wrote about its tasks: its own estimates, where they are to start, what happened
 * @param tasks what the office added to the tasks that the inventory asks for, each id once
 */
public record PlanSettings(
        LocalDate asOf,
        SortedMap<String, Adoption> packs,
        DeadlineReading reading,
        YearMonth crqc,
        FiscalQuarter horizon,
        int work,
        SortedMap<String, String> answers,
        SortedMap<String, LocalDate> deadlines,
        OfficeEdits edits,
        List<OwnTask> tasks) {

    /** Policy planning date for the quantum computer: the year every Japanese text aims at; not a forecast. */
    public static final YearMonth DEFAULT_CRQC = YearMonth.of(2035, 12);

    /** FY2035 Q4, the last quarter before 2036-04-01. */
    public static final FiscalQuarter DEFAULT_HORIZON = new FiscalQuarter(2035, 4);

    /** Keeps a sorted, unmodifiable copy of the packs and refuses null. */
    public PlanSettings {
        Objects.requireNonNull(asOf);
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        Objects.requireNonNull(reading);
        Objects.requireNonNull(crqc);
        Objects.requireNonNull(horizon);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        deadlines = Collections.unmodifiableSortedMap(new TreeMap<>(deadlines));
        Objects.requireNonNull(edits);
        tasks = List.copyOf(tasks);
    }

    /** Settings in which no condition is answered. */
    public PlanSettings(
            LocalDate asOf,
            SortedMap<String, Adoption> packs,
            DeadlineReading reading,
            YearMonth crqc,
            FiscalQuarter horizon,
            int work) {
        this(
                asOf,
                packs,
                reading,
                crqc,
                horizon,
                work,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                OfficeEdits.NONE,
                List.of());
    }

    /** Default settings for that day: no pack adopted, calendar years, quantum computer 2035-12, horizon FY2035 Q4. */
    public static PlanSettings of(LocalDate asOf) {
        return new PlanSettings(
                asOf, Collections.emptySortedMap(), DeadlineReading.CALENDAR_YEAR, DEFAULT_CRQC, DEFAULT_HORIZON, 0);
    }

    /** The same settings with that pack in use. */
    public PlanSettings withPack(String id, Adoption adoption) {
        SortedMap<String, Adoption> more = new TreeMap<>(packs);
        more.put(id, adoption);
        return new PlanSettings(asOf, more, reading, crqc, horizon, work, answers, deadlines, edits, tasks);
    }

    /** The same settings with that reading of an ambiguous year. */
    public PlanSettings withReading(DeadlineReading value) {
        return new PlanSettings(asOf, packs, value, crqc, horizon, work, answers, deadlines, edits, tasks);
    }

    /** The same settings with that scenario month of the quantum computer. */
    public PlanSettings withCrqc(YearMonth value) {
        return new PlanSettings(asOf, packs, reading, value, horizon, work, answers, deadlines, edits, tasks);
    }

    /** The same settings with those answers to the conditions of rules. */
    public PlanSettings withAnswers(SortedMap<String, String> value) {
        return new PlanSettings(asOf, packs, reading, crqc, horizon, work, value, deadlines, edits, tasks);
    }

    /** The same settings with no pack in use. */
    public PlanSettings withoutPacks() {
        return new PlanSettings(
                asOf, Collections.emptySortedMap(), reading, crqc, horizon, work, answers, deadlines, edits, tasks);
    }

    /** The same settings with those deadlines, by id of a task or of a system. */
    public PlanSettings withDeadlines(SortedMap<String, LocalDate> value) {
        return new PlanSettings(asOf, packs, reading, crqc, horizon, work, answers, value, edits, tasks);
    }

    /** The same settings with what the office wrote. */
    public PlanSettings withEdits(OfficeEdits value) {
        return new PlanSettings(asOf, packs, reading, crqc, horizon, work, answers, deadlines, value, tasks);
    }

    /** The same settings with those tasks of the office's own. */
    public PlanSettings withTasks(List<OwnTask> value) {
        return new PlanSettings(asOf, packs, reading, crqc, horizon, work, answers, deadlines, edits, value);
    }

    /** How that pack was taken; for information only where nothing is said of it. */
    public Adoption adoption(String pack) {
        return packs.getOrDefault(pack, Adoption.INFORMATION);
    }

    /** The same settings with that effort; 0 for what the number of tasks asks for. */
    public PlanSettings withWork(int value) {
        return new PlanSettings(asOf, packs, reading, crqc, horizon, value, answers, deadlines, edits, tasks);
    }

    /** Whether the organisation has adopted that pack as an internal rule. */
    public boolean adopts(String pack) {
        return packs.get(pack) == Adoption.INTERNAL_RULE;
    }
}
