package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and types, qualified and with template arguments. */
final class Names {
    private final Lowering lowering;

    Names(Lowering lowering) {
        this.lowering = lowering;
    }

    /** The name or type that the node is; whatever else it is, lowered as an expression. */
    Expression of(Syntax node) {
        return switch (node.type()) {
            case "qualified_identifier" -> qualified(node);
            case "template_type", "template_function", "template_method" -> part(Optional.empty(), node);
            case "type_descriptor" -> node.get("type").map(this::of).orElse(other(node));
            case "dependent_type", "dependent_name", "nested_namespace_specifier" -> nested(node);
            case "struct_specifier", "union_specifier", "class_specifier", "enum_specifier" ->
                node.get("name").map(this::of).orElse(other(node));
            case "macro_type_specifier" -> node.get("type").map(this::of).orElse(other(node));
            case "identifier",
                    "statement_identifier",
                    "type_identifier",
                    "field_identifier",
                    "namespace_identifier",
                    "primitive_type",
                    "sized_type_specifier",
                    "operator_name",
                    "destructor_name" -> name(node);
            default -> lowering.expressions.of(node);
        };
    }

    /** The type as written; nothing where the compiler finds it out. */
    Optional<Expression> type(Syntax node) {
        return node.is("placeholder_type_specifier", "decltype", "auto") ? Optional.empty() : Optional.of(of(node));
    }

    /** Something of that name. */
    static Expression name(Syntax node) {
        String text = node.text().strip();
        return text.isEmpty() ? other(node) : new Expression.Name(node.place(), text);
    }

    private static Expression other(Syntax node) {
        return new Expression.Other(node.place(), List.of());
    }

    private Expression nested(Syntax node) {
        Optional<Expression> all = Optional.empty();
        for (Syntax child : node.children()) {
            all = Optional.of(all.isEmpty() ? of(child) : part(all, child));
        }
        return all.orElse(other(node));
    }

    private Expression qualified(Syntax node) {
        Optional<Expression> object = Optional.empty();
        Syntax at = node;
        while (at.is("qualified_identifier")) {
            Optional<Syntax> scope = at.get("scope");
            Optional<Syntax> name = at.get("name");
            if (scope.isPresent()) {
                object = Optional.of(part(object, scope.get()));
            }
            if (name.isEmpty()) {
                return object.orElse(other(node));
            }
            at = name.get();
            String next = token(at.is("qualified_identifier") ? at.get("scope").orElse(at) : at)
                    .text();
            if (object.isPresent() && lowering.known.isOwn(path(object.get()), next)) {
                object = Optional.empty(); // the file's own namespace
            }
        }
        return part(object, at);
    }

    private Expression part(Optional<Expression> object, Syntax node) {
        if (node.is("template_type", "template_function", "template_method")) {
            Expression base = node.get("name").map(it -> part(object, it)).orElse(other(node));
            List<Expression> arguments = new ArrayList<>();
            node.get("arguments").ifPresent(it -> it.children().forEach(child -> arguments.add(of(child))));
            return new Expression.Generic(node.place(), base, arguments);
        } else if (node.is("qualified_identifier", "dependent_name", "nested_namespace_specifier")) {
            Expression inner = of(node);
            return object.isEmpty() ? inner : new Expression.Member(node.place(), object.get(), node.text());
        }
        return object.isPresent() ? new Expression.Member(node.place(), object.get(), node.text()) : name(node);
    }

    /** The token of the name that is called or made, for its line. */
    static Syntax token(Syntax node) {
        Syntax at = node;
        while (true) {
            Optional<Syntax> next = at.is("field_expression")
                    ? at.get("field")
                    : at.is("qualified_identifier", "template_type", "template_function", "template_method")
                            ? at.get("name")
                            : Optional.empty();
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
    }

    /** The name of a type without what qualifies it; empty for one without a name. */
    static String simple(Syntax type) {
        Syntax token = type.is("struct_specifier", "union_specifier", "class_specifier", "enum_specifier")
                ? type.get("name").orElse(type)
                : token(type);
        return token.get("body").isPresent() ? "" : token.text();
    }

    /** The parts of a qualified name with dots between them, template arguments left out; empty for what is no such name. */
    static String path(Expression name) {
        if (name instanceof Expression.Name simple) {
            return simple.name();
        } else if (name instanceof Expression.Generic generic) {
            return path(generic.base());
        } else if (name instanceof Expression.Member member) {
            String object = path(member.object());
            return object.isEmpty() ? "" : object + "." + member.name();
        }
        return "";
    }
}
