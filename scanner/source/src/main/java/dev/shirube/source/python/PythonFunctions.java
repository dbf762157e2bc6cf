package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions, methods and lambdas. */
final class PythonFunctions {
    private final PythonModule module;

    PythonFunctions(PythonModule module) {
        this.module = module;
    }

    /** A function that is no method. */
    Function function(Syntax node, Scope scope, boolean yieldsOne) {
        return function(node, parameters(node), "", scope, yieldsOne);
    }

    /** A method: its first parameter is the object, or the class, that it is called on, unless it is static. */
    Function method(Syntax node, Scope scope, boolean isStatic, boolean takesClass, boolean yieldsOne) {
        List<Syntax> parameters = parameters(node);
        String self = isStatic || parameters.isEmpty() ? "" : parameterName(parameters.get(0));
        List<Syntax> others = self.isEmpty() ? parameters : parameters.subList(1, parameters.size());
        String name = node.get("name").map(Syntax::text).orElse("");
        Scope inside = scope.inMethod(self, takesClass || name.equals("__new__"));
        return function(node, others, self, inside, yieldsOne);
    }

    private static List<Syntax> parameters(Syntax node) {
        return node.get("parameters").map(Syntax::children).orElse(List.of()).stream()
                .filter(it -> !it.is("positional_separator", "keyword_separator"))
                .toList();
    }

    private Function function(Syntax node, List<Syntax> written, String self, Scope scope, boolean yieldsOne) {
        Syntax name = node.get("name").orElse(node);
        List<Parameter> parameters =
                written.stream().map(it -> parameter(it, scope)).toList();
        Set<String> given = new LinkedHashSet<>();
        parameters.forEach(it -> given.add(it.name()));
        Optional<Syntax> body = node.get("body");
        Set<String> bound = body.map(Names::bound).orElse(Set.of());
        Scope inside = (self.isEmpty() ? scope.inFunction(given) : scope).yieldingOne(yieldsOne);
        List<Statement> statements = new ArrayList<>();
        for (String local : bound) {
            if (scope.outer().contains(local) && !given.contains(local)) {
                statements.add(PythonModule.declared(local)); // it hides one of the same name for all of the function
            }
        }
        Set<String> names = new LinkedHashSet<>(given);
        names.addAll(bound);
        statements.addAll(module.statements().block(body, inside.within(names)).statements());
        String called = name.text().equals("__init__") && !self.isEmpty() ? Function.CONSTRUCTOR : name.text();
        return new Function(
                name.place(),
                called,
                parameters,
                node.get("return_type").map(PythonTypes::of),
                new Statement.Block(statements));
    }

    Function lambda(Syntax node, Scope scope) {
        List<Parameter> parameters =
                parameters(node).stream().map(it -> parameter(it, scope)).toList();
        Set<String> given = new LinkedHashSet<>();
        parameters.forEach(it -> given.add(it.name()));
        Scope inside = scope.inFunction(given).within(given);
        Expression value = module.expressions().part(node, "body", inside);
        List<Statement> statements = new ArrayList<>(inside.before());
        statements.add(new Statement.Return(node.place(), Optional.of(value)));
        return new Function(node.place(), "", parameters, Optional.empty(), new Statement.Block(statements));
    }

    private Parameter parameter(Syntax node, Scope scope) {
        Optional<Syntax> splat = node.is("list_splat_pattern", "dictionary_splat_pattern")
                ? Optional.of(node)
                : node.first("list_splat_pattern", "dictionary_splat_pattern");
        return new Parameter(
                parameterName(node),
                node.get("type").map(PythonTypes::of),
                node.get("value").map(it -> module.expressions().of(it, scope)),
                splat.isPresent());
    }

    private static String parameterName(Syntax node) {
        if (node.is("identifier")) {
            return node.text();
        } else if (node.is("tuple_pattern")) {
            return ""; // Python 2 takes a parameter apart
        }
        return node.get("name")
                .or(() -> node.first("identifier", "list_splat_pattern", "dictionary_splat_pattern"))
                .map(PythonFunctions::parameterName)
                .orElse("");
    }
}
