package dev.shirube.source.kotlin;

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

/** Reads classes, interfaces, objects and enumerations; what is in a companion object is told of its class. */
final class KotlinTypes {

    private final KotlinScope scope;
    private final List<Function> extensions;
    private final KotlinFunctions functions;
    private final KotlinExpressions expressions;

    /** Reads types, and puts the extension functions in them into that list. */
    KotlinTypes(KotlinScope scope, List<Function> extensions) {
        this.scope = scope.inner();
        this.extensions = extensions;
        this.functions = new KotlinFunctions(this.scope);
        this.expressions = new KotlinExpressions(this.scope);
    }

    private static final class Members {
        private final List<Expression> supertypes = new ArrayList<>();
        private final List<EnumConstant> constants = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final List<Function> methods = new ArrayList<>();
        private final List<TypeDeclaration> types = new ArrayList<>();
        private final List<Function.Parameter> parameters = new ArrayList<>();
        private final List<Statement> setup = new ArrayList<>();
    }

    TypeDeclaration type(Syntax node) {
        Members members = new Members();
        Syntax named = KotlinNodes.name(node).orElse(node);
        annotations(node, members);
        node.first("primary_constructor").ifPresent(it -> primary(it, members));
        node.children("delegation_specifier").forEach(it -> supertype(it, members));
        node.first("class_body", "enum_class_body").ifPresent(it -> body(it, named.text(), members));
        if (!members.setup.isEmpty() || !members.parameters.isEmpty()) {
            members.methods.add(new Function(
                    named.place(),
                    Function.CONSTRUCTOR,
                    members.parameters,
                    Optional.empty(),
                    new Statement.Block(members.setup)));
        }
        return new TypeDeclaration(
                named.place(),
                KotlinNodes.text(Optional.of(named)),
                members.supertypes,
                members.constants,
                members.fields,
                members.methods,
                members.types);
    }

    private void primary(Syntax list, Members members) {
        for (Syntax parameter : list.children("class_parameter")) {
            String name = KotlinNodes.text(parameter.first("simple_identifier"));
            Place place = parameter.place();
            Optional<Expression> type = KotlinNodes.type(parameter).map(expressions::type);
            members.parameters.add(new Function.Parameter(
                    name, type, KotlinNodes.behind(parameter, "=").map(expressions::expression), false));
            Optional<Expression> configuration =
                    KotlinNodes.annotation(parameter).map(expressions::annotation);
            members.fields.add(new Field(place, name, type, Optional.empty(), false, configuration));
            if (configuration.isEmpty()) {
                members.setup.add(set(place, name, new Expression.Name(place, name)));
            }
        }
    }

    private static Statement set(Place place, String name, Expression value) {
        Expression target = new Expression.Member(place, new Expression.This(place), name);
        return new Statement.Assign(place, target, Optional.empty(), Optional.of(value), false);
    }

    private void supertype(Syntax specifier, Members members) {
        Optional<Syntax> call = specifier.first("constructor_invocation");
        Optional<Syntax> delegation = specifier.first("explicit_delegation");
        KotlinNodes.type(call.or(() -> delegation).orElse(specifier))
                .ifPresent(it -> members.supertypes.add(expressions.type(it)));
        call.filter(it -> it.first("value_arguments")
                        .filter(list -> !list.children().isEmpty())
                        .isPresent())
                .ifPresent(it -> members.setup.addAll(
                        scope.ahead().around(() -> List.of(new Statement.Evaluate(expressions.annotation(it))))));
    }

