package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loops over collections; those that count the elements, too, go through the same collection. */
final class Loops {

    /** The loop; {@code enumerate(xs)} gives pairs of a number and an element of {@code xs}. */
    Statement over(Place place, Optional<Expression> variable, Expression over, Statement.Block body) {
        if (over instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && variable.isPresent()
                && variable.get() instanceof Expression.Sequence targets) {
            List<Expression> collections =
                    call.arguments().stream().map(Expression.Argument::value).toList();
            List<Expression> elements = targets.elements();
            if (name.name().equals("enumerate") && elements.size() == 2 && !collections.isEmpty()) {
                List<Statement> head = new ArrayList<>();
                head.add(counter(place, elements.get(0)));
                collections.subList(1, collections.size()).forEach(it -> head.add(new Statement.Evaluate(it)));
                return new Statement.Loop(
                        place,
                        Optional.of(elements.get(1)),
                        Optional.of(collections.get(0)),
                        new Statement.Block(head),
                        body);
            }
        }
        return new Statement.Loop(place, variable, Optional.of(over), Statement.Block.EMPTY, body);
    }

    private static Statement counter(Place place, Expression target) {
        Expression number = new Expression.Other(place, List.of());
        return new Statement.Assign(place, target, Optional.empty(), Optional.of(number), false);
    }
}
