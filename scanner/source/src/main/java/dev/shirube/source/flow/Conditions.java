package dev.shirube.source.flow;

import dev.shirube.domain.Resolution;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The truth of conditions that constants alone decide: literals, and names that are given one literal once and for all. What
 * would have to be followed further is left open, since every look at a variable asks for the branches on the way to it.
 */
final class Conditions {

    private final Evaluator evaluator;
    private final Map<Expression, Optional<Boolean>> known = new IdentityHashMap<>();

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether that branch is never taken, since a constant rules it out. */
    boolean never(Statement.Branch branch, boolean then, FileIndex file) {
        return truth(branch.condition(), file).filter(it -> it != then).isPresent();
    }

    /** Whether what stands there never runs, since a constant rules it out. */
    boolean isRuledOut(Object node, FileIndex file) {
        Object child = node;
        Optional<Object> parent = file.parent(child);
        while (parent.isPresent()) {
            boolean taken = parent.get() instanceof Statement.Branch branch && child != branch.condition();
            if (taken
                    && never(
                            (Statement.Branch) parent.get(), child == ((Statement.Branch) parent.get()).then(), file)) {
                return true;
            }
            child = parent.get();
            parent = file.parent(child);
        }
        return false;
    }

    /** The truth of a condition that only constants decide. */
    Optional<Boolean> truth(Expression condition, FileIndex file) {
        Optional<Boolean> before = known.get(condition);
        if (before != null) {
            return before;
        }
        known.put(condition, Optional.empty()); // a condition that depends on itself is open
        Optional<Boolean> truth = of(condition, file);
        known.put(condition, truth);
        return truth;
    }

    /** The same within a call, of which what it is given may decide. */
    Optional<Boolean> truth(Expression condition, Spot spot) {
        Optional<Boolean> truth = truth(condition, spot.file());
        return truth.isPresent() || spot.frame().depth() == 0 ? truth : given(condition, spot);
    }

    /** Whether that branch is never taken within the call. */
    boolean never(Statement.Branch branch, boolean then, Spot spot) {
        return truth(branch.condition(), spot).filter(it -> it != then).isPresent();
    }

