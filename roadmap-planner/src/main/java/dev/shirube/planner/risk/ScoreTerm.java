package dev.shirube.planner.risk;

import dev.shirube.domain.Text;
import java.util.Objects;

/**
 * One term of a score's trace.
 *
 * @param symbol the model's symbol: {@code E Z X R D S_C S_A P U Q score}
 * @param low its value at the low end, as printed
 * @param high its value at the high end, as printed; equal to {@code low} where everything is known
 * @param meaning what it is and where its value comes from
 */
public record ScoreTerm(String symbol, String low, String high, Text meaning) {
    /** Refuses null. */
    public ScoreTerm {
        Objects.requireNonNull(symbol);
        Objects.requireNonNull(low);
        Objects.requireNonNull(high);
        Objects.requireNonNull(meaning);
    }

    /** The value as printed: one value, or both ends. */
    public String value() {
        return low.equals(high) ? low : "[" + low + ", " + high + "]";
    }
}
