package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads calls: their trailing lambdas, collections written by functions, and blocks that are run where they stand. */
final class KotlinCalls {

    private final KotlinExpressions expressions;

    KotlinCalls(KotlinExpressions expressions) {
        this.expressions = expressions;
    }

    Expression call(Syntax node) {
        Syntax suffix = node.first("call_suffix").orElse(node);
        Syntax callee = KotlinNodes.value(node).orElse(node);
        Optional<Syntax> given = suffix.first("value_arguments");
        Optional<Syntax> block = suffix.first("annotated_lambda", "lambda_literal");
        Optional<Syntax> inner = callee.is("call_expression") ? callee.first("call_suffix") : Optional.empty();
        if (given.isEmpty()
                && block.isPresent()
                && inner.filter(it -> it.first("annotated_lambda").isEmpty()).isPresent()) {
            given = inner.get().first("value_arguments"); // f(x) { … } is one call
            suffix = inner.get();
            callee = KotlinNodes.value(callee).orElse(callee);
        }
        Optional<Syntax> lambda = block.flatMap(it -> it.is("lambda_literal") ? block : it.first("lambda_literal"));
        if (lambda.isPresent() && expressions.scope().ahead().possible()) {
            Optional<Expression> result = atOnce(callee, given, lambda.get());
            if (result.isPresent()) {
                return result.get();
            }
        }
        List<Argument> arguments =
                new ArrayList<>(given.map(expressions::arguments).orElse(List.of()));
        lambda.ifPresent(it -> arguments.add(Argument.of(expressions.expression(it))));
        return made(node, suffix, callee, arguments);
    }

    private Expression made(Syntax node, Syntax suffix, Syntax callee, List<Argument> arguments) {
        String name = callee.is("simple_identifier") ? KotlinNodes.text(Optional.of(callee)) : "";
        boolean own = expressions.scope().declared().contains(name);
        if (!own && KotlinBuiltIns.LISTS.contains(name)) {
            return new Expression.Sequence(
                    node.place(), arguments.stream().map(Argument::value).toList());
        } else if (!own
                && KotlinBuiltIns.MAPS.contains(name)
                && arguments.stream().allMatch(KotlinCalls::isPair)) {
            return new Expression.Mapping(
                    node.place(), arguments.stream().map(KotlinCalls::entry).toList());
        }
        Expression called = !name.isEmpty() && expressions.scope().isMember(name)
                ? new Expression.Member(
                        callee.place(), expressions.scope().receivers().peek(), name)
                : expressions.expression(callee);
        Optional<Syntax> types = suffix.first("type_arguments");
        if (types.isPresent()) {
            List<Expression> given = types.get().children("type_projection").stream()
                    .flatMap(it -> KotlinNodes.type(it).stream())
                    .map(expressions::type)
                    .toList();
            called = new Expression.Generic(callee.place(), called, given);
        }
        Syntax token = callee.first("navigation_suffix")
                .flatMap(it -> it.first("simple_identifier"))
                .orElse(callee);
        return new Expression.Call(node.placeAt(token), called, arguments, false);
    }

    private static boolean isPair(Argument argument) {
        return argument.value() instanceof Expression.Sequence pair
                && pair.elements().size() == 2;
    }

    private static Expression.Entry entry(Argument argument) {
        List<Expression> pair = ((Expression.Sequence) argument.value()).elements();
        return new Expression.Entry(pair.get(0), pair.get(1));
    }

    /** {@code x.apply { … }} and its like: what is done in the block is done there, with x. */
    private Optional<Expression> atOnce(Syntax callee, Optional<Syntax> given, Syntax lambda) {
        List<Syntax> values = given.map(it -> it.children("value_argument")).orElse(List.of());
        Optional<Syntax> object = Optional.empty();
        String name = "";
        if (callee.is("navigation_expression") && values.isEmpty()) {
            name = KotlinNodes.text(callee.first("navigation_suffix").flatMap(it -> it.first("simple_identifier")));
            object = KotlinNodes.value(callee);
        } else if (callee.is("simple_identifier") && callee.text().equals("with") && values.size() == 1) {
            name = "with";
            object = KotlinNodes.value(values.get(0));
        } else if (callee.is("simple_identifier") && callee.text().equals("run") && values.isEmpty()) {
            return Optional.of(run(lambda, "run"));
        }
        boolean known = KotlinBuiltIns.AT_ONCE.contains(name)
                && !expressions.scope().declared().contains(name);
        return known ? object.map(atOnce(lambda, name)) : Optional.empty();
    }

    private java.util.function.Function<Syntax, Expression> atOnce(Syntax lambda, String name) {
        return written -> {
            KotlinScope scope = expressions.scope();
            Expression object = expressions.expression(written);
            if (!(object instanceof Expression.Name) && !(object instanceof Expression.This)) {
                Expression variable = new Expression.Name(written.place(), name + "@" + lambda.start());
                scope.ahead().add(KotlinStatements.assign(written.place(), variable, object, true));
                object = variable;
            }
            Map<String, Expression> outside = Map.copyOf(scope.known());
            boolean receiver = name.equals("apply") || name.equals("run") || name.equals("with");
            if (receiver) {
                scope.receivers().push(object);
            } else {
                scope.known().put(parameter(lambda), object);
            }
            Expression result = run(lambda, name);
            if (receiver) {
                scope.receivers().pop();
            }
            scope.known().clear();
            scope.known().putAll(outside);
            return name.equals("apply") || name.equals("also") ? object : result;
        };
    }

    private static String parameter(Syntax lambda) {
        return lambda.first("lambda_parameters")
                .flatMap(it -> it.first("variable_declaration"))
                .flatMap(it -> it.first("simple_identifier"))
                .map(Syntax::text)
                .orElse("it");
    }

    /** Does what is in the block ahead of the statement, and gives what is evaluated last in it. */
    private Expression run(Syntax lambda, String name) {
        KotlinScope scope = expressions.scope();
        Place place = lambda.place();
        Expression result = new Expression.Name(place, "value@" + lambda.start());
        boolean wanted = !name.equals("apply") && !name.equals("also");
        List<Syntax> lines = lambda.first("statements").map(KotlinNodes::lines).orElse(List.of());
        List<Statement> statements = new KotlinStatements(expressions)
                .all(
                        lines,
                        it -> wanted ? KotlinStatements.assign(place, result, it, true) : new Statement.Evaluate(it));
        statements.forEach(scope.ahead()::add);
        return result;
    }
}
