package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Optional;

/** Assignments, also those of several targets and those with an operator. */
final class Assignments {
    private final PythonModule module;

    Assignments(PythonModule module) {
        this.module = module;
    }

    List<Statement> of(Syntax node, Scope scope) {
        Optional<Expression> value = value(node, scope);
        Optional<Expression> type =
                node.get("type").filter(it -> !node.is("type_alias_statement")).map(PythonTypes::of);
        Expression target = module.expressions().part(node, "left", scope);
        if (target instanceof Expression.Name name && value.isPresent()) {
            Optional<TypeDeclaration> tuple = DataClass.namedTuple(name, value.get());
            if (tuple.isPresent()) {
                return List.of(new Statement.DefineType(tuple.get()));
            }
        }
        if (node.is("augmented_assignment") && value.isPresent()) {
            String operator = node.get("operator").map(Syntax::text).orElse("=").replaceFirst("=$", "");
            value = Optional.of(PythonExpressions.operation(node.place(), operator, target, value.get()));
        }
        return List.of(new Statement.Assign(node.place(), target, type, value, false));
    }

    /** Of {@code a = b = c} the value of the first target is another assignment. */
    Optional<Expression> value(Syntax node, Scope scope) {
        List<Syntax> right = node.getAll("right");
        if (right.isEmpty()) {
            return Optional.empty();
        } else if (right.size() > 1) {
            return Optional.of(new Expression.Sequence(
                    node.place(),
                    right.stream().map(it -> module.expressions().of(it, scope)).toList()));
        }
        return Optional.of(value(right.get(0), node, scope));
    }

    private Expression value(Syntax right, Syntax around, Scope scope) {
        if (!right.is("assignment", "augmented_assignment")) {
            return module.expressions().of(right, scope);
        }
        Expression target = module.expressions().part(right, "left", scope);
        Expression value = value(right, scope).orElseGet(() -> new Expression.Other(around.place(), List.of()));
        return new Expression.Assigned(right.place(), target, value);
    }
}
