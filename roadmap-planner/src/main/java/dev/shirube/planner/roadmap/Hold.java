package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import java.util.Objects;
import java.util.Optional;

/**
 * A constraint that binds a task: it cannot start a quarter earlier, or has no place at all, because of this.
 *
 * @param kind capacity, budget, freeze, procurement, release, predecessor, renewal, or wait where it was said that it is to wait
 * @param subject id of the team or of the task before, name of the budget, product or kind of procurement; empty for others
 * @param quarter the quarter that refuses; of a budget the first of the fiscal year
 * @param missing what would have to be added: person-days in that quarter, or yen in that fiscal year; 0 where nothing can be
 */
public record Hold(Reason.Kind kind, String subject, Optional<FiscalQuarter> quarter, long missing) {
    /** Refuses null. */
    public Hold {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(quarter);
    }
}
