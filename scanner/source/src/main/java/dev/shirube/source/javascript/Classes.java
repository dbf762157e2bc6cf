package dev.shirube.source.javascript;

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
import java.util.Optional;

/** Classes, enumerations and namespaces. */
final class Classes {
    /** Holds what a class or namespace does when it is loaded; no member can be called so. */
    private static final String LOADED = "<static>";

    private final Script script;
    private final Deque<Expression> superclasses = new ArrayDeque<>();

    Classes(Script script) {
        this.script = script;
    }

    /** What {@code super} is in the class that is being read. */
    Expression superclass(Syntax node) {
        return superclasses.isEmpty() ? new Expression.Other(node.place(), List.of()) : superclasses.peek();
    }

    Statement decorator(Syntax node) {
        return new Statement.Evaluate(script.expressions.of(node));
    }

    /** The class, after what its decorators do. */
    List<Statement> definition(Syntax node, String name) {
        List<Statement> found = new ArrayList<>();
        node.getAll("decorator").forEach(it -> found.add(decorator(it)));
        found.add(new Statement.DefineType(type(node, name, found)));
        return found;
    }

    private TypeDeclaration type(Syntax node, String name, List<Statement> before) {
        List<Expression> supertypes = supertypes(node, before);
        superclasses.push(supertypes.isEmpty() ? new Expression.Other(node.place(), List.of()) : supertypes.get(0));
        List<Field> fields = new ArrayList<>();
        List<Function> methods = new ArrayList<>();
        List<Statement> loaded = new ArrayList<>();
        for (Syntax member : node.get("body").map(Syntax::children).orElse(List.of())) {
            member.getAll("decorator").forEach(it -> before.add(decorator(it)));
            switch (member.type()) {
                case "method_definition" -> method(member, fields, methods);
                case "field_definition", "public_field_definition" -> field(member, fields, methods, loaded);
                case "class_static_block" ->
                    member.get("body").ifPresent(it -> loaded.addAll(script.statements.each(it.children())));
                case "decorator" -> before.add(decorator(member));
                case "ERROR" -> loaded.add(new Statement.Evaluate(script.expressions.other(member)));
                default -> {} // signatures
            }
        }
        superclasses.pop();
        if (!loaded.isEmpty()) {
            methods.add(function(LOADED, node, loaded));
        }
        Syntax named = node.get("name").orElse(node);
        return new TypeDeclaration(named.place(), name, supertypes, List.of(), fields, methods, List.of());
    }

    private static Function function(String name, Syntax node, List<Statement> body) {
        return new Function(node.place(), name, List.of(), Optional.empty(), new Statement.Block(body));
    }

    /** The names of the superclasses; what else a class can extend is done before it. */
    private List<Expression> supertypes(Syntax node, List<Statement> before) {
        List<Expression> found = new ArrayList<>();
        for (Syntax heritage : node.children("class_heritage")) {
            for (Syntax part : heritage.children()) {
                Syntax written = part.is("extends_clause") ? part.get("value").orElse(part) : part;
                if (part.is("implements_clause")) {
                    part.children().forEach(it -> Types.of(it).ifPresent(found::add));
                } else if (written.is("identifier", "member_expression")) {
                    found.add(0, script.expressions.of(written));
                } else {
                    mixedIn(written).ifPresent(it -> found.add(0, script.expressions.of(it)));
                    before.add(new Statement.Evaluate(script.expressions.of(written)));
                }
            }
        }
        return found;
    }

    /** The class that a function is given to make another one of it: {@code extends PassportStrategy(Strategy)}. */
    private static Optional<Syntax> mixedIn(Syntax written) {
        return written.is("call_expression")
                ? written.get("arguments")
                        .flatMap(it -> it.children().stream().findFirst())
                        .filter(it -> it.is("identifier", "member_expression"))
                : Optional.empty();
    }

    private static String name(Syntax member, String field) {
        return member.get(field)
                .map(it -> it.is("computed_property_name") && !it.children().isEmpty()
                        ? it.children().get(0)
                        : it)
                .map(it -> it.is("string") ? Literals.content(it) : it.text())
                .orElse("");
    }

    private void method(Syntax member, List<Field> fields, List<Function> methods) {
        String name = name(member, "name");
        if (!name.equals("constructor")) {
            Function method = script.functions.of(member, name);
            Optional<Expression> value = member.has("get") ? value(method) : Optional.empty();
            if (value.isPresent()) {
                fields.add(new Field(method.place(), name, method.result(), value, true));
            } else {
                methods.add(method);
            }
            return;
        }
        List<Statement> assigned = new ArrayList<>();
        for (Syntax parameter : member.get("parameters").map(Syntax::children).orElse(List.of())) {
            boolean property = parameter.has("accessibility_modifier")
                    || parameter.has("override_modifier")
                    || parameter.has("readonly");
            Optional<Syntax> written = parameter.get("pattern").filter(it -> it.is("identifier"));
            if (property && written.isPresent()) {
                Place place = written.get().place();
                String field = written.get().text();
                fields.add(new Field(
                        place, field, Types.annotated(parameter, "type"), Optional.empty(), parameter.has("readonly")));
                assigned.add(new Statement.Assign(
                        place,
                        new Expression.Member(place, new Expression.This(place), field),
                        Optional.empty(),
                        Optional.of(new Expression.Name(place, field)),
                        false));
            }
        }
        methods.add(script.functions.of(member, Function.CONSTRUCTOR, assigned, List.of()));
    }

