package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types, where they are declared and where they are named. */
final class GoTypes {
    private final GoReader reader;

    GoTypes(GoReader reader) {
        this.reader = reader;
    }

    /** The type of a specification; nothing where it has no name. */
    Optional<TypeDeclaration> declared(Syntax spec) {
        Syntax name = spec.get("name").orElse(null);
        if (name == null) {
            return Optional.empty();
        }
        List<Expression> supertypes = new ArrayList<>();
        List<TypeDeclaration.Field> fields = new ArrayList<>();
        List<Function> methods = new ArrayList<>();
        Syntax type = spec.get("type").orElse(spec);
        if (type.is("struct_type")) {
            type.children("field_declaration_list").stream()
                    .flatMap(it -> it.children("field_declaration").stream())
                    .forEach(it -> fields(it, fields, supertypes));
        } else if (type.is("interface_type")) {
            for (Syntax member : type.children()) {
                if (member.get("name").isPresent()) {
                    methods.add(reader.functions.declared(member));
                } else {
                    supertypes.add(named(member));
                }
            }
        } else if (type != spec) {
            supertypes.add(named(type));
        }
        return Optional.of(new TypeDeclaration(
                spec.placeAt(name), name.text(), supertypes, List.of(), fields, methods, List.of()));
    }

    /** A field without a name is embedded: its members are those of the type, too. */
    private void fields(Syntax node, List<TypeDeclaration.Field> fields, List<Expression> supertypes) {
        Optional<Expression> type = node.get("type").map(this::named);
        List<Syntax> names = node.getAll("name");
        for (Syntax name : names) {
            fields.add(new TypeDeclaration.Field(name.place(), name.text(), type, Optional.empty(), false));
        }
        if (names.isEmpty() && type.isPresent()) {
            supertypes.add(type.get());
            String simple = simple(type.get());
            if (!simple.isEmpty()) {
                fields.add(new TypeDeclaration.Field(node.place(), simple, type, Optional.empty(), false));
            }
        }
    }

    private static String simple(Expression type) {
        if (type instanceof Expression.Member member) {
            return member.name();
        } else if (type instanceof Expression.Generic generic) {
            return simple(generic.base());
        }
        return type instanceof Expression.Name name ? name.name() : "";
    }

    /** The type so written; a pointer is like what it points to. */
    Expression named(Syntax node) {
        List<Syntax> children = node.children();
        return switch (node.type()) {
            case "type_identifier", "identifier", "package_identifier" ->
                new Expression.Name(node.place(), node.text());
            case "qualified_type" ->
                new Expression.Member(
                        node.place(),
                        named(node.get("package").orElse(node.children().get(0))),
                        node.get("name").map(Syntax::text).orElse(""));
            case "pointer_type", "parenthesized_type", "type_elem", "negated_type" ->
                children.size() == 1 ? named(children.get(0)) : other(node);
            case "generic_type" -> generic(node);
            case "slice_type", "array_type", "implicit_length_array_type" ->
                new Expression.Generic(
                        node.place(),
                        new Expression.Name(node.place(), "[]"),
                        node.get("element").map(it -> List.of(named(it))).orElse(List.of()));
            case "map_type" ->
                new Expression.Generic(
                        node.place(),
                        new Expression.Name(node.place(), "map"),
                        children.stream().map(this::named).toList());
            case "channel_type", "function_type", "struct_type", "interface_type" -> other(node);
            default -> reader.expressions.lower(node);
        };
    }

    private Expression generic(Syntax node) {
        List<Expression> arguments = new ArrayList<>();
        node.get("type_arguments").ifPresent(it -> it.children().forEach(child -> arguments.add(named(child))));
        return new Expression.Generic(
                node.place(), node.get("type").map(this::named).orElseGet(() -> other(node)), arguments);
    }

    private static Expression other(Syntax node) {
        return new Expression.Other(node.place(), List.of());
    }
}