    private void body(Syntax body, String owner, Members members) {
        for (Syntax member : KotlinNodes.lines(body)) {
            switch (member.type()) {
                case "class_declaration", "object_declaration" ->
                    members.types.add(new KotlinTypes(scope, extensions).type(member));
                case "companion_object" -> member.first("class_body").ifPresent(it -> body(it, owner, members));
                case "function_declaration" -> function(member, members);
                case "property_declaration" -> property(member, members);
                case "getter", "setter" -> accessor(member, members);
                case "anonymous_initializer" ->
                    member.first("statements")
                            .ifPresent(it ->
                                    members.setup.addAll(new KotlinStatements(expressions).all(KotlinNodes.lines(it))));
                case "secondary_constructor" ->
                    members.methods.add(functions.constructor(member, owner, members.supertypes));
                case "enum_entry" -> entry(member, members);
                case "type_alias", "simple_identifier", "user_type" -> {}
                default -> members.setup.addAll(new KotlinStatements(expressions).statements(member));
            }
        }
    }

    private void entry(Syntax node, Members members) {
        members.constants.add(new EnumConstant(
                node.place(),
                KotlinNodes.text(node.first("simple_identifier")),
                node.first("value_arguments").map(expressions::arguments).orElse(List.of()),
                Optional.empty()));
        node.first("class_body").ifPresent(it -> body(it, "", members));
    }

    private void function(Syntax node, Members members) {
        annotations(node, members);
        Function function = functions.function(node);
        (function.receiver().isPresent() ? extensions : members.methods).add(function);
    }

    private void property(Syntax node, Members members) {
        Optional<Syntax> variable = node.first("variable_declaration");
        if (variable.isEmpty()) {
            members.setup.addAll(new KotlinStatements(expressions).statements(node));
            return;
        }
        String name = KotlinNodes.text(variable.get().first("simple_identifier"));
        Optional<Expression> type = KotlinNodes.type(variable.get()).map(expressions::type);
        boolean fixed = node.first("binding_pattern_kind")
                .filter(it -> it.text().equals("val"))
                .isPresent();
        List<Expression> initial = new ArrayList<>();
        List<Statement> ahead = scope.ahead().around(() -> {
            KotlinStatements.initial(node).map(expressions::initial).ifPresent(initial::add);
            return List.of();
        });
        if (!ahead.isEmpty() && !initial.isEmpty()) {
            // What is done in several statements is done when an object is made
            members.setup.addAll(ahead);
            members.setup.add(set(node.place(), name, initial.remove(0)));
        }
        members.fields.add(new Field(
                node.place(),
                name,
                type,
                initial.stream().findFirst(),
                fixed,
                KotlinNodes.annotation(node).map(expressions::annotation)));
        node.children("getter", "setter").forEach(it -> accessor(it, members));
    }

    /** A getter belongs to the property above it, and gives its value; a setter is a method. */
    private void accessor(Syntax node, Members members) {
        int last = members.fields.size() - 1;
        if (last < 0 || node.first("function_body").isEmpty()) {
            return;
        }
        Field field = members.fields.get(last);
        Function function = functions.accessor(node, node.is("getter") ? "get_" + field.name() : "set_" + field.name());
        List<Statement> statements = function.body().statements();
        if (node.is("setter") || field.initial().isPresent()) {
            members.methods.add(function);
            return;
        }
        Optional<Expression> value;
        if (statements.size() == 1 && statements.get(0) instanceof Statement.Return only) {
            value = only.value();
        } else {
            members.methods.add(function);
            Expression getter = new Expression.Member(node.place(), new Expression.This(node.place()), function.name());
            value = Optional.of(new Expression.Call(node.place(), getter, List.of(), false));
        }
        members.fields.set(
                last, new Field(field.place(), field.name(), field.type(), value, true, field.configuration()));
    }

    /** What annotations are given can be a constant that means something: it stands as a field that nothing can name. */
    private void annotations(Syntax node, Members members) {
        node.first("modifiers").stream()
                .flatMap(it -> it.children("annotation").stream())
                .flatMap(it -> it.children("constructor_invocation").stream())
                .forEach(it -> members.fields.add(new Field(
                        it.place(),
                        "@" + it.text(),
                        Optional.empty(),
                        Optional.of(new Expression.Other(
                                it.place(),
                                it.first("value_arguments").map(expressions::arguments).orElse(List.of()).stream()
                                        .map(Expression.Argument::value)
                                        .toList())),
                        true)));
    }
}
