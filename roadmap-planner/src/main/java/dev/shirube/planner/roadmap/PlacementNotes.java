package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says of each task why it stands in its quarter, and of a late one what would have to be given. */
final class PlacementNotes {

    private final Plan plan;
    private final int[][] free;

    PlacementNotes(Plan plan) {
        this.plan = plan;
        this.free = plan.calendar().capacities().stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        for (int index = 0; index < plan.drafts().size(); index++) {
            Job job = plan.job(index);
            if (plan.start(index).isPresent() && job.team().isPresent()) {
                for (int offset = 0; offset < job.duration(); offset++) {
                    free[job.team().getAsInt()][plan.start(index).getAsInt() + offset] -=
                            job.work().get(offset);
                }
            }
        }
    }

    boolean late(int job) {
        Optional<LocalDate> completion = plan.plannedCompletion(job);
        Optional<LocalDate> deadline = plan.drafts().get(job).deadline();
        return completion.isEmpty() || deadline.isPresent() && completion.get().isAfter(deadline.get());
    }

    /** Why it stands where it stands; nothing for a task without a place. */
    List<Reason> reasons(int job) {
        List<Reason> reasons = new ArrayList<>();
        if (plan.start(job).isEmpty()) {
            return reasons;
        }
        int start = plan.start(job).getAsInt();
        int possible = plan.afterPredecessors(job);
        boolean aligned = plan.alignment(job).fiscalYear().isPresent();
        int wanted = plan.job(job).aligned();
        if (start == possible) {
            reasons.add(earliest(job, possible));
        } else if (plan.kept(job)) {
            reasons.add(
                    Reason.of(Reason.Kind.CAPACITY, "現行の計画の四半期のままとした", "it stays in the quarter of the plan in force"));
        } else if (!aligned || start != wanted) {
            reasons.add(full(job, aligned && start > wanted ? Math.max(possible, wanted) : possible, start - 1));
        }
        if (aligned && start < wanted) {
            reasons.add(Reason.of(
                    Reason.Kind.RENEWAL,
                    "更改の年度には期限までの空きがないため、その前に行う",
                    "the year of the renewal has no room before the deadline, so it is done earlier"));
        }
        plan.plannedCompletion(job).ifPresent(end -> deadline(job, end, reasons));
        return reasons;
    }

    private Reason earliest(int job, int possible) {
        boolean first = possible == plan.job(job).release();
        if (first && plan.drafts().get(job).review().isPresent()) {
            return Reason.of(Reason.Kind.WAIT, "見直しの四半期である", "this is the quarter of the review");
        }
        String quarter = plan.calendar().quarter(possible).toString();
        return first
                ? Reason.of(
                        Reason.Kind.CAPACITY,
                        "着手できる最初の四半期（" + quarter + "）である",
                        quarter + " is the first quarter in which work can start")
                : Reason.of(
                        Reason.Kind.PREDECESSOR,
                        "先行作業が終わった後の最初の四半期（" + quarter + "）である",
                        quarter + " is the first quarter after its predecessors are finished");
    }

    private Reason full(int job, int from, int to) {
        String team = plan.drafts().get(job).system().team();
        String quarters = quarters(from, to);
        return Reason.of(
                Reason.Kind.CAPACITY,
                quarters + " はチーム " + team + " の体制に空きがない（より優先する作業が占める）",
                "team " + team + " has no room in " + quarters + ": more urgent work takes it");
    }

    private void deadline(int job, LocalDate end, List<Reason> reasons) {
        plan.drafts()
                .get(job)
                .deadline()
                .ifPresent(deadline -> reasons.add(
                        end.isAfter(deadline)
                                ? Reason.of(
                                        Reason.Kind.DEADLINE,
                                        "完了 " + end + " は期限 " + deadline + " の後になる",
                                        "it ends on " + end + ", after its deadline " + deadline)
                                : Reason.of(
                                        Reason.Kind.DEADLINE,
                                        "完了 " + end + " は期限 " + deadline + " の前である",
                                        "it ends on " + end + ", before its deadline " + deadline)));
    }

    /** What a late or unplaced task would need. */
    Text needs(int job) {
        Draft draft = plan.drafts().get(job);
        String team = draft.system().team();
        if (plan.blocked(job)) {
            return team.isEmpty()
                    ? new Text(
                            "システム " + draft.key().system() + " に担当チームの登録が必要",
                            "needs a team: declare one for the system "
                                    + draft.key().system())
                    : new Text("チーム " + team + " の体制の登録が必要", "needs the capacity of team " + team + " to be declared");
        }
        Optional<String> missing = plan.predecessors(job).stream()
                .filter(id -> plan.start(plan.indexOf(id)).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return new Text(
                    "先行作業 " + missing.get() + " の配置が必要", "needs its predecessor " + missing.get() + " to be placed");
        }
        Optional<LocalDate> passed = draft.deadline()
                .filter(day -> day.isBefore(plan.calendar().first().lastDay()));
        return passed.isPresent() ? tooLate(passed.get()) : shortage(job);
    }

    private Text tooLate(LocalDate deadline) {
        String first = plan.calendar().first().toString();
        return new Text(
                "期限 " + deadline + " は着手できる最初の四半期（" + first + "）の終わりより前である。例外措置の決定が必要",
                "needs a decision on an exception: its deadline " + deadline + " is before the end of " + first
                        + ", the first quarter in which work can start");
    }

    private Text shortage(int job) {
        Job it = plan.job(job);
        int last = Math.min(
                it.deadline().orElse(plan.calendar().periods() - 1),
                plan.calendar().periods() - 1);
        int from = plan.afterPredecessors(job);
        int lastStart = last - it.duration() + 1;
        if (from > lastStart || it.team().isEmpty()) {
            return new Text(
                    "先行作業を含めた最短の完了は " + plan.earliestCompletion(job) + "（体制が無制限の場合）。期限又は計画期間の見直しが必要",
                    "needs more time: with unlimited people it ends on " + plan.earliestCompletion(job)
                            + " at the earliest, and its predecessors leave no room before its deadline");
        }
        int best = from;
        for (int start = from + 1; start <= lastStart; start++) {
            best = missing(it, start) < missing(it, best) ? start : best;
        }
        String team = plan.drafts().get(job).system().team();
        String quarters = quarters(best, best + it.duration() - 1);
        return new Text(
                "チーム " + team + " に " + quarters + " で " + missing(it, best) + " 人日の追加が必要",
                "needs " + missing(it, best) + " more person-days of team " + team + " in " + quarters);
    }

    private int missing(Job job, int start) {
        int[] rest = free[job.team().getAsInt()];
        int sum = 0;
        for (int offset = 0; offset < job.duration(); offset++) {
            sum += Math.max(0, job.work().get(offset) - rest[start + offset]);
        }
        return sum;
    }

    private String quarters(int from, int to) {
        OptionalInt end = to > from ? OptionalInt.of(to) : OptionalInt.empty();
        return plan.calendar().quarter(from)
                + (end.isPresent() ? "-" + plan.calendar().quarter(end.getAsInt()) : "");
    }
}
