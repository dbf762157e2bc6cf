package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.EnumConstant;
import dev.shirube.source.program.TypeDeclaration.Field;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads types and their members. */
final class CSharpTypes {

    private final List<Function> extensions;
    private final CSharpFunctions functions = new CSharpFunctions();
    private final CSharpExpressions expressions = new CSharpExpressions();

    /** Reads types, and puts the extension methods in them into that list. */
    CSharpTypes(List<Function> extensions) {
        this.extensions = extensions;
    }

    static boolean isType(Syntax node) {
        return node.is(
                "class_declaration",
                "struct_declaration",
                "record_declaration",
                "record_struct_declaration",
                "interface_declaration",
                "enum_declaration",
                "delegate_declaration");
    }

    TypeDeclaration type(Syntax node) {
        Members members = new Members();
        String name = node.get("name").map(Syntax::text).orElse("");
        List<Expression> supertypes = new ArrayList<>();
        List<Expression.Argument> given = new ArrayList<>();
        node.first("base_list").ifPresent(it -> base(it, supertypes, given));
        attributes(node, members);
        node.first("parameter_list")
                .filter(it -> !node.is("delegate_declaration"))
                .ifPresent(it -> primary(node, it, superCall(node, supertypes, given), members));
        node.get("body").ifPresent(body -> CSharpNodes.flat(body).forEach(it -> member(it, name, supertypes, members)));
        return new TypeDeclaration(
                node.get("name").orElse(node).place(),
                name,
                supertypes,
                members.constants,
                members.fields,
                members.methods,
                members.types);
    }

    private static final class Members {
        private final List<EnumConstant> constants = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final List<Function> methods = new ArrayList<>();
        private final List<TypeDeclaration> types = new ArrayList<>();
    }

    private void base(Syntax list, List<Expression> supertypes, List<Expression.Argument> given) {
        for (Syntax child : list.children()) {
            if (child.is("argument_list")) {
                given.addAll(expressions.arguments(child));
            } else if (child.is("primary_constructor_base_type")) {
                child.get("type").ifPresent(it -> supertypes.add(expressions.type(it)));
                child.first("argument_list").ifPresent(it -> given.addAll(expressions.arguments(it)));
            } else {
                supertypes.add(expressions.type(child));
            }
        }
    }

    private static List<Statement> superCall(
            Syntax node, List<Expression> supertypes, List<Expression.Argument> given) {
        return given.isEmpty() || supertypes.isEmpty()
                ? List.of()
                : List.of(new Statement.Evaluate(new Expression.Call(
                        node.first("base_list").orElse(node).place(), supertypes.get(0), given, true)));
    }

    /** Parameters of a type are fields of it that its constructor sets. */
    private void primary(Syntax node, Syntax list, List<Statement> superCall, Members members) {
        List<Function.Parameter> parameters = functions.parameters(list);
        List<Statement> body = new ArrayList<>(superCall);
        Place place = list.place();
        for (Function.Parameter parameter : parameters) {
            members.fields.add(new Field(place, parameter.name(), parameter.type(), Optional.empty(), false));
            Expression target = new Expression.Member(place, new Expression.This(place), parameter.name());
            Expression value = new Expression.Name(place, parameter.name());
            body.add(new Statement.Assign(place, target, Optional.empty(), Optional.of(value), false));
        }
        members.methods.add(new Function(
                node.get("name").orElse(node).place(),
                Function.CONSTRUCTOR,
                parameters,
                Optional.empty(),
                new Statement.Block(body)));
    }

