package dev.shirube.source.c;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.Statement.Block;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions with a body: also methods, constructors and lambdas. */
final class Functions {
    private final Lowering lowering;

    Functions(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Whether there is a body, be it only the initialisers of a constructor. */
    static boolean hasBody(Syntax node) {
        return node.first("compound_statement", "try_statement", "field_initializer_list")
                .isPresent();
    }

    /**
     * The function.
     *
     * @param type the name of the type in which it stands; empty outside
     */
    Function of(Syntax node, String type) {
        Optional<Syntax> declarator = node.get("declarator");
        if (declarator.isEmpty()) {
            return new Function(node.place(), "", List.of(), Optional.empty(), new Block(body(node, type)));
        }
        Declarator declared = Declarator.of(declarator.get());
        Optional<String> scope = scope(declared.target()).filter(it -> !lowering.known.isNamespace(it));
        String owner = scope.orElse(type);
        String name = declared.name();
        boolean constructor =
                !owner.isEmpty() && name.equals(owner) && node.get("type").isEmpty();
        Optional<Expression> result = node.get("type").flatMap(lowering.names::type);
        Place place = declared.target().place();
        Optional<Expression> receiver = scope.map(it -> new Expression.Name(place, it));
        return new Function(
                place,
                constructor ? Function.CONSTRUCTOR : name,
                receiver,
                parameters(declared.function().flatMap(it -> it.get("parameters"))),
                result,
                new Block(body(node, owner)));
    }

    /** The simple name of the type before the last double colon, unless it is a mere namespace of the file. */
    private static Optional<String> scope(Syntax target) {
        Syntax at = target;
        Optional<String> scope = Optional.empty();
        while (at.is("qualified_identifier")) {
            scope = at.get("scope").map(it -> Names.token(it).text());
            Optional<Syntax> name = at.get("name");
            if (name.isEmpty()) {
                return scope;
            }
            at = name.get();
        }
        return scope;
    }

    /** {@code [x](int y) { ... }}; what the captures are given is assigned first. */
    Function lambda(Syntax node, String name) {
        List<Statement> statements = new ArrayList<>();
        node.get("captures").ifPresent(captures -> {
            for (Syntax capture : captures.children("lambda_capture_initializer")) {
                Optional<Syntax> left = capture.get("left");
                Optional<Expression> value = capture.get("right").map(lowering.expressions::of);
                left.ifPresent(it -> statements.add(
                        new Statement.Assign(capture.place(), Names.name(it), Optional.empty(), value, true)));
            }
        });
        node.get("body")
                .ifPresent(it -> statements.addAll(lowering.statements.block(it).statements()));
        return new Function(
                node.place(),
                name,
                parameters(node.get("declarator").flatMap(it -> it.get("parameters"))),
                Optional.empty(),
                new Block(statements));
    }

    private List<Parameter> parameters(Optional<Syntax> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (Syntax parameter : list.map(Syntax::children).orElse(List.of())) {
            Optional<Syntax> declarator = parameter.get("declarator");
            Optional<Expression> type = parameter.get("type").flatMap(lowering.names::type);
            if (parameter.is("identifier")) {
                parameters.add(Parameter.of(parameter.text()));
            } else if (declarator.isPresent()) {
                Optional<Expression> initial = parameter.get("default_value").map(lowering.expressions::of);
                boolean rest = parameter.is("variadic_parameter_declaration");
                parameters.add(new Parameter(Declarator.of(declarator.get()).name(), type, initial, rest));
            } else if (parameter.get("type").isPresent() && !parameter.text().equals("void")) {
                parameters.add(new Parameter("", type, Optional.empty(), false));
            }
        }
        return parameters;
    }

    private List<Statement> body(Syntax node, String owner) {
        List<Statement> statements = new ArrayList<>();
        node.first("field_initializer_list").ifPresent(it -> statements.addAll(initialised(it, owner)));
        for (Syntax child : node.children()) {
            if (child.is("compound_statement")) {
                statements.addAll(lowering.statements.block(child).statements());
            } else if (child.is("try_statement")) {
                child.first("field_initializer_list").ifPresent(it -> statements.addAll(initialised(it, owner)));
                statements.addAll(lowering.statements.of(child));
            } else if (child.is("ERROR")) {
                statements.addAll(lowering.statements.of(child));
            }
        }
        return statements;
    }

    /** The members and base classes that a constructor initialises before its body. */
    private List<Statement> initialised(Syntax list, String owner) {
        List<Statement> statements = new ArrayList<>();
        for (Syntax initialiser : list.children("field_initializer")) {
            List<Syntax> parts = initialiser.children();
            if (parts.size() < 2) {
                continue;
            }
            Syntax name = parts.get(0);
            Syntax arguments = parts.get(1);
            Place place = initialiser.placeAt(Names.token(name));
            if (name.is("field_identifier") && !lowering.known.isBase(owner, name.text())) {
                Expression member = new Expression.Member(name.place(), new Expression.This(name.place()), name.text());
                statements.add(new Statement.Assign(
                        initialiser.place(),
                        member,
                        Optional.empty(),
                        Optional.of(member(place, owner, name, arguments)),
                        false));
            } else {
                statements.add(new Statement.Evaluate(lowering.making.of(place, name, arguments)));
            }
        }
        return statements;
    }

    /** By the member's type where the file tells it; otherwise a single value is taken for the member's. */
    private Expression member(Place place, String owner, Syntax name, Syntax arguments) {
        Optional<KnownTypes.Field> field = lowering.known.member(owner, name.text());
        Optional<Syntax> type = field.flatMap(KnownTypes.Field::type);
        List<Syntax> values = arguments.children();
        if (type.isPresent() && field.get().arrays() == 0) {
            return lowering.making.of(place, type.get(), arguments);
        } else if (values.size() == 1) {
            return lowering.expressions.of(values.get(0));
        }
        Expression unknown = new Expression.Member(name.place(), new Expression.This(name.place()), name.text());
        return arguments.is("initializer_list")
                ? lowering.expressions.of(arguments)
                : new Expression.Call(place, unknown, lowering.expressions.arguments(arguments), true);
    }
}
