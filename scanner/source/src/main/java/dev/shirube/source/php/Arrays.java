package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Arrays, which are lists and dictionaries in one, and how they are taken apart. */
final class Arrays {
    private final Script script;

    Arrays(Script script) {
        this.script = script;
    }

    /** A list where no element has a key; else a dictionary, in which elements without one are counted. */
    Expression of(Syntax node) {
        List<Syntax> elements = node.children("array_element_initializer");
        return elements.stream().anyMatch(it -> it.has("=>")) ? mapping(node, elements) : sequence(node, elements);
    }

    private Expression sequence(Syntax node, List<Syntax> elements) {
        return new Expression.Sequence(
                node.place(), elements.stream().map(this::value).toList());
    }

    private Expression mapping(Syntax node, List<Syntax> elements) {
        List<Expression.Entry> entries = new ArrayList<>();
        long next = 0;
        for (Syntax element : elements) {
            Expression value = value(element);
            if (value instanceof Expression.Spread) {
                entries.add(new Expression.Entry(value, value));
                continue;
            }
            Expression key = element.has("=>")
                    ? script.expressions.of(element.children().get(0))
                    : new Expression.Whole(element.place(), next);
            if (key instanceof Expression.Whole index) {
                next = Math.max(next, index.value() + 1);
            }
            entries.add(new Expression.Entry(key, value));
        }
        return new Expression.Mapping(node.place(), entries);
    }

    private Expression value(Syntax element) {
        List<Syntax> parts = element.children();
        return parts.isEmpty()
                ? new Expression.Nothing(element.place())
                : script.expressions.of(parts.get(parts.size() - 1));
    }

    /** The target of {@code [$a, , $b] = …} and {@code ["k" => $a] = …}. */
    Expression target(Syntax node) {
        List<Expression.Entry> entries = new ArrayList<>();
        List<Expression> elements = new ArrayList<>();
        List<Syntax> part = new ArrayList<>();
        boolean keyed = node.has("=>");
        for (Syntax child : node.all()) {
            if (child.is(",")) {
                add(part, keyed, entries, elements);
            } else if (child.named() && !child.isComment()) {
                part.add(child);
            }
        }
        if (!part.isEmpty()) {
            add(part, keyed, entries, elements);
        }
        return keyed ? new Expression.Mapping(node.place(), entries) : new Expression.Sequence(node.place(), elements);
    }

    private void add(List<Syntax> part, boolean keyed, List<Expression.Entry> entries, List<Expression> elements) {
        if (part.isEmpty()) {
            elements.add(new Expression.Name(Place.NONE, "_"));
        } else if (keyed) {
            entries.add(new Expression.Entry(
                    script.expressions.of(part.get(0)), script.expressions.of(part.get(part.size() - 1))));
        } else {
            elements.add(script.expressions.of(part.get(0)));
        }
        part.clear();
    }
}