    private void member(Syntax node, String owner, List<Expression> supertypes, Members members) {
        if (isType(node)) {
            members.types.add(type(node));
            return;
        }
        attributes(node, members);
        switch (node.type()) {
            case "enum_member_declaration" ->
                members.constants.add(new EnumConstant(
                        node.place(),
                        node.get("name").map(Syntax::text).orElse(""),
                        List.of(),
                        node.get("value").map(expressions::expression)));
            case "field_declaration", "event_field_declaration" -> fields(node, members);
            case "property_declaration", "indexer_declaration", "event_declaration" -> property(node, members);
            case "constructor_declaration" -> members.methods.add(functions.constructor(node, owner, supertypes));
            case "method_declaration",
                    "operator_declaration",
                    "conversion_operator_declaration",
                    "destructor_declaration" -> method(node, members);
            case "using_directive", "identifier", "modifier", "attribute_list", "base_list" -> {}
            default ->
                members.methods.add(new Function(
                        node.place(),
                        "",
                        List.of(),
                        Optional.empty(),
                        new Statement.Block(new CSharpStatements(new CSharpExpressions()).statements(node))));
        }
    }

    private void method(Syntax node, Members members) {
        Optional<Syntax> extended = functions.extended(node);
        if (extended.isPresent()) {
            extensions.add(functions.extension(node, extended.get()));
        } else {
            members.methods.add(functions.method(node));
        }
    }

    private void fields(Syntax node, Members members) {
        boolean fixed = CSharpNodes.is(node, "const") || CSharpNodes.is(node, "readonly");
        for (Syntax declaration : node.children("variable_declaration")) {
            Optional<Expression> type = declaration.get("type").flatMap(expressions::declaredType);
            for (Syntax variable : declaration.children("variable_declarator")) {
                members.fields.add(new Field(
                        variable.place(),
                        variable.get("name").map(Syntax::text).orElse(""),
                        type,
                        CSharpNodes.behind(variable, "=").map(it -> expressions.expression(it, type)),
                        fixed));
            }
        }
    }

    /** A field with what its getter gives; a getter or setter that does more is a method, too. */
    private void property(Syntax node, Members members) {
        String name = node.get("name").map(Syntax::text).orElse("Item");
        Optional<Expression> type = node.get("type").flatMap(expressions::declaredType);
        Optional<Expression> initial = node.get("value").map(it -> valueOf(it, type));
        boolean fixed = node.get("accessors").isEmpty();
        for (Syntax accessor : node.get("accessors").map(Syntax::children).orElse(List.of())) {
            String kind = CSharpNodes.token(accessor, List.of("get", "set", "init", "add", "remove"));
            Optional<Syntax> body = accessor.get("body");
            if (body.isEmpty()) {
                continue;
            }
            if (kind.equals("get") && body.get().is("arrow_expression_clause")) {
                initial = Optional.of(valueOf(body.get(), type));
                continue;
            }
            Function method = functions.accessor(node, accessor, kind + "_" + name, type);
            members.methods.add(method);
            if (kind.equals("get")) {
                Expression getter =
                        new Expression.Member(method.place(), new Expression.This(method.place()), method.name());
                initial = Optional.of(new Expression.Call(method.place(), getter, List.of(), false));
            }
        }
        if (node.is("property_declaration")) {
            members.fields.add(new Field(node.get("name").orElse(node).place(), name, type, initial, fixed));
        } else if (initial.isPresent()) {
            members.fields.add(new Field(node.place(), "this[]", type, initial, fixed));
        }
    }

    private Expression valueOf(Syntax value, Optional<Expression> type) {
        Syntax written =
                value.is("arrow_expression_clause") ? CSharpNodes.value(value).orElse(value) : value;
        return expressions.expression(written, type);
    }

    /** What attributes are given can be a constant that means something: it stands as a field that nothing can name. */
    private void attributes(Syntax node, Members members) {
        for (Syntax list : node.children("attribute_list")) {
            for (Syntax attribute : list.children("attribute")) {
                List<Expression> parts = new ArrayList<>();
                attribute
                        .first("attribute_argument_list")
                        .ifPresent(it -> it.children("attribute_argument")
                                .forEach(argument -> CSharpNodes.values(argument)
                                        .forEach(value -> parts.add(expressions.expression(value)))));
                if (!parts.isEmpty()) {
                    Expression initial = new Expression.Other(attribute.place(), parts);
                    members.fields.add(new Field(
                            attribute.place(),
                            "[" + attribute.text() + "]",
                            Optional.empty(),
                            Optional.of(initial),
                            true));
                }
            }
        }
    }
}
