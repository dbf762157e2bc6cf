package dev.shirube.planner.roadmap;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.resources.EffortInForce;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.TeamCapacity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How much work and money a task is: by the office's own table, or by the planning assumptions of {@code efforts.yaml}, which
 * know of no money.
 */
final class EffortTable {

    /** No task is stretched over more than two years: a team that small needs more people, and is told so. */
    private static final int MAXIMUM_QUARTERS = 8;

    private static final int TENTHS = 10;
    /** Amounts beyond these are more than any office can give, and are cut off before they overflow. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final int MOST_DAYS = 1_000_000;

    private final Resources resources;
    private final List<EffortInForce> rates;

    EffortTable(Resources resources) {
        this.resources = resources;
        this.rates = EffortInForce.of(AssumedEfforts.rates(), resources.office());
    }

    /**
     * The effort of a task of that kind.
     *
     * @param units what it covers
     * @param team who does it; empty where nobody is named
     * @param largestCapacity most that its team can give in one quarter; 0 where no team is known
     */
    Effort of(TaskKind kind, UnitCounts units, String team, int largestCapacity) {
        List<EffortInForce> own =
                rates.stream().filter(it -> it.rate().task().equals(kind.id())).toList();
        // An office that declared only what a kind of task costs has not said that it is no work.
        boolean office =
                own.stream().anyMatch(it -> it.office() && it.rate().tenths().known());
        Integer given = resources.personDays().get(kind);
        long tenths = (office ? own.stream().map(EffortInForce::rate) : assumed(kind))
                .mapToLong(it -> times(likely(it.tenths()), units.of(it.unit())))
                .reduce(0, EffortTable::sum);
        int days = given != null ? given : (int) Math.min(MOST_DAYS, (tenths + TENTHS - 1) / TENTHS);
        int quarters = quarters(Holder.TABLE.get(kind.id()).get("quarters").intOr(1), days, largestCapacity);
        return new Effort(days, quarters, given == null && !office, yen(own, units, team, days));
    }

    /** The same work by the office's own estimate: what the people cost changes with it, what else it costs does not. */
    Effort revised(Effort effort, int days, String team, int largestCapacity) {
        OptionalLong yen = effort.yen();
        Optional<Long> rate = dayRate(team);
        if (yen.isPresent() && rate.isPresent()) {
            long rest = Math.max(0, yen.getAsLong() - times(rate, effort.personDays()));
            yen = OptionalLong.of(sum(rest, times(rate, days)));
        }
        return new Effort(days, quarters(effort.quarters(), days, largestCapacity), false, yen);
    }

    /** Over how many quarters those days are spread, so that a team can give them. */
    private static int quarters(int least, int days, int largestCapacity) {
        int quarters = least;
        while (largestCapacity > 0
                && quarters < MAXIMUM_QUARTERS
                && (days + quarters - 1) / quarters > largestCapacity) {
            quarters++;
        }
        return quarters;
    }

    private Optional<Long> dayRate(String team) {
        return resources.office().teams().stream()
                .filter(it -> it.id().equals(team))
                .findFirst()
                .flatMap(TeamCapacity::yenPerPersonDay);
    }

    private static Stream<EffortRate> assumed(TaskKind kind) {
        return AssumedEfforts.rates().stream().filter(it -> it.task().equals(kind.id()));
    }

    /** Rates for units, and the people of the team by the day; empty where neither is declared. */
    private OptionalLong yen(List<EffortInForce> own, UnitCounts units, String team, int days) {
        List<Long> rated = own.stream()
                .filter(it -> it.rate().yen().known())
                .map(it -> times(likely(it.rate().yen()), units.of(it.rate().unit())))
                .toList();
        Optional<Long> people = dayRate(team).map(it -> times(Optional.of(it), days));
        return rated.isEmpty() && people.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        sum(rated.stream().mapToLong(Long::longValue).reduce(0, EffortTable::sum), people.orElse(0L)));
    }

    private static long times(Optional<Long> amount, int count) {
        return count == 0 ? 0 : Math.min(amount.orElse(0L), MOST / count) * count;
    }

    private static long sum(long one, long other) {
        return Math.min(MOST, one + other);
    }

    /** The likely amount; where only others are known the highest of them, because a plan must not promise too much. */
    private static Optional<Long> likely(Estimate estimate) {
        return estimate.likely().or(estimate::high).or(estimate::low);
    }

    private static final class Holder {
        static final DataNode TABLE =
                DataTable.load(EffortTable.class, "efforts.table").get("efforts");
    }
}
