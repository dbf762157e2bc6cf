package dev.shirube.source.javascript;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What values are assigned to, and how they are taken apart. */
final class Patterns {
    private final Script script;

    Patterns(Script script) {
        this.script = script;
    }

    /** The target as an expression; values for what is missing are left off. */
    Expression target(Syntax node) {
        return switch (node.type()) {
            case "object_pattern" -> {
                List<Expression.Entry> entries = new ArrayList<>();
                for (Syntax part : node.children()) {
                    entries.add(
                            part.is("rest_pattern")
                                    ? new Expression.Entry(rest(part), rest(part))
                                    : new Expression.Entry(key(part), target(taking(part))));
                }
                yield new Expression.Mapping(node.place(), entries);
            }
            case "array_pattern" ->
                new Expression.Sequence(
                        node.place(), elements(node).stream().map(this::element).toList());
            case "assignment_pattern", "object_assignment_pattern" -> target(taking(node));
            case "rest_pattern" -> rest(node);
            default -> script.expressions.of(node);
        };
    }

    private Expression element(Optional<Syntax> node) {
        return node.map(this::target).orElseGet(() -> new Expression.Name(Place.NONE, "_"));
    }

    private Expression rest(Syntax node) {
        return new Expression.Spread(node.place(), target(node.children().get(0)));
    }

    /** What the part of a pattern assigns to, without the value for what is missing. */
    private static Syntax taking(Syntax part) {
        return switch (part.type()) {
            case "pair_pattern" -> part.get("value").map(Patterns::taking).orElse(part);
            case "assignment_pattern", "object_assignment_pattern" ->
                part.get("left").orElse(part);
            default -> part;
        };
    }

    private Expression key(Syntax part) {
        Syntax node = part.is("pair_pattern") ? part : taking(part);
        return node.is("pair_pattern")
                ? script.expressions.key(node.get("key"))
                : new Expression.Text(node.place(), node.text());
    }

    private static Optional<Syntax> initial(Syntax part) {
        Syntax node = part.is("pair_pattern") ? part.get("value").orElse(part) : part;
        return node.is("assignment_pattern", "object_assignment_pattern") ? node.get("right") : Optional.empty();
    }

    /** The elements of an array's pattern; some are left out. */
    private static List<Optional<Syntax>> elements(Syntax node) {
        List<Optional<Syntax>> elements = new ArrayList<>();
        boolean open = true;
        for (Syntax part : node.all()) {
            if (part.is(",")) {
                if (open) {
                    elements.add(Optional.empty());
                }
                open = true;
            } else if (part.named() && !part.isComment()) {
                elements.add(Optional.of(part));
                open = false;
            }
        }
        return elements;
    }

    static boolean hasInitial(Syntax node) {
        return node.is("assignment_pattern", "object_assignment_pattern")
                || (node.is("object_pattern", "array_pattern", "pair_pattern")
                        && node.children().stream().anyMatch(Patterns::hasInitial));
    }

    /** The assignments that give the pattern's names their parts of the value. */
    List<Statement> assign(Syntax target, Optional<Expression> type, Expression value, Place place, boolean declares) {
        List<Statement> found = new ArrayList<>();
        assign(found, target, type, value, place, declares);
        return found;
    }

    private void assign(
            List<Statement> found,
            Syntax target,
            Optional<Expression> type,
            Expression value,
            Place place,
            boolean declares) {
        if (!hasInitial(target)) {
            found.add(new Statement.Assign(place, target(target), type, Optional.of(value), declares));
            return;
        }
        Expression whole = value;
        if (!isStable(value)) {
            whole = new Expression.Name(place, "#" + target.start());
            found.add(new Statement.Assign(place, whole, type, Optional.of(value), true));
        }
        List<Optional<Syntax>> parts = target.is("array_pattern")
                ? elements(target)
                : target.children().stream().map(Optional::of).toList();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isEmpty()) {
                continue;
            }
            Syntax part = parts.get(i).get();
            if (part.is("rest_pattern")) {
                assign(found, part.children().get(0), Optional.empty(), whole, place, declares);
                continue;
            }
            Expression key = target.is("array_pattern") ? new Expression.Whole(part.place(), i) : key(part);
            Expression taken = key instanceof Expression.Text name
                    ? new Expression.Member(part.place(), whole, name.value())
                    : new Expression.Index(part.place(), whole, key);
            assign(found, taking(part), Optional.empty(), or(part, taken), part.place(), declares);
        }
    }

    private Expression or(Syntax part, Expression value) {
        return initial(part)
                .<Expression>map(it ->
                        new Expression.Operation(part.place(), Operator.OR, List.of(value, script.expressions.of(it))))
                .orElse(value);
    }

    private static boolean isStable(Expression value) {
        return value instanceof Expression.Name
                || value instanceof Expression.This
                || (value instanceof Expression.Member member && isStable(member.object()));
    }
}
