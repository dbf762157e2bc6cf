package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.risk.RiskBand;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.schedule.GreedyScheduler;
import dev.shirube.planner.schedule.Instance;
import dev.shirube.planner.schedule.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The drafts with their earliest dates, scores and places: turns them into a scheduling instance and reads the answer. */
final class Plan {

    private final PlanSettings settings;
    private final TeamCalendar calendar;
    private final List<Draft> drafts;
    private final Map<String, Set<String>> before;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Integer> earliest;
    private final List<Optional<Score>> scores = new ArrayList<>();
    private final List<Alignment> alignments = new ArrayList<>();
    private final Instance instance;
    private final List<OptionalInt> starts;

    Plan(PlanSettings settings, TeamCalendar calendar, List<Draft> drafts) {
        this.settings = settings;
        this.calendar = calendar;
        this.drafts = drafts;
        this.before = Predecessors.of(drafts);
        for (int job = 0; job < drafts.size(); job++) {
            index.put(drafts.get(job).id(), job);
        }
        this.earliest = GreedyScheduler.earliestStarts(free());
        for (int job = 0; job < drafts.size(); job++) {
            scores.add(score(drafts.get(job), earliestCompletion(job)));
        }
        List<Integer> inherited = GreedyScheduler.inheritedWeights(free());
        for (int job = 0; job < drafts.size(); job++) {
            alignments.add(Alignment.of(drafts.get(job), RiskBand.of(inherited.get(job)), calendar));
        }
        this.instance = bounded();
        this.starts = GreedyScheduler.solve(instance).starts();
    }

    List<Draft> drafts() {
        return drafts;
    }

    TeamCalendar calendar() {
        return calendar;
    }

    Instance instance() {
        return instance;
    }

    Job job(int job) {
        return instance.jobs().get(job);
    }

    int indexOf(String id) {
        return index.get(id);
    }

    List<String> predecessors(int job) {
        return List.copyOf(before.get(drafts.get(job).id()));
    }

    Optional<Score> score(int job) {
        return scores.get(job);
    }

    Alignment alignment(int job) {
        return alignments.get(job);
    }

    OptionalInt start(int job) {
        return starts.get(job);
    }

    OptionalInt end(int job) {
        OptionalInt start = starts.get(job);
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

    /** Last day of the quarter in which the task could end with unlimited people. */
    LocalDate earliestCompletion(int job) {
        int end = earliest.get(job) + drafts.get(job).effort().quarters() - 1;
        return calendar.quarter(end).lastDay();
    }

    Optional<LocalDate> plannedCompletion(int job) {
        OptionalInt end = end(job);
        return end.isEmpty()
                ? Optional.empty()
                : Optional.of(calendar.quarter(end.getAsInt()).lastDay());
    }

    /** The score of the most urgent use of a draft when it ends on that day. */
    Optional<Score> score(Draft draft, LocalDate completion) {
        return draft.uses().stream()
                .map(use -> use.score(draft.system(), settings, completion))
                .max(Comparator.comparingInt(Score::high).thenComparingInt(Score::low));
    }

    private Instance free() {
        List<Job> jobs = new ArrayList<>();
        for (int job = 0; job < drafts.size(); job++) {
            jobs.add(job(job, OptionalInt.empty(), release(drafts.get(job)), 0));
        }
        return new Instance(calendar.periods(), List.of(), jobs, Set.of());
    }

    private Instance bounded() {
        List<Job> jobs = new ArrayList<>();
        Set<Integer> blocked = new HashSet<>();
        for (int job = 0; job < drafts.size(); job++) {
            Draft draft = drafts.get(job);
            OptionalInt team = calendar.index(draft.system().team());
            if (calendar.constrained() && team.isEmpty()) {
                blocked.add(job);
            }
            int release = release(draft);
            int aligned = alignments
                    .get(job)
                    .fiscalYear()
                    .map(year -> new FiscalQuarter(year, 1).since(calendar.first()))
                    .orElse(release);
            jobs.add(job(job, team, release, aligned));
        }
        return new Instance(calendar.periods(), calendar.capacities(), jobs, blocked);
    }

    private Job job(int job, OptionalInt team, int release, int aligned) {
        Draft draft = drafts.get(job);
        List<Integer> work = new ArrayList<>();
        for (int offset = 0; offset < draft.effort().quarters(); offset++) {
            work.add(draft.effort().share(offset));
        }
        OptionalInt deadline = draft.deadline()
                .map(calendar::lastPeriodBy)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        int weight = scores.isEmpty() || !draft.useSeen()
                ? 0
                : scores.get(job).map(Score::high).orElse(0);
        return new Job(draft.id(), work, team, release, aligned, deadline, weight, predecessorIndices(draft));
    }

    private List<Integer> predecessorIndices(Draft draft) {
        return before.get(draft.id()).stream().map(index::get).toList();
    }

    private int release(Draft draft) {
        return draft.review()
                .map(day -> Math.max(0, FiscalQuarter.of(day).since(calendar.first())))
                .orElse(0);
    }
}
