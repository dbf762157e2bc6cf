package dev.shirube.source.flow;

import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a function gives back in a call of it: cases that what it is called with rules out are left out. */
final class Returned {
    private final Evaluator evaluator;
    private final Spot spot;
    private final List<Expression> found = new ArrayList<>();
    private Value chosen = Value.none();

    /**
     * @param spot in the function, within the call
     */
    Returned(Evaluator evaluator, Spot spot) {
        this.evaluator = evaluator;
        this.spot = spot;
    }

    List<Expression> by(Function function) {
        gather(function.body());
        return found;
    }

    /** What decided which of them it is, without its values. */
    Value chosen() {
        return chosen;
    }

    /** Whether what follows is certainly not run. */
    private boolean gather(Object node) {
        if (node instanceof Statement.Return it) {
            it.value().ifPresent(found::add);
        } else if (node instanceof Statement.Select it) {
            Value subject = evaluator.settled(it.subject(), spot);
            chosen = chosen.or(new Value(List.of(), "", Resolution.LITERAL, 0, subject.parameters()));
            Cases.taken(it, evaluator, spot).forEach(one -> gather(one.body()));
        } else if (node instanceof Statement.Branch it) {
            return gather(it);
        } else if (node instanceof Statement.Block it) {
            return it.statements().stream().anyMatch(this::gather);
        } else if (!(node instanceof Function || node instanceof Expression)) {
            Children.of(node).forEach(this::gather);
        }
        return false;
    }

    private boolean gather(Statement.Branch branch) {
        Optional<Boolean> holds = evaluator.conditions().truth(branch.condition(), spot);
        boolean then = !holds.equals(Optional.of(false)) && ends(branch.then());
        boolean otherwise = !holds.equals(Optional.of(true)) && ends(branch.otherwise());
        return holds.isPresent() && (then || otherwise);
    }

    private boolean ends(Statement.Block block) {
        return gather(block) || Reaching.leaves(block);
    }
}