    private Optional<Boolean> given(Expression condition, Spot spot) {
        if (condition instanceof Expression.Cast cast) {
            return truth(cast.of(), spot);
        }
        if (!(condition instanceof Expression.Operation operation)) {
            return only(condition, spot).flatMap(Conditions::truth);
        }
        List<Expression> operands = operation.operands();
        return switch (operation.operator()) {
            case NOT -> operands.size() == 1 ? truth(operands.get(0), spot).map(it -> !it) : Optional.empty();
            case AND -> all(operands, spot, false);
            case OR -> all(operands, spot, true);
            case EQUAL -> same(operands, spot);
            case NOT_EQUAL -> same(operands, spot).map(it -> !it);
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> all(List<Expression> operands, Spot spot, boolean deciding) {
        boolean open = false;
        for (Expression operand : operands) {
            Optional<Boolean> one = truth(operand, spot);
            if (one.isPresent() && one.get() == deciding) {
                return one;
            }
            open |= one.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!deciding);
    }

    private Optional<Boolean> same(List<Expression> operands, Spot spot) {
        if (operands.size() != 2) {
            return Optional.empty();
        }
        boolean first = isGiven(operands.get(0), spot);
        Expression subject = operands.get(first ? 0 : 1);
        Expression other = operands.get(first ? 1 : 0);
        Optional<Atom> one = only(subject, spot);
        Optional<Atom> two = one.isEmpty() ? one : only(evaluator.settled(other, spot));
        return two.map(it -> it.equals(one.get()));
    }

    private static Optional<Boolean> truth(Atom atom) {
        if (atom instanceof Atom.Nothing) {
            return Optional.of(false);
        } else if (atom instanceof Atom.Constant constant && constant.number()) {
            return Optional.of(!constant.text().equals("0"));
        }
        return Optional.empty(); // languages differ in which texts hold
    }

    private Optional<Atom> only(Expression expression, Spot spot) {
        return isGiven(expression, spot) ? only(evaluator.settled(expression, spot)) : Optional.empty();
    }

    /** The text, number or constant of an enumeration that the value certainly is. */
    static Optional<Atom> only(Value value) {
        boolean certain = value.atoms().size() == 1 && value.open().isEmpty();
        return value.atoms().stream()
                .filter(it -> certain)
                .filter(it -> it instanceof Atom.Constant
                        || it instanceof Atom.Nothing
                        || it instanceof Atom.Instance constant
                                && constant.constant().isPresent())
                .findFirst();
    }

    /** Whether the expression is a parameter of a function whose call is followed, its object, or something in one. */
    private boolean isGiven(Expression expression, Spot spot) {
        if (expression instanceof Expression.This) {
            return spot.file()
                    .functionAround(expression)
                    .flatMap(it -> spot.frame().of(it))
                    .isPresent();
        }
        if (expression instanceof Expression.Member member) {
            return isGiven(member.object(), spot);
        } else if (expression instanceof Expression.Cast cast) {
            return isGiven(cast.of(), spot);
        }
        return expression instanceof Expression.Name name
                && evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Parameter parameter
                && spot.frame().of(parameter.function()).isPresent();
    }

    private Optional<Boolean> of(Expression condition, FileIndex file) {
        if (condition instanceof Expression.Truth it) {
            return Optional.of(it.value());
        } else if (condition instanceof Expression.Whole it) {
            return Optional.of(it.value() != 0);
        } else if (condition instanceof Expression.Operation it) {
            return of(it, file);
        } else if (condition instanceof Expression.Cast it) {
            return truth(it.of(), file);
        } else if (condition instanceof Expression.Name it) {
            Optional<Expression> given = given(it, file);
            if (given.isPresent()) {
                return truth(given.get(), file);
            }
        }
        return constant(condition, file)
                .filter(Atom.Constant::number)
                .map(it -> !it.text().equals("0"));
    }

    private Optional<Boolean> of(Expression.Operation operation, FileIndex file) {
        List<Expression> operands = operation.operands();
        return switch (operation.operator()) {
            case NOT -> operands.size() == 1 ? truth(operands.get(0), file).map(it -> !it) : Optional.empty();
            case AND -> all(operands, file, false);
            case OR -> all(operands, file, true);
            case EQUAL -> equal(operands, file);
            case NOT_EQUAL -> equal(operands, file).map(it -> !it);
            default -> Optional.empty();
        };
    }

    /** The deciding truth where an operand has it; the other one where all have that. */
    private Optional<Boolean> all(List<Expression> operands, FileIndex file, boolean deciding) {
        boolean open = false;
        for (Expression operand : operands) {
            Optional<Boolean> one = truth(operand, file);
            if (one.isPresent() && one.get() == deciding) {
                return one;
            }
            open |= one.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(!deciding);
    }

    private Optional<Boolean> equal(List<Expression> operands, FileIndex file) {
        if (operands.size() != 2) {
            return Optional.empty();
        }
        Optional<Atom.Constant> one = constant(operands.get(0), file);
        Optional<Atom.Constant> two = one.isEmpty() ? one : constant(operands.get(1), file);
        return two.map(it -> it.text().equals(one.get().text()));
    }

    /** The only value of a literal, or of a name that is given one value once and for all. */
    private Optional<Atom.Constant> constant(Expression expression, FileIndex file) {
        boolean literal = expression instanceof Expression.Text
                || expression instanceof Expression.Whole
                || expression instanceof Expression.Truth;
        if (!literal && !isFixed(expression, file)) {
            return Optional.empty();
        }
        Value value = evaluator.settled(expression, Spot.open(file));
        return value.atoms().size() == 1
                        && value.open().isEmpty()
                        && value.parameters().isEmpty()
                        && value.resolution().compareTo(Resolution.FIELD) <= 0
                        && value.atoms().get(0) instanceof Atom.Constant constant
                ? Optional.of(constant)
                : Optional.empty();
    }

    /** What a variable is given once and for all. */
    private Optional<Expression> given(Expression.Name name, FileIndex file) {
        if (!(evaluator.binding(name.name(), name, file) instanceof Names.Binding.Variable variable)) {
            return Optional.empty();
        }
        List<Reaching.Definition> all = new Reaching(file, name.name(), it -> false, it -> false, it -> Reaching.none())
                .anywhere(variable.body());
        if (all.size() != 1 || !(all.get(0) instanceof Reaching.Definition.Given given)) {
            return Optional.empty();
        }
        Expression value = given.value();
        while (value instanceof Expression.Cast cast) {
            value = cast.of();
        }
        return Optional.of(value);
    }

    /** Whether the name is of something that has one value wherever it is asked: then a condition on it says nothing new. */
    private boolean isFixed(Expression expression, FileIndex file) {
        if (expression instanceof Expression.Member member) {
            return isFixed(member.object(), file);
        } else if (!(expression instanceof Expression.Name)) {
            return false;
        }
        Expression.Name name = (Expression.Name) expression;
        Names.Binding binding = evaluator.binding(name.name(), name, file);
        if (binding instanceof Names.Binding.Variable) {
            return given(name, file)
                    .filter(it -> it instanceof Expression.Text
                            || it instanceof Expression.Whole
                            || it instanceof Expression.Truth)
                    .isPresent();
        }
        if (binding instanceof Names.Binding.OwnMember member) {
            return member.type().fields().stream().anyMatch(it -> it.name().equals(name.name()) && it.fixed());
        }
        return !(binding instanceof Names.Binding.Parameter);
    }
}
