package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import java.util.List;
import java.util.Optional;

/** Whether code is run within a call at all: what the call is given may rule it out. */
final class Reached {
    private final Evaluator evaluator;
    private final Spot spot;

    Reached(Evaluator evaluator, Spot spot) {
        this.evaluator = evaluator;
        this.spot = spot;
    }

    /** Whether the node may be run, as far as the code around it in its file tells. */
    boolean mayBe(Object node) {
        Object at = node;
        Optional<Object> parent = spot.file().parent(at);
        while (parent.isPresent()) {
            if (!mayBe(at, parent.get())) {
                return false;
            }
            at = parent.get();
            parent = spot.file().parent(at);
        }
        return true;
    }

    private boolean mayBe(Object node, Object within) {
        if (within instanceof Statement.Branch branch && node != branch.condition()) {
            return !evaluator.conditions().never(branch, node == branch.then(), spot);
        } else if (within instanceof Expression.Conditional choice
                && choice.outcomes().size() == 2) {
            return choice.condition()
                    .filter(it -> it != node)
                    .flatMap(it -> evaluator.conditions().truth(it, spot))
                    .filter(it -> node != choice.outcomes().get(it ? 0 : 1))
                    .isEmpty();
        } else if (within instanceof Statement.Select select && node instanceof Statement.Block) {
            return Cases.taken(select, evaluator, spot).stream().anyMatch(it -> it.body() == node);
        } else if (within instanceof Statement.Block block) {
            return !isLeft(block.statements(), node);
        }
        return true;
    }

    /** Whether a branch before the node is certainly taken and does not come back. */
    private boolean isLeft(List<Statement> statements, Object node) {
        for (Statement statement : statements) {
            if (statement == node) {
                return false;
            } else if (statement instanceof Statement.Branch branch) {
                Optional<Boolean> holds = Reaching.leaves(branch.then()) || Reaching.leaves(branch.otherwise())
                        ? evaluator.conditions().truth(branch.condition(), spot)
                        : Optional.empty();
                if (holds.isPresent() && Reaching.leaves(holds.get() ? branch.then() : branch.otherwise())) {
                    return true;
                }
            }
        }
        return false;
    }
}