    /** What a function gives that does nothing else. */
    static Optional<Expression> value(Function function) {
        List<Statement> body = function.body().statements();
        return body.size() == 1 && body.get(0) instanceof Statement.Return only ? only.value() : Optional.empty();
    }

    private void field(Syntax member, List<Field> fields, List<Function> methods, List<Statement> loaded) {
        String name = name(member, member.is("field_definition") ? "property" : "name");
        Optional<Syntax> value = member.get("value");
        if (value.isPresent() && Functions.isFunction(value.get())) {
            methods.add(script.functions.of(value.get(), name));
            return;
        }
        if (value.isPresent() && value.get().is("class")) {
            loaded.addAll(definition(value.get(), name));
            return;
        }
        fields.add(new Field(
                member.place(),
                name,
                Types.annotated(member, "type"),
                value.map(script.expressions::of),
                member.has("readonly")));
    }

    /** A class without a name of its own: its members as functions, so that no call is lost. */
    Expression unnamed(Syntax node) {
        List<Statement> found = definition(node, "");
        Function holder = function("", node, found);
        return new Expression.Other(node.place(), List.of(new Expression.Lambda(node.place(), holder)));
    }

    TypeDeclaration enumeration(Syntax node) {
        List<EnumConstant> constants = new ArrayList<>();
        long next = 0;
        for (Syntax part : node.get("body").map(Syntax::children).orElse(List.of())) {
            Syntax named = part.get("name").orElse(part);
            String name = named.is("string") ? Literals.content(named) : named.text();
            Expression value =
                    part.get("value").map(script.expressions::of).orElse(new Expression.Whole(part.place(), next));
            next = value instanceof Expression.Whole number ? number.value() + 1 : next + 1;
            constants.add(new EnumConstant(part.place(), name, List.of(), Optional.of(value)));
        }
        Syntax named = node.get("name").orElse(node);
        return new TypeDeclaration(named.place(), named.text(), List.of(), constants, List.of(), List.of(), List.of());
    }

    /** The variables of a namespace, which its functions see by their mere names, as the members that they are. */
    private static List<Statement> constants(List<Statement> statements, String namespace) {
        List<Statement> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Assign it && it.target() instanceof Expression.Name name) {
                Expression member =
                        new Expression.Member(name.place(), new Expression.Name(name.place(), namespace), name.name());
                found.add(new Statement.Assign(it.place(), name, it.type(), Optional.of(member), true));
            }
        }
        return found;
    }

    private static Function within(Function function, List<Statement> constants) {
        List<Statement> body = new ArrayList<>();
        for (Statement constant : constants) {
            String name = ((Expression.Name) ((Statement.Assign) constant).target()).name();
            if (function.parameters().stream().noneMatch(it -> it.name().equals(name))) {
                body.add(constant);
            }
        }
        body.addAll(function.body().statements());
        return new Function(
                function.place(),
                function.name(),
                function.receiver(),
                function.parameters(),
                function.result(),
                new Statement.Block(body));
    }

    /** A namespace is a type with its names as members. */
    TypeDeclaration namespace(Syntax node) {
        List<String> path =
                List.of(node.get("name").map(Syntax::text).orElse("").split("\\."));
        List<Field> fields = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        List<TypeDeclaration> types = new ArrayList<>();
        List<Statement> rest = new ArrayList<>();
        List<Syntax> body = node.get("body").map(Syntax::children).orElse(List.of());
        List<Statement> statements = script.statements.each(body);
        List<Statement> constants = constants(statements, path.get(path.size() - 1));
        for (Statement statement : statements) {
            if (statement instanceof Statement.DefineFunction function) {
                functions.add(within(function.function(), constants));
            } else if (statement instanceof Statement.DefineType type) {
                types.add(type.type());
            } else if (statement instanceof Statement.Assign assign
                    && assign.target() instanceof Expression.Name name) {
                fields.add(new Field(assign.place(), name.name(), assign.type(), assign.value(), false));
            } else {
                rest.add(statement);
            }
        }
        if (!rest.isEmpty()) {
            functions.add(function(LOADED, node, rest));
        }
        TypeDeclaration type = new TypeDeclaration(
                node.place(), path.get(path.size() - 1), List.of(), List.of(), fields, functions, types);
        for (int i = path.size() - 2; i >= 0; i--) {
            type = new TypeDeclaration(
                    node.place(), path.get(i), List.of(), List.of(), List.of(), List.of(), List.of(type));
        }
        return type;
    }
}
