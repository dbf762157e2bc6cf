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
import java.util.stream.IntStream;

/** The drafts with their earliest dates, scores and places: turns them into a scheduling instance and reads the answer. */
final class Plan {

    private final PlanSettings settings;
    private final TeamCalendar calendar;
    private final List<Draft> drafts;
    private final Predecessors before;
    private final Map<String, Integer> index = new HashMap<>();
    private final EarlierPlan earlier;
    private final Office office;
    private final int[] earliest;
    private final List<Optional<Score>> scores = new ArrayList<>();
    private final List<Alignment> alignments = new ArrayList<>();
    private final List<List<Integer>> work = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<List<Bound>> bounds = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Scheduling scheduling;
    private final Optional<ScheduleProof> proof;

    Plan(PlanSettings settings, TeamCalendar calendar, Office office, Predecessors before, EarlierPlan earlier) {
        this.office = office;
        this.earlier = earlier;
        this.settings = settings;
        this.calendar = calendar;
        this.drafts = before.drafts();
        this.before = before;
        for (int job = 0; job < drafts.size(); job++) {
            index.put(drafts.get(job).id(), job);
            work.add(work(job));
            charges.add(charge(job));
            bounds.add(actual(job).isPresent() ? List.of() : bounds(job));
        }
        Chains chains = new Chains(IntStream.range(0, drafts.size())
                .mapToObj(this::predecessorIndices)
                .toList());
        earliest = chains.earliest(
                IntStream.range(0, drafts.size()).map(this::release).toArray(),
                work.stream().mapToInt(List::size).toArray());
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
        return List.copyOf(before.of(drafts.get(job).id()));
    }

    /** Which task comes before which, and why. */
    Predecessors order() {
        return before;
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

    /** What happened with it already. */
    Optional<Actual> actual(int job) {
        return Optional.ofNullable(earlier.actuals().get(drafts.get(job).id()));
    }

    /** The period in which what is left of it is placed. */
    OptionalInt placed(int job) {
        return proof.map(it -> it.solution().starts().get(job)).orElse(OptionalInt.empty());
    }

    /** Its first period; negative for one that began before the plan does. */
    OptionalInt start(int job) {
        OptionalInt placed = placed(job);
        return actual(job).isEmpty() || placed.isEmpty()
                ? placed
                : OptionalInt.of(period(actual(job).get().start()));
    }

    private int period(LocalDate day) {
        return FiscalQuarter.of(day).since(calendar.first());
    }

    OptionalInt end(int job) {
        OptionalInt placed = placed(job);
        if (placed.isEmpty()) {
            return placed;
        }
        return OptionalInt.of(
                actual(job).flatMap(Actual::end).map(this::period).orElse(placed.getAsInt() + job(job).duration() - 1));
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
        if (actual(job).flatMap(Actual::end).isPresent()) {
            return actual(job).get().end().get();
        }
        int end = earliest[job] + work.get(job).size() - 1;
        return calendar.quarter(end).lastDay();
    }

    Optional<LocalDate> plannedCompletion(int job) {
        OptionalInt end = end(job);
        Optional<LocalDate> done = actual(job).flatMap(Actual::end);
        return end.isEmpty() || done.isPresent()
                ? done
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
        Optional<Actual> actual = actual(job);
        boolean done = actual.filter(Actual::done).isPresent();
        int release = release(job);
        int aligned = alignments
                .get(job)
                .fiscalYear()
                .map(year -> new FiscalQuarter(year, 1).since(calendar.first()))
                .orElse(release);
        OptionalInt deadline =
                deadline(job).map(calendar::lastPeriodBy).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new Job(
                done,
                work.get(job),
                calendar.index(draft.system().team()),
                charges.get(job),
                done ? OptionalInt.empty() : office.cutOvers().of(draft),
                release,
                bounds.get(job),
                actual.isPresent() ? release : Math.max(release, aligned),
                pin(job),
                done ? OptionalInt.empty() : deadline,
                predecessorIndices(job));
    }

    /** Work under way goes on at once. */
    private OptionalInt pin(int job) {
        if (actual(job).isPresent()) {
            return OptionalInt.of(release(job));
        }
        FiscalQuarter pin = earlier.pins().get(drafts.get(job).id());
        int period = pin == null ? -1 : pin.since(calendar.first());
        return period < 0 ? OptionalInt.empty() : OptionalInt.of(period);
    }

    /** Nothing waits for what is done, and what was begun waits for nothing any more. */
    private List<Integer> predecessorIndices(int job) {
        return actual(job).isPresent()
                ? List.of()
                : before.of(drafts.get(job).id()).stream()
                        .map(index::get)
                        .filter(it -> actual(it).filter(Actual::done).isEmpty())
                        .toList();
    }

    /** What is left to do in each period: of work under way what falls to the quarters ahead, at least one; of done work none. */
    private List<Integer> work(int job) {
        Effort effort = drafts.get(job).effort();
        if (actual(job).filter(Actual::done).isPresent()) {
            return List.of(0);
        }
        List<Integer> shares = new ArrayList<>();
        for (int offset = 0; offset < effort.quarters(); offset++) {
            shares.add(effort.share(offset));
        }
        int past = actual(job).map(it -> Math.max(0, -period(it.start()))).orElse(0);
        return shares.subList(Math.min(past, shares.size() - 1), shares.size());
    }

    private Charge charge(int job) {
        return actual(job).filter(Actual::done).isPresent()
                ? Charge.none(1)
                : office.funds().charge(drafts.get(job)).last(work.get(job).size());
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
        if (actual(job).isPresent()) {
            return actual(job).get().done()
                    ? 0
                    : Math.max(0, period(actual(job).get().start()));
        }
        Draft draft = drafts.get(job);
        int outside = bounds.get(job).stream().mapToInt(Bound::period).max().orElse(0);
        int review = draft.review()
                .map(day -> FiscalQuarter.of(day).since(calendar.first()))
                .orElse(0);
        FiscalQuarter slipped = earlier.notBefore().getOrDefault(draft.id(), calendar.first());
        return Math.max(outside, Math.max(review, slipped.since(calendar.first())));
    }
}
