package dev.shirube.source.php;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.EnumConstant;
import dev.shirube.source.program.TypeDeclaration.Field;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Classes, interfaces, traits and enumerations. */
final class Classes {
    private final Script script;
    private final Deque<Scope> scopes = new ArrayDeque<>();

    private record Scope(String name, List<Expression> supertypes) {}

    Classes(Script script) {
        this.script = script;
    }

    /** What stands before a double colon, or behind {@code new}: a class, or an object of it. */
    Expression scope(Syntax node) {
        String text = node.text().toLowerCase(Locale.ROOT);
        boolean relative = node.is("relative_scope") || (node.is("name") && text.matches("self|static|parent"));
        if (!relative) {
            return script.expressions.of(node);
        }
        if (scopes.isEmpty() || scopes.peek().name().isEmpty() && !text.equals("parent")) {
            return new Expression.This(node.place());
        }
        Scope scope = scopes.peek();
        if (!text.equals("parent")) {
            return new Expression.Name(node.place(), scope.name());
        }
        return scope.supertypes().isEmpty()
                ? new Expression.Other(node.place(), List.of())
                : scope.supertypes().get(0);
    }

    TypeDeclaration of(Syntax node, List<Statement> before) {
        return of(node, node.get("name").map(Syntax::text).orElse(""), before);
    }

    private TypeDeclaration of(Syntax node, String name, List<Statement> before) {
        List<Syntax> members = node.get("body").map(Syntax::children).orElse(List.of());
        List<Expression> supertypes = new ArrayList<>();
        node.children("base_clause", "class_interface_clause").forEach(it -> supertypes(it, supertypes));
        scopes.push(new Scope(name, List.copyOf(supertypes)));
        before.addAll(script.calls.attributes(node));
        List<EnumConstant> constants = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        List<Function> methods = new ArrayList<>();
        for (Syntax member : members) {
            before.addAll(script.calls.attributes(member));
            switch (member.type()) {
                case "use_declaration" -> supertypes(member, supertypes); // a trait's members are members of the class
                case "const_declaration" -> constants(member, fields);
                case "property_declaration" -> properties(member, fields);
                case "method_declaration" -> method(member, fields, methods);
                case "enum_case" -> constants.add(constant(member));
                case "ERROR" -> before.add(new Statement.Evaluate(script.expressions.other(member)));
                default -> {}
            }
        }
        scopes.pop();
        Place place = node.get("name").orElse(node).place();
        return new TypeDeclaration(place, name, supertypes, constants, fields, methods, List.of());
    }

    private static void supertypes(Syntax node, List<Expression> found) {
        node.children("name", "qualified_name", "relative_name").forEach(it -> found.add(Names.of(it)));
    }

    private EnumConstant constant(Syntax member) {
        return new EnumConstant(
                member.place(),
                member.get("name").map(Syntax::text).orElse(""),
                List.of(),
                member.get("value").map(script.expressions::of));
    }

    private void constants(Syntax node, List<Field> fields) {
        for (Syntax element : node.children("const_element")) {
            List<Syntax> parts = element.children();
            if (parts.size() == 2) {
                fields.add(new Field(
                        element.place(),
                        parts.get(0).text(),
                        Functions.type(node, "type"),
                        Optional.of(script.expressions.of(parts.get(1))),
                        true));
            }
        }
    }

    private void properties(Syntax node, List<Field> fields) {
        for (Syntax element : node.children("property_element")) {
            fields.add(new Field(
                    element.place(),
                    element.get("name").map(Names::plain).orElse(""),
                    Functions.type(node, "type"),
                    element.get("default_value").map(script.expressions::of),
                    node.has("readonly_modifier")));
        }
    }

    private void method(Syntax member, List<Field> fields, List<Function> methods) {
        String name = Calls.method(member.get("name").map(Syntax::text).orElse(""));
        List<Statement> assigned = new ArrayList<>();
        for (Syntax parameter : member.get("parameters").map(Syntax::children).orElse(List.of())) {
            Optional<Syntax> variable = parameter.get("name");
            if (!parameter.is("property_promotion_parameter") || variable.isEmpty()) {
                continue;
            }
            Place place = parameter.place();
            String field = Names.plain(variable.get());
            fields.add(new Field(
                    place,
                    field,
                    Functions.type(parameter, "type"),
                    Optional.empty(),
                    parameter.get("readonly").isPresent()));
            assigned.add(new Statement.Assign(
                    place,
                    new Expression.Member(place, new Expression.This(place), field),
                    Optional.empty(),
                    Optional.of(new Expression.Name(place, script.names.variable(variable.get()))),
                    false));
        }
        methods.add(script.functions.of(member, name, assigned));
    }

    /** A class without a name: its members in a function, so that no call is lost. */
    Expression unnamed(Syntax node) {
        List<Statement> found = new ArrayList<>();
        found.add(new Statement.DefineType(of(node, "", found)));
        List<Expression> parts = new ArrayList<>();
        node.first("arguments").ifPresent(it -> script.calls.arguments(it).forEach(given -> parts.add(given.value())));
        parts.add(new Expression.Lambda(
                node.place(), new Function(node.place(), "", List.of(), Optional.empty(), new Statement.Block(found))));
        return new Expression.Other(node.place(), parts);
    }
}
