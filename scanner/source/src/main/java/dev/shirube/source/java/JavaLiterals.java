package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.BooleanLiteral;
import org.eclipse.jdt.core.dom.CharacterLiteral;
import org.eclipse.jdt.core.dom.NullLiteral;
import org.eclipse.jdt.core.dom.NumberLiteral;
import org.eclipse.jdt.core.dom.StringLiteral;
import org.eclipse.jdt.core.dom.TextBlock;

/** Literals, and the values of constants that JDT knows. */
final class JavaLiterals {
    private JavaLiterals() {}

    /** The literal; nothing for another kind of expression. A character is a text, since that is what it is joined as. */
    static Optional<Expression> of(org.eclipse.jdt.core.dom.Expression literal, Place place) {
        try {
            if (literal instanceof StringLiteral text) {
                return Optional.of(new Expression.Text(place, text.getLiteralValue()));
            } else if (literal instanceof TextBlock block) {
                return Optional.of(new Expression.Text(place, block.getLiteralValue()));
            } else if (literal instanceof CharacterLiteral character) {
                return Optional.of(new Expression.Text(place, String.valueOf(character.charValue())));
            } else if (literal instanceof BooleanLiteral truth) {
                return Optional.of(new Expression.Truth(place, truth.booleanValue()));
            } else if (literal instanceof NumberLiteral number) {
                return Optional.of(number(number.getToken(), place));
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(nothing(place)); // JDT's answer to a literal with a broken escape
        }
        return literal instanceof NullLiteral ? Optional.of(new Expression.Nothing(place)) : Optional.empty();
    }

    /** JLS 3.10.1: underscores, an L at the end, and the prefixes 0x, 0b and 0. */
    private static Expression number(String token, Place place) {
        String digits = token.replace("_", "").replaceAll("[lL]$", "");
        try {
            boolean binary = digits.regionMatches(true, 0, "0b", 0, 2);
            return new Expression.Whole(
                    place, binary ? Long.parseUnsignedLong(digits.substring(2), 2) : Long.decode(digits));
        } catch (NumberFormatException e) {
            return nothing(place); // a floating-point number, or one out of range
        }
    }

    private static Expression nothing(Place place) {
        return new Expression.Other(place, List.of());
    }

    /** The value that JDT computed; nothing where it is none, or of a kind that nobody asks for. */
    static Optional<Expression> constant(Object value, Place place) {
        if (value instanceof String text) {
            return Optional.of(new Expression.Text(place, text));
        } else if (value instanceof Boolean truth) {
            return Optional.of(new Expression.Truth(place, truth));
        } else if (value instanceof Character character) {
            return Optional.of(new Expression.Text(place, character.toString()));
        } else if (value instanceof Number number && !(value instanceof Double) && !(value instanceof Float)) {
            return Optional.of(new Expression.Whole(place, number.longValue()));
        }
        return Optional.empty();
    }
}
