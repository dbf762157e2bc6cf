package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import java.util.List;
import java.util.Optional;

/** Which cases of a selection can be taken within a call. */
final class Cases {
    private Cases() {}

    /** The cases that can be taken: all of them where that cannot be told. */
    static List<Statement.Case> taken(Statement.Select select, Evaluator evaluator, Spot spot) {
        Optional<Atom> subject = Conditions.only(evaluator.settled(select.subject(), spot));
        if (subject.isEmpty()) {
            return select.cases();
        }
        int otherwise = -1;
        for (int i = 0; i < select.cases().size(); i++) {
            Statement.Case one = select.cases().get(i);
            otherwise = one.labels().isEmpty() ? i : otherwise;
            for (Expression label : one.labels()) {
                Optional<Atom> value = Conditions.only(evaluator.settled(label, Spot.open(spot.file())));
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
}
