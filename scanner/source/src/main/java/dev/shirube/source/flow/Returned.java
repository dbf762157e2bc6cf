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

    private void gather(Object node) {
        if (node instanceof Statement.Return it) {
            it.value().ifPresent(found::add);
        } else if (node instanceof Statement.Select it) {
            taken(it).forEach(one -> gather(one.body()));
        } else if (!(node instanceof Function || node instanceof Expression)) {
            Children.of(node).forEach(this::gather);
        }
    }

    /** The cases that can be taken: all of them where that cannot be told. */
    private List<Statement.Case> taken(Statement.Select select) {
        Value asked = evaluator.settled(select.subject(), spot);
        chosen = chosen.or(new Value(List.of(), "", Resolution.LITERAL, 0, asked.parameters()));
        Optional<Atom> subject = only(asked);
        if (subject.isEmpty()) {
            return select.cases();
        }
        int otherwise = -1;
        for (int i = 0; i < select.cases().size(); i++) {
            Statement.Case one = select.cases().get(i);
            otherwise = one.labels().isEmpty() ? i : otherwise;
            for (Expression label : one.labels()) {
                Optional<Atom> value = only(evaluator.settled(label, Spot.open(spot.file())));
                if (value.isEmpty()) {
                    return select.cases();
                } else if (value.get().equals(subject.get())) {
                    return from(select.cases(), i);
                }
            }
        }
        return otherwise < 0 ? List.of() : from(select.cases(), otherwise);
    }

    private static List<Statement.Case> from(List<Statement.Case> cases, int first) {
        int end = first;
        while (end < cases.size() - 1 && cases.get(end).fallsThrough()) {
            end++;
        }
        return cases.subList(first, end + 1);
    }

    /** The text, number or constant of an enumeration that the value certainly is. */
    static Optional<Atom> only(Value value) {
        boolean certain = value.atoms().size() == 1 && value.open().isEmpty();
        return value.atoms().stream()
                .filter(it -> certain)
                .filter(it -> it instanceof Atom.Constant
                        || it instanceof Atom.Instance constant
                                && constant.constant().isPresent())
                .findFirst();
    }
}
