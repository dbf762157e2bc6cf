package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns: what they bind, and which values they fit. */
final class RustPatterns {
    private final RustReader reader;

    RustPatterns(RustReader reader) {
        this.reader = reader;
    }

    /** Assigns what the pattern binds; whether it binds anything. */
    boolean bind(Syntax pattern, Expression value, Optional<Expression> type) {
        switch (pattern.type()) {
            case "identifier", "tuple_pattern", "slice_pattern", "struct_pattern", "shorthand_field_identifier" -> {
                if (constant(pattern)) {
                    return false;
                }
                reader.out.add(new Statement.Assign(pattern.place(), target(pattern), type, Optional.of(value), true));
                return true;
            }
            case "match_pattern",
                    "mut_pattern",
                    "ref_pattern",
                    "reference_pattern",
                    "captured_pattern",
                    "or_pattern" -> {
                for (Syntax child : pattern.children()) {
                    if (!child.field().equals("condition") && bind(child, value, type)) {
                        return true;
                    }
                }
                return false;
            }
            case "tuple_struct_pattern" -> {
                return parts(pattern, value);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean parts(Syntax pattern, Expression value) {
        boolean wrapper = wrapper(pattern);
        boolean bound = false;
        int position = 0;
        for (Syntax part : elements(pattern)) {
            Expression inner = wrapper
                    ? new Expression.Cast(value.place(), Optional.empty(), value)
                    : new Expression.Member(value.place(), value, Integer.toString(position));
            bound |= bind(part, inner, Optional.empty());
            position++;
        }
        return bound;
    }

    private static boolean wrapper(Syntax pattern) {
        return pattern.get("type")
                .filter(it -> RustExpressions.WRAPPERS.contains(it.text()))
                .isPresent();
    }

    /** The parts of a pattern up to {@code ..}, those included that bind nothing. */
    private static List<Syntax> elements(Syntax pattern) {
        List<Syntax> elements = new ArrayList<>();
        for (Syntax child : pattern.all()) {
            if (child.is("remaining_field_pattern")) {
                break;
            }
            boolean part = child.named() && !child.isComment() && !child.field().equals("type");
            if (part || child.type().equals("_")) {
                elements.add(child);
            }
        }
        return elements;
    }

    /** A name in capitals, or with a path, is a constant and binds nothing. */
    private static boolean constant(Syntax pattern) {
        return pattern.is("identifier") && Character.isUpperCase(pattern.text().charAt(0));
    }

    /** The pattern as the target of an assignment. */
    Expression target(Syntax pattern) {
        List<Syntax> children = pattern.children();
        return switch (pattern.type()) {
            case "identifier", "shorthand_field_identifier" ->
                new Expression.Name(pattern.place(), constant(pattern) ? "_" : pattern.text());
            case "tuple_pattern", "slice_pattern" ->
                new Expression.Sequence(
                        pattern.place(),
                        elements(pattern).stream().map(this::target).toList());
            case "tuple_struct_pattern" -> {
                List<Syntax> elements = elements(pattern);
                yield elements.size() == 1 ? target(elements.get(0)) : unused(pattern);
            }
            case "struct_pattern" -> struct(pattern);
            case "mut_pattern", "ref_pattern", "reference_pattern", "captured_pattern", "match_pattern" ->
                children.stream()
                        .filter(it -> !it.is("mutable_specifier"))
                        .findFirst()
                        .map(this::target)
                        .orElseGet(() -> unused(pattern));
            default -> unused(pattern);
        };
    }

    private static Expression unused(Syntax pattern) {
        return new Expression.Name(pattern.place(), "_");
    }

    private Expression struct(Syntax pattern) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (Syntax field : pattern.children("field_pattern")) {
            field.get("name").ifPresent(name -> {
                Syntax bound = field.get("pattern").orElse(name);
                entries.add(new Expression.Entry(new Expression.Text(name.place(), name.text()), target(bound)));
            });
        }
        return new Expression.Mapping(pattern.place(), entries);
    }

    /** The values that the pattern fits: none where it fits all, something unknown where that cannot be told. */
    List<Expression> labels(Syntax pattern) {
        return switch (pattern.type()) {
            case "_" -> List.of();
            case "identifier" -> constant(pattern) ? List.of(reader.expressions.lower(pattern)) : List.of();
            case "match_pattern", "or_pattern", "reference_pattern", "mut_pattern", "ref_pattern" -> joined(pattern);
            case "captured_pattern" ->
                labels(pattern.children().get(pattern.children().size() - 1));
            case "tuple_pattern" ->
                pattern.children().size() == 1 && !pattern.has(",")
                        ? labels(pattern.children().get(0))
                        : List.of(RustReader.nothing(pattern));
            case "string_literal",
                    "raw_string_literal",
                    "char_literal",
                    "integer_literal",
                    "boolean_literal",
                    "negative_literal",
                    "scoped_identifier" -> List.of(reader.expressions.lower(pattern));
            case "tuple_struct_pattern" -> wrapped(pattern);
            case "struct_pattern" ->
                List.of(pattern.get("type").map(reader.types::named).orElseGet(() -> RustReader.nothing(pattern)));
            default -> List.of(RustReader.nothing(pattern));
        };
    }

    private List<Expression> joined(Syntax pattern) {
        List<Expression> labels = new ArrayList<>();
        for (Syntax child : pattern.all()) {
            boolean part = child.named() && !child.isComment() && !child.is("mutable_specifier");
            if (child.field().equals("condition") || !(part || child.type().equals("_"))) {
                continue;
            }
            List<Expression> fitting = labels(child);
            if (fitting.isEmpty()) {
                return List.of();
            }
            labels.addAll(fitting);
        }
        return labels;
    }

    /** {@code Some("a")} fits what {@code "a"} fits; a variant with its values fits what is of that variant. */
    private List<Expression> wrapped(Syntax pattern) {
        List<Syntax> elements = elements(pattern);
        if (wrapper(pattern) && elements.size() == 1) {
            List<Expression> inner = labels(elements.get(0));
            return inner.isEmpty() ? List.of(RustReader.nothing(pattern)) : inner;
        }
        return List.of(pattern.get("type").map(reader.types::named).orElseGet(() -> RustReader.nothing(pattern)));
    }
}
