package dev.shirube.planner.roadmap;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a task takes of money.
 *
 * @param pool index of the budget that pays; empty where none does
 * @param thousands thousands of yen in each of its periods
 * @param unfunded for a task that costs money while budgets are declared and none of them may pay for it: whose is missing
 */
record Charge(OptionalInt pool, List<Integer> thousands, Optional<String> unfunded) {

    Charge {
        thousands = List.copyOf(thousands);
    }

    /** Nothing to pay in so many periods, or nobody knows what. */
    static Charge none(int periods) {
        return new Charge(OptionalInt.empty(), Collections.nCopies(periods, 0), Optional.empty());
    }
}
