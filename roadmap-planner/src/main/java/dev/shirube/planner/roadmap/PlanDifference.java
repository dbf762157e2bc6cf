package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How two plans differ, task by task, in the order of the later one; tasks that only the earlier one has come last.
 *
 * @param rows what differs; a task that stands where it stood is not among them
 * @param same how many tasks stand where they stood
 */
public record PlanDifference(List<Row> rows, int same) {

    /** What became of a task. */
    public enum Kind {
        NEW,
        GONE,
        EARLIER,
        LATER,
        /** It had a place, and has none any more. */
        LEFT_OUT,
        /** It had no place, and has one. */
        PLACED,
        /** It starts when it did, and takes longer or is done sooner. */
        LENGTH
    }

    /**
     * One task that differs.
     *
     * @param task of the later plan; of the earlier one where it is gone
     * @param from first quarter in the earlier plan
     * @param to first quarter in the later plan
     * @param nowLate whether it met its deadline before and does not now
     * @param inTimeAgain whether it missed its deadline before and meets it now
     */
    public record Row(
            Kind kind,
            ScheduledTask task,
            Optional<FiscalQuarter> from,
            Optional<FiscalQuarter> to,
            boolean nowLate,
            boolean inTimeAgain) {}

    /** Keeps an unmodifiable copy. */
    public PlanDifference {
        rows = List.copyOf(rows);
    }

    /** What differs from one plan to another. */
    public static PlanDifference between(Roadmap before, Roadmap after) {
        Map<String, ScheduledTask> earlier = new HashMap<>();
        before.tasks().forEach(it -> earlier.put(it.task().id(), it));
        List<Row> rows = new ArrayList<>();
        int same = 0;
        for (ScheduledTask now : after.tasks()) {
            ScheduledTask then = earlier.remove(now.task().id());
            if (then == null) {
                rows.add(new Row(Kind.NEW, now, Optional.empty(), now.start(), now.late(), false));
            } else if (then.start().equals(now.start())
                    && then.finish().equals(now.finish())
                    && then.late() == now.late()) {
                same++;
            } else {
                rows.add(new Row(
                        kind(then, now),
                        now,
                        then.start(),
                        now.start(),
                        now.late() && !then.late(),
                        then.late() && !now.late()));
            }
        }
        before.tasks().stream()
                .filter(it -> earlier.containsKey(it.task().id()))
                .forEach(it -> rows.add(new Row(Kind.GONE, it, it.start(), Optional.empty(), false, false)));
        return new PlanDifference(rows, same);
    }

    private static Kind kind(ScheduledTask then, ScheduledTask now) {
        if (now.start().isEmpty()) {
            return Kind.LEFT_OUT;
        }
        if (then.start().isEmpty()) {
            return Kind.PLACED;
        }
        int moved = now.start().get().since(then.start().get());
        return moved < 0 ? Kind.EARLIER : moved > 0 ? Kind.LATER : Kind.LENGTH;
    }
}
