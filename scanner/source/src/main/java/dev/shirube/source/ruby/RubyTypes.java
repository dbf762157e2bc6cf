package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.program.TypeDeclaration.Field;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads classes and modules. */
final class RubyTypes {

    private static final Set<String> MIXINS = Set.of("include", "extend", "prepend");

    private final RubyScope around;

    RubyTypes(RubyScope around) {
        this.around = around;
    }

    TypeDeclaration type(Syntax node) {
        Syntax name = node.get("name").orElse(node);
        List<String> path = List.of(RubyFile.path(name).split("\\.", -1));
        TypeDeclaration type = named(node, name.place(), path.get(path.size() - 1));
        for (int i = path.size() - 2; i >= 0; i--) {
            type = new TypeDeclaration(
                    name.place(), path.get(i), List.of(), List.of(), List.of(), List.of(), List.of(type));
        }
        return type;
    }

    private TypeDeclaration named(Syntax node, Place place, String name) {
        Members members = new Members();
        RubyExpressions outside = new RubyExpressions(around);
        node.get("superclass")
                .flatMap(it -> it.children().stream().findFirst())
                .ifPresent(it -> members.supertypes.add(outside.expression(it)));
        Optional<Syntax> body = node.get("body");
        if (body.isPresent()) {
            boolean mixed = body.get().children("call").stream()
                    .anyMatch(it -> it.get("method")
                            .map(Syntax::text)
                            .filter(MIXINS::contains)
                            .isPresent());
            RubyScope scope =
                    around.in(body.get(), name, members.supertypes.stream().findFirst(), mixed);
            body.get().children().forEach(it -> member(it, scope, members));
            members.variables(body.get());
        }
        return members.type(place, name);
    }

    private static final class Members {
        private final List<Expression> supertypes = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final List<Function> methods = new ArrayList<>();
        private final List<TypeDeclaration> types = new ArrayList<>();
        private final List<Statement> body = new ArrayList<>();

        private TypeDeclaration type(Place place, String name) {
            if (!body.isEmpty()) {
                methods.add(new Function(place, "", List.of(), Optional.empty(), new Statement.Block(body)));
            }
            return new TypeDeclaration(place, name, supertypes, List.of(), fields, methods, types);
        }

        /** Variables of the object are declared by their use. */
        private void variables(Syntax body) {
            Set<String> names = new LinkedHashSet<>();
            collect(body, names);
            fields.forEach(it -> names.remove(it.name()));
            names.forEach(it -> fields.add(new Field(body.place(), it, Optional.empty(), Optional.empty(), false)));
        }

        private static void collect(Syntax node, Set<String> names) {
            if (node.is("instance_variable", "class_variable")) {
                names.add(node.text());
            } else if (!node.is("class", "module")) {
                node.children().forEach(it -> collect(it, names));
            }
        }
    }

    private void member(Syntax node, RubyScope scope, Members members) {
        switch (node.type()) {
            case "class", "module" -> members.types.add(new RubyTypes(scope).type(node));
            case "method", "singleton_method" -> members.methods.add(new RubyMethods(scope).method(node));
            case "singleton_class" ->
                node.get("body").ifPresent(it -> it.children().forEach(child -> member(child, scope, members)));
            case "assignment" -> assigned(node, scope, members);
            case "call" -> call(node, scope, members);
            case "identifier" -> {} // private, and its like
            default -> statements(node, scope, members);
        }
    }

    private static void statements(Syntax node, RubyScope scope, Members members) {
        members.body.addAll(new RubyStatements(new RubyExpressions(scope)).statements(node));
    }

    private void assigned(Syntax node, RubyScope scope, Members members) {
        Optional<Syntax> left = node.get("left").filter(it -> it.is("constant", "class_variable", "instance_variable"));
        if (isStruct(node)) {
            members.types.add(new RubyTypes(scope).struct(node));
        } else if (left.isEmpty()) {
            statements(node, scope, members);
        } else {
            RubyExpressions expressions = new RubyExpressions(scope);
            Statement.Block ahead = new Statement.Block(scope.ahead().around(() -> {
                members.fields.add(new Field(
                        node.place(),
                        left.get().text(),
                        Optional.empty(),
                        node.get("right").map(expressions::expression),
                        left.get().is("constant")));
                return List.of();
            }));
            members.body.addAll(ahead.statements());
        }
    }

