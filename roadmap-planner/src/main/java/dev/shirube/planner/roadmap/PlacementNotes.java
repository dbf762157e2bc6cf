package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of each task why it stands in its quarter, and of a late one what would have to be given. */
final class PlacementNotes {

    /** What lacks least, and of equals what lacks of fewer things. */
    private static final Comparator<List<Refusal>> LEAST =
            Comparator.comparingLong(PlacementNotes::lack).thenComparingInt(List::size);

    private final Plan plan;
    private final RefusalWords words;
    private final Optional<Refusals> refusals;

    PlacementNotes(Plan plan) {
        this.plan = plan;
        this.words = new RefusalWords(plan);
        this.refusals = plan.proof().map(it -> new Refusals(plan, it));
    }

    boolean late(int job) {
        Optional<LocalDate> completion = plan.plannedCompletion(job);
        Optional<LocalDate> deadline = plan.deadline(job);
        return completion.isEmpty() || deadline.isPresent() && completion.get().isAfter(deadline.get());
    }

    /** Why it stands where it stands, the constraint that holds it first; nothing for a task without a place. */
    List<Reason> reasons(int job) {
        List<Reason> reasons = new ArrayList<>();
        if (plan.start(job).isEmpty()) {
            return reasons;
        }
        int start = plan.start(job).getAsInt();
        List<Refusal> before = before(job, start);
        boolean aligned = plan.alignment(job).fiscalYear().isPresent();
        if (start == 0) {
            reasons.add(first(job));
        } else if (!before.isEmpty()) {
            before.forEach(it -> reasons.add(words.reason(job, it)));
        } else if (plan.kept(job)) {
            reasons.add(
                    Reason.of(Reason.Kind.CAPACITY, "現行の計画の四半期のままとした", "it stays in the quarter of the plan in force"));
        }
        if (aligned && start < plan.job(job).aligned()) {
            reasons.add(Reason.of(
                    Reason.Kind.RENEWAL,
                    "更改の年度には期限までの空きがないため、その前に行う",
                    "the year of the renewal has no room before the deadline, so it is done earlier"));
        }
        plan.plannedCompletion(job).ifPresent(end -> deadline(job, end, reasons));
        return reasons;
    }

    private List<Refusal> before(int job, int start) {
        return start == 0 ? List.of() : refusals.orElseThrow().at(job, start - 1);
    }

    /** What keeps it from starting a quarter earlier; of a task without a place what keeps it from having one. */
    List<Hold> holds(int job) {
        if (plan.start(job).isEmpty()) {
            return (plan.blocked(job) ? List.<Refusal>of() : cheapest(job))
                    .stream().map(it -> words.hold(job, it)).toList();
        }
        return before(job, plan.start(job).getAsInt()).stream()
                .map(it -> words.hold(job, it))
                .toList();
    }

    private Reason first(int job) {
        if (plan.drafts().get(job).review().isPresent()) {
            return Reason.of(Reason.Kind.WAIT, "見直しの四半期である", "this is the quarter of the review");
        }
        String quarter = words.quarter(0);
        return Reason.of(
                Reason.Kind.CAPACITY,
                "着手できる最初の四半期（" + quarter + "）である",
                quarter + " is the first quarter in which work can start");
    }

    private void deadline(int job, LocalDate end, List<Reason> reasons) {
        plan.deadline(job)
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
        Optional<String> unfunded = plan.job(job).charge().unfunded();
        if (unfunded.isPresent()) {
            return new Text(
                    "費用を負担できる予算の登録が必要（" + draft.key().system() + "、担当部局：" + unfunded.get() + "）",
                    "needs a budget that may pay for it: declare one for the system "
                            + draft.key().system() + " of " + unfunded.get());
        }
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
        Optional<LocalDate> passed = plan.deadline(job)
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

    /** What the start that lacks least would need; where none is left by outside and predecessors, the chain that says so. */
    private Text shortage(int job) {
        if (plan.afterPredecessors(job) > lastStart(job) || refusals.isEmpty()) {
            return chain(job);
        }
        List<Refusal> best = cheapest(job);
        return best.isEmpty() ? noGain(job) : words.need(best);
    }

    private int lastStart(int job) {
        int last = Math.min(
                plan.job(job).deadline().orElse(plan.calendar().periods() - 1),
                plan.calendar().periods() - 1);
        return last - plan.job(job).duration() + 1;
    }

    /** What refuses the start in time that lacks least; nothing where no such start is left, or one is free. */
    private List<Refusal> cheapest(int job) {
        List<Refusal> best = List.of();
        for (int start = plan.afterPredecessors(job); refusals.isPresent() && start <= lastStart(job); start++) {
            List<Refusal> found = refusals.get().at(job, start);
            best = best.isEmpty() || LEAST.compare(found, best) < 0 ? found : best;
        }
        return best;
    }

    /** Person-days weigh a thousand times what a thousand yen does: people are harder to come by. */
    private static long lack(List<Refusal> refusals) {
        return refusals.stream()
                .mapToLong(it -> it.kind() == Reason.Kind.CAPACITY ? 1_000 * it.missing() : it.missing())
                .sum();
    }

    private Text noGain(int job) {
        String id = plan.drafts().get(job).id();
        return new Text(
                "空きはあるが、" + id + " を置くと他の期限が守れない。期限の優先順位の決定が必要",
                "needs a decision which deadline goes first: there is room for " + id
                        + ", but others would be late by it");
    }

    private Text chain(int job) {
        String ja = plan.longestChain(job).stream()
                .map(it -> plan.drafts().get(it).id() + bound(it).ja())
                .collect(Collectors.joining(" → "));
        String en = plan.longestChain(job).stream()
                .map(it -> plan.drafts().get(it).id() + bound(it).en())
                .collect(Collectors.joining(" -> "));
        LocalDate end = plan.earliestCompletion(job);
        boolean impossible = plan.deadline(job).filter(end::isAfter).isPresent();
        return impossible
                ? new Text(
                        "人員と予算が無制限でも最短の完了は " + end + " であり、期限に間に合わないことが証明される（" + ja + "）。期限又は前提の見直しが必要",
                        "needs more time: even with unlimited people and money it ends on " + end
                                + " at the earliest, so its deadline is proved impossible (" + en + ")")
                : new Text(
                        "先行作業の配置の後に期限までの余地がない（無制限なら " + end + " に完了。" + ja + "）。期限又は計画期間の見直しが必要",
                        "needs more time: its predecessors leave no room before its deadline; with unlimited people and money"
                                + " it would end on " + end + " (" + en + ")");
    }

    private Text bound(int job) {
        List<Bound> bounds = plan.job(job).bounds();
        Text why = bounds.isEmpty()
                ? new Text("", "")
                : bounds.get(bounds.size() - 1).text();
        String quarters = plan.job(job).duration() + "";
        return why.en().isEmpty()
                ? new Text("：" + quarters + " 四半期", ": " + quarters + " quarters")
                : new Text("：" + quarters + " 四半期、" + why.ja(), ": " + quarters + " quarters, " + why.en());
    }
}
