package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Comprehensions and generators: loops before the statement that they stand in, which give a variable of their own a
 * collection of the element. So the element's variables have the values of the collection that is gone through.
 */
final class Comprehensions {
    private final PythonModule module;

    Comprehensions(PythonModule module) {
        this.module = module;
    }

    Expression of(Syntax node, Scope scope) {
        Place place = node.place();
        List<Syntax> clauses = node.children("for_in_clause", "if_clause");
        Scope inside = scope.inComprehension(variables(clauses, place), new ArrayList<>());
        Expression.Name whole = new Expression.Name(place, "comprehension@" + place.start());
        List<Statement> loop = clauses(clauses, 0, node, whole, inside, scope);
        scope.before().addAll(loop);
        return whole;
    }

    private List<Statement> clauses(
            List<Syntax> clauses, int at, Syntax node, Expression.Name whole, Scope inside, Scope around) {
        List<Statement> statements = new ArrayList<>();
        if (at == clauses.size()) {
            Scope innermost = inside.doing(new ArrayList<>());
            Expression element = element(node, innermost);
            statements.addAll(innermost.before());
            statements.add(new Statement.Assign(whole.place(), whole, Optional.empty(), Optional.of(element), false));
            return statements;
        }
        Syntax clause = clauses.get(at);
        Statement.Block rest = new Statement.Block(clauses(clauses, at + 1, node, whole, inside, around));
        Scope here = (at == 0 ? around : inside).doing(new ArrayList<>());
        PythonExpressions expressions = module.expressions();
        if (clause.is("if_clause")) {
            Expression condition = clause.children().size() == 1
                    ? expressions.of(clause.children().get(0), here)
                    : expressions.other(clause, here);
            statements.addAll(here.before());
            statements.add(new Statement.Branch(clause.place(), condition, rest, Statement.Block.EMPTY));
        } else {
            Optional<Expression> variable = clause.get("left").map(it -> expressions.of(it, inside));
            List<Expression> over = clause.getAll("right").stream()
                    .map(it -> expressions.of(it, here))
                    .toList();
            Expression all = over.size() == 1 ? over.get(0) : new Expression.Sequence(clause.place(), over);
            statements.addAll(here.before());
            statements.add(module.loops().over(clause.place(), variable, all, rest));
        }
        return statements;
    }

    private Expression element(Syntax node, Scope scope) {
        Optional<Syntax> body = node.get("body");
        if (body.isEmpty()) {
            return module.expressions().other(node, scope);
        }
        return body.get().is("pair")
                ? new Expression.Mapping(
                        node.place(), List.of(module.expressions().pair(body.get(), scope)))
                : new Expression.Sequence(
                        node.place(), List.of(module.expressions().of(body.get(), scope)));
    }

    /** The variables end with the comprehension: they are no others of the same name. */
    private static Map<String, String> variables(List<Syntax> clauses, Place place) {
        Set<String> names = new LinkedHashSet<>();
        clauses.forEach(clause -> clause.get("left").ifPresent(it -> Names.ofTarget(it, names)));
        Map<String, String> variables = new HashMap<>();
        names.forEach(it -> variables.put(it, it + "@" + place.start()));
        return variables;
    }
}
