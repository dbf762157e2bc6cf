package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that are put together by {@code format!} and its like. */
final class RustFormats {

    private RustFormats() {}

    static Expression text(Syntax node, String macro, List<Expression> values) {
        boolean template = !macro.equals("concat") && !values.isEmpty();
        if (!template || !(values.get(0) instanceof Expression.Text format)) {
            return new Expression.Template(node.place(), values);
        }
        List<Expression> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int next = 1;
        String text = format.value();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            int close = text.indexOf('}', i);
            if ((c == '{' || c == '}') && doubled) {
                plain.append(c);
                i++;
            } else if (c == '{' && close > i) {
                flush(format.place(), plain, parts);
                String argument = text.substring(i + 1, close).split(":", 2)[0].strip();
                parts.add(argument.isEmpty() ? at(node, values, next++) : named(node, argument, values));
                i = close;
            } else {
                plain.append(c);
            }
        }
        flush(format.place(), plain, parts);
        return new Expression.Template(node.place(), parts);
    }

    private static void flush(Place place, StringBuilder plain, List<Expression> parts) {
        if (plain.length() > 0) {
            parts.add(new Expression.Text(place, plain.toString()));
            plain.setLength(0);
        }
    }

    private static Expression at(Syntax node, List<Expression> values, int position) {
        return position < values.size() ? unnamed(values.get(position)) : RustReader.nothing(node);
    }

    private static Expression unnamed(Expression value) {
        return value instanceof Expression.Assigned assigned ? assigned.value() : value;
    }

    /** By its position, by the name it is given in the call, or a variable. */
    private static Expression named(Syntax node, String argument, List<Expression> values) {
        if (argument.chars().allMatch(c -> c >= '0' && c <= '9') && argument.length() < 4) {
            return at(node, values, Integer.parseInt(argument) + 1);
        }
        Optional<Expression> given = values.stream()
                .filter(it -> it instanceof Expression.Assigned assigned
                        && assigned.target() instanceof Expression.Name name
                        && name.name().equals(argument))
                .map(RustFormats::unnamed)
                .findFirst();
        return given.orElseGet(() -> new Expression.Name(node.place(), argument));
    }
}
