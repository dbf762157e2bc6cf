package dev.shirube.source.java;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * The value of a constant expression.
 *
 * @param value a text, or a whole number as decimal text; {@code true} is 1, a character its code, as in bytecode
 * @param isText whether it is a text
 * @param named whether a field's or variable's name was followed
 */
record Constant(String value, boolean isText, boolean named) {

    static Constant text(String value) {
        return new Constant(value, true, false);
    }

    static Constant number(long value) {
        return new Constant(Long.toString(value), false, false);
    }

    /** The value that JDT or the language gives it; nothing for a kind of value that no catalogue row reads. */
    static Optional<Constant> of(Object value, boolean named) {
        if (value instanceof String text) {
            return Optional.of(new Constant(text, true, named));
        } else if (value instanceof Boolean truth) {
            return Optional.of(new Constant(truth ? "1" : "0", false, named));
        } else if (value instanceof Character character) {
            return Optional.of(new Constant(Integer.toString(character), false, named));
        } else if (value instanceof Number number && !(value instanceof Double) && !(value instanceof Float)) {
            return Optional.of(new Constant(Long.toString(number.longValue()), false, named));
        }
        return Optional.empty();
    }

    Constant asNamed() {
        return new Constant(value, isText, true);
    }

    ArgumentValue.Constants asArgument() {
        return named
                ? new ArgumentValue.Constants(List.of(value), Resolution.FIELD, 1)
                : ArgumentValue.Constants.literal(value);
    }
}
