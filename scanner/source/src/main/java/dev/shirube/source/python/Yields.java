package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.List;
import java.util.Optional;

/** What a generator yields is returned, and the generator goes on after it. */
final class Yields {
    private final PythonModule module;

    Yields(PythonModule module) {
        this.module = module;
    }

    Expression of(Syntax node, Scope scope) {
        Place place = node.place();
        List<Expression> values = module.expressions().all(node, scope);
        if (!values.isEmpty()) {
            Expression value = values.size() == 1 ? values.get(0) : new Expression.Sequence(place, values);
            boolean element = !node.has("from") && !scope.single();
            Expression given = element ? new Expression.Sequence(place, List.of(value)) : value;
            Statement returned = new Statement.Return(place, Optional.of(given));
            scope.before()
                    .add(new Statement.Branch(
                            place,
                            new Expression.Other(place, List.of()),
                            new Statement.Block(List.of(returned)),
                            Statement.Block.EMPTY));
        }
        return new Expression.Other(place, List.of());
    }
}