    private void call(Syntax node, RubyScope scope, Members members) {
        String method = node.get("receiver").isPresent()
                ? ""
                : node.get("method").map(Syntax::text).orElse("");
        List<Syntax> arguments = node.get("arguments").map(Syntax::children).orElse(List.of());
        if (MIXINS.contains(method)) {
            RubyExpressions expressions = new RubyExpressions(scope);
            arguments.stream()
                    .filter(it -> it.is("constant", "scope_resolution"))
                    .forEach(it -> members.supertypes.add(expressions.expression(it)));
        } else if (method.startsWith("attr_")) {
            arguments.stream()
                    .filter(it -> it.is("simple_symbol", "string"))
                    .forEach(it -> members.methods.add(reader(it)));
        } else if (arguments.stream().anyMatch(it -> it.is("method", "singleton_method"))) {
            arguments.forEach(it -> member(it, scope, members));
        } else {
            statements(node, scope, members);
        }
    }

    /** What {@code attr_reader :x} defines. What is assigned to {@code a.x} is assigned to the variable. */
    private static Function reader(Syntax name) {
        Place place = name.place();
        String text = name.is("string")
                ? name.first("string_content").map(Syntax::text).orElse("")
                : name.text().substring(1);
        return reader(place, text);
    }

    private static Function reader(Place place, String name) {
        Expression value = new Expression.Member(place, new Expression.This(place), "@" + name);
        return new Function(
                place,
                name,
                List.of(),
                Optional.empty(),
                new Statement.Block(List.of(new Statement.Return(place, Optional.of(value)))));
    }

    /** {@code A = Struct.new(:a, :b)}, {@code A = Data.define(:a)}. */
    static boolean isStruct(Syntax node) {
        Optional<Syntax> call = node.is("assignment")
                        && node.get("left").filter(it -> it.is("constant")).isPresent()
                ? node.get("right").filter(it -> it.is("call"))
                : Optional.empty();
        String made = call.map(it -> it.get("receiver").map(Syntax::text).orElse("") + "."
                        + it.get("method").map(Syntax::text).orElse(""))
                .orElse("");
        return made.equals("Struct.new") || made.equals("Data.define");
    }

    TypeDeclaration struct(Syntax node) {
        Members members = new Members();
        Syntax call = node.get("right").orElse(node);
        Place place = node.place();
        List<Function.Parameter> parameters = new ArrayList<>();
        List<Statement> setting = new ArrayList<>();
        for (Syntax argument : call.get("arguments").map(Syntax::children).orElse(List.of())) {
            if (argument.is("simple_symbol")) {
                String name = argument.text().substring(1);
                parameters.add(Function.Parameter.of(name));
                members.fields.add(new Field(argument.place(), "@" + name, Optional.empty(), Optional.empty(), false));
                members.methods.add(reader(argument.place(), name));
                Expression target = new Expression.Member(place, new Expression.This(place), "@" + name);
                Expression value = new Expression.Name(place, name);
                setting.add(new Statement.Assign(place, target, Optional.empty(), Optional.of(value), false));
            }
        }
        members.methods.add(
                new Function(place, Function.CONSTRUCTOR, parameters, Optional.empty(), new Statement.Block(setting)));
        Optional<Syntax> body = call.get("block").flatMap(it -> it.get("body"));
        if (body.isPresent()) {
            RubyScope scope =
                    around.in(body.get(), node.get("left").map(Syntax::text).orElse(""), Optional.empty(), false);
            body.get().children().forEach(it -> member(it, scope, members));
        }
        return members.type(place, node.get("left").map(Syntax::text).orElse(""));
    }
}
