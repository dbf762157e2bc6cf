package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Type hints: {@code Optional[X]}, {@code X | None} and their like are the type X of the value that may be there. */
final class PythonTypes {
    private static final Set<String> TRANSPARENT =
            Set.of("Optional", "Annotated", "ClassVar", "Final", "InitVar", "Required", "NotRequired", "ReadOnly");
    private static final Set<String> UNION = Set.of("Union");
    private static final Pattern DOTTED = Pattern.compile("\\w+(\\.\\w+)*");

    private PythonTypes() {}

    /** The type as written in a hint. */
    static Expression of(Syntax node) {
        List<Syntax> children = node.children();
        Place place = node.place();
        return switch (node.type()) {
            case "type", "parenthesized_expression" -> children.isEmpty() ? other(node) : of(children.get(0));
            case "identifier" -> new Expression.Name(place, node.text());
            case "none" -> new Expression.Nothing(place);
            case "attribute", "member_type" -> member(node);
            case "string" -> quoted(node);
            case "generic_type", "subscript" -> generic(node, children);
            case "union_type", "binary_operator" -> oneOf(node, children);
            default -> other(node);
        };
    }

    private static Expression other(Syntax node) {
        return new Expression.Other(
                node.place(), node.children().stream().map(PythonTypes::of).toList());
    }

    private static Expression member(Syntax node) {
        List<Syntax> children = node.children();
        Syntax name = children.get(children.size() - 1);
        return children.size() < 2
                ? other(node)
                : new Expression.Member(node.place(), of(children.get(0)), name.text());
    }

    /** A hint that is written as a text, since its type is declared later. */
    private static Expression quoted(Syntax node) {
        Expression text = PythonText.of(node, PythonTypes::of);
        if (!(text instanceof Expression.Text plain)
                || !DOTTED.matcher(plain.value()).matches()) {
            return new Expression.Other(node.place(), List.of());
        }
        String[] names = plain.value().split("\\.", -1);
        Expression type = new Expression.Name(node.place(), names[0]);
        for (int i = 1; i < names.length; i++) {
            type = new Expression.Member(node.place(), type, names[i]);
        }
        return type;
    }

    private static Expression generic(Syntax node, List<Syntax> children) {
        List<Syntax> written = new ArrayList<>();
        for (Syntax child : children.subList(1, children.size())) {
            if (child.is("type_parameter")) {
                written.addAll(child.children());
            } else {
                written.add(child);
            }
        }
        List<Expression> arguments = written.stream().map(PythonTypes::of).toList();
        Expression base = of(children.get(0));
        String name = lastName(base);
        if (TRANSPARENT.contains(name) && !arguments.isEmpty()) {
            return arguments.get(0);
        }
        return UNION.contains(name)
                ? oneOf(node.place(), arguments)
                : new Expression.Generic(node.place(), base, arguments);
    }

    private static Expression oneOf(Syntax node, List<Syntax> children) {
        return oneOf(node.place(), children.stream().map(PythonTypes::of).toList());
    }

    private static Expression oneOf(Place place, List<Expression> types) {
        List<Expression> some =
                types.stream().filter(it -> !(it instanceof Expression.Nothing)).toList();
        return some.size() == 1 ? some.get(0) : new Expression.Other(place, some);
    }

    /** The last name of {@code a.b.C} or {@code C[T]}; empty for anything else. */
    static String lastName(Expression type) {
        if (type instanceof Expression.Name name) {
            return name.name();
        } else if (type instanceof Expression.Member member) {
            return member.name();
        } else if (type instanceof Expression.Generic generic) {
            return lastName(generic.base());
        } else if (type instanceof Expression.Call call) {
            return lastName(call.callee());
        } else if (type instanceof Expression.Index index) {
            return lastName(index.object());
        }
        return "";
    }
}
