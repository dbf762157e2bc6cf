package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.risk.RiskBand;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The drafts with their earliest dates, scores and places: turns them into a scheduling instance and reads the answer. */
final class Plan {

    private final PlanSettings settings;
    private final TeamCalendar calendar;
    private final List<Draft> drafts;
    private final Map<String, Set<String>> before;
    private final Map<String, Integer> index = new HashMap<>();
    private final EarlierPlan earlier;
    private final Office office;
    private final int[] earliest;
    private final List<Optional<Score>> scores = new ArrayList<>();
    private final List<Alignment> alignments = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<List<Bound>> bounds = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Scheduling scheduling;
    private final Optional<ScheduleProof> proof;

    Plan(PlanSettings settings, TeamCalendar calendar, Office office, List<Draft> drafts, EarlierPlan earlier) {
        this.office = office;
        this.earlier = earlier;
        this.settings = settings;
        this.calendar = calendar;
        this.drafts = drafts;
        this.before = Predecessors.of(drafts);
        for (int job = 0; job < drafts.size(); job++) {
            index.put(drafts.get(job).id(), job);
            charges.add(office.funds().charge(drafts.get(job)));
            bounds.add(bounds(job));
        }
        Chains chains = new Chains(drafts.stream().map(this::predecessorIndices).toList());
        earliest = chains.earliest(
                IntStream.range(0, drafts.size()).map(this::release).toArray(),
                drafts.stream().mapToInt(it -> it.effort().quarters()).toArray());
        for (int job = 0; job < drafts.size(); job++) {
            scores.add(drafts.get(job).score(settings, earliestCompletion(job)));
        }
        int[] inherited = chains.greatest(
                IntStream.range(0, drafts.size()).map(this::weight).toArray());
        for (int job = 0; job < drafts.size(); job++) {
            alignments.add(Alignment.of(drafts.get(job), deadline(job), RiskBand.of(inherited[job]), calendar));
            jobs.add(made(job));
        }
        scheduling = new Scheduling(settings, calendar, office, drafts, jobs, earlier);
        proof = scheduling.solve(chains);
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** Names of the budgets, by index. */
    List<String> pools() {
        return office.funds().pools();
    }

    TeamCalendar calendar() {
        return calendar;
    }

    /** The problem, its answer and its bound; empty where there was nothing to place or no quarter for it. */
    Optional<ScheduleProof> proof() {
        return proof;
    }

    Job job(int job) {
        return jobs.get(job);
    }

    /** Whether nobody is there to do it. */
    boolean blocked(int job) {
        return scheduling.blocked(job);
    }

    int indexOf(String id) {
        return index.get(id);
    }

    List<String> predecessors(int job) {
        return List.copyOf(before.get(drafts.get(job).id()));
    }

    /** Whether it was kept where the earlier plan has it. */
    boolean kept(int job) {
        return start(job).isPresent()
                && calendar.quarter(start(job).getAsInt())
                        .equals(earlier.starts().get(drafts.get(job).id()));
    }

    Optional<Score> score(int job) {
        return scores.get(job);
    }

    Alignment alignment(int job) {
        return alignments.get(job);
    }

    OptionalInt start(int job) {
        return proof.map(it -> it.solution().starts().get(job)).orElse(OptionalInt.empty());
    }

    OptionalInt end(int job) {
        OptionalInt start = start(job);
        return start.isEmpty() ? start : OptionalInt.of(start.getAsInt() + job(job).duration() - 1);
    }

    /** The first period that the predecessors' places and the release leave to a job. */
    int afterPredecessors(int job) {
        int start = job(job).release();
        for (int predecessor : job(job).predecessors()) {
            start = Math.max(start, end(predecessor).orElse(start) + 1);
        }
        return start;
    }

    /** The tasks that decide when it could start with unlimited people and money, from the first to itself. */
    List<Integer> longestChain(int job) {
        List<Integer> chain = new ArrayList<>(List.of(job));
        for (int at = job; earliest[at] > job(at).release(); at = chain.get(0)) {
            for (int before : job(at).predecessors()) {
                if (earliest[before] + job(before).duration() == earliest[at]) {
                    chain.add(0, before);
                    break;
                }
            }
        }
        return chain;
    }

    /** Last day of the quarter in which the task could end with unlimited people. */
    LocalDate earliestCompletion(int job) {
        int end = earliest[job] + drafts.get(job).effort().quarters() - 1;
        return calendar.quarter(end).lastDay();
    }

    Optional<LocalDate> plannedCompletion(int job) {
        OptionalInt end = end(job);
        return end.isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.quarter(end.getAsInt()).lastDay());
    }

    /** How urgent a task is by itself: without a use seen it waits for all others. */
    private int weight(int job) {
        return drafts.get(job).useSeen() ? scores.get(job).map(Score::high).orElse(0) : 0;
    }

    /** The day that was set for the task, or else for its system, or else that of the earliest rule. */
    Optional<LocalDate> deadline(int job) {
        Draft draft = drafts.get(job);
        return Optional.ofNullable(settings.deadlines()
                        .getOrDefault(
                                draft.id(), settings.deadlines().get(draft.key().system())))
                .filter(it -> draft.key().kind() != TaskKind.WAIT)
                .or(draft::deadline);
    }

    private Job made(int job) {
        Draft draft = drafts.get(job);
        List<Integer> work = new ArrayList<>();
        for (int offset = 0; offset < draft.effort().quarters(); offset++) {
            work.add(draft.effort().share(offset));
        }
        int release = release(job);
        int aligned = alignments
                .get(job)
                .fiscalYear()
                .map(year -> new FiscalQuarter(year, 1).since(calendar.first()))
                .orElse(release);
        OptionalInt deadline =
                deadline(job).map(calendar::lastPeriodBy).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new Job(
                work,
                calendar.index(draft.system().team()),
                charges.get(job),
                office.cutOvers().of(draft),
                release,
                bounds.get(job),
                Math.max(release, aligned),
                deadline,
                predecessorIndices(draft));
    }

    private List<Integer> predecessorIndices(Draft draft) {
        return before.get(draft.id()).stream().map(index::get).toList();
    }

    private List<Bound> bounds(int job) {
        OptionalInt pool = charges.get(job).pool();
        return office.waits()
                .of(
                        drafts.get(job),
                        pool.isEmpty()
                                ? Optional.empty()
                                : Optional.of(office.funds().pools().get(pool.getAsInt())));
    }

    private int release(int job) {
        Draft draft = drafts.get(job);
        int outside = bounds.get(job).stream().mapToInt(Bound::period).max().orElse(0);
        int review = draft.review()
                .map(day -> FiscalQuarter.of(day).since(calendar.first()))
                .orElse(0);
        FiscalQuarter slipped = earlier.notBefore().getOrDefault(draft.id(), calendar.first());
        return Math.max(outside, Math.max(review, slipped.since(calendar.first())));
    }
}
