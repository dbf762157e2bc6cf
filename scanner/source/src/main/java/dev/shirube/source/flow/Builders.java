package dev.shirube.source.flow;

import dev.shirube.domain.OpenReason;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that are put together by an object: {@code new StringBuilder("SHA256").append("withRSA").toString()}. One that a
 * variable holds is followed from where it is made, through statements that do nothing else than to append to it.
 */
final class Builders {

    private static final Set<String> TYPES = Set.of("StringBuilder", "StringBuffer");
    private static final Set<String> APPEND = Set.of("append", "Append");
    private static final Set<String> TEXT = Set.of("toString", "ToString");

    private final Evaluator evaluator;

    Builders(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The text; nothing for a call that does not ask such an object for its text. */
    Optional<Value> text(Expression.Call call, Spot spot) {
        if (!(call.callee() instanceof Expression.Member member)
                || !TEXT.contains(member.name())
                || !call.arguments().isEmpty()
                || !isBuilder(root(member.object()), spot)) {
            return Optional.empty();
        }
        Optional<List<Expression>> parts = parts(member.object(), call, spot);
        return Optional.of(
                parts.map(it -> evaluator.operations().join(it, spot)).orElse(Value.unknown(OpenReason.CONCATENATION)));
    }

    private static Expression root(Expression expression) {
        Expression at = expression;
        while (at instanceof Expression.Call call
                && !call.makes()
                && call.callee() instanceof Expression.Member member
                && APPEND.contains(member.name())) {
            at = member.object();
        }
        return at;
    }

    private boolean isBuilder(Expression root, Spot spot) {
        if (root instanceof Expression.Name name) {
            return evaluator.binding(name.name(), name, spot.file()) instanceof Names.Binding.Variable variable
                    && !variable.outer()
                    && made(name, variable, spot).isPresent();
        }
        return isMade(root);
    }

    private static boolean isMade(Expression expression) {
        return expression instanceof Expression.Call call
                && call.makes()
                && TYPES.contains(FileIndex.calledName(call.callee()));
    }

    /** The one object that the variable is given. */
    private Optional<Expression.Call> made(Expression.Name name, Names.Binding.Variable variable, Spot spot) {
        List<Reaching.Definition> all =
                evaluator.reaching(spot.file(), name.name(), spot).anywhere(variable.body());
        return all.size() == 1 && all.get(0) instanceof Reaching.Definition.Given given && isMade(given.value())
                ? Optional.of((Expression.Call) given.value())
                : Optional.empty();
    }

    private Optional<List<Expression>> parts(Expression chain, Expression use, Spot spot) {
        List<Expression> parts = new ArrayList<>();
        Expression at = chain;
        while (at instanceof Expression.Call call && !call.makes()) {
            if (call.arguments().size() != 1) {
                return Optional.empty();
            }
            parts.add(0, call.arguments().get(0).value());
            at = ((Expression.Member) call.callee()).object();
        }
        if (at instanceof Expression.Name name) {
            return appended(name, use, spot).map(it -> {
                it.addAll(parts);
                return it;
            });
        }
        List<Expression> all = first((Expression.Call) at);
        all.addAll(parts);
        return Optional.of(all);
    }

    private static List<Expression> first(Expression.Call made) {
        List<Expression> first = new ArrayList<>();
        for (Expression.Argument argument : made.arguments()) {
            if (!(argument.value() instanceof Expression.Whole)) { // a number is the capacity
                first.add(argument.value());
            }
        }
        return first;
    }

    /** What the variable's object holds before the use; nothing where anything but appending is done with it. */
    private Optional<List<Expression>> appended(Expression.Name name, Expression use, Spot spot) {
        Names.Binding.Variable variable = (Names.Binding.Variable) evaluator.binding(name.name(), name, spot.file());
        Expression.Call made = made(name, variable, spot).orElseThrow();
        Object declaration = spot.file().parent(made).orElse(null);
        Object block =
                declaration == null ? null : spot.file().parent(declaration).orElse(null);
        if (!(declaration instanceof Statement.Assign) || !(block instanceof Statement.Block statements)) {
            return Optional.empty();
        }
        List<Expression> parts = first(made);
        boolean begun = false;
        for (Statement statement : statements.statements()) {
            int count = count(statement, name.name());
            if (statement == declaration) {
                begun = true;
            } else if (begun && contains(statement, use)) {
                return count == 1 ? Optional.of(parts) : Optional.empty();
            } else if (begun && count > 0) {
                Optional<List<Expression>> more = appends(statement, name.name(), count);
                if (more.isEmpty()) {
                    return more;
                }
                parts.addAll(more.get());
            }
        }
        return Optional.empty();
    }

    private Optional<List<Expression>> appends(Statement statement, String name, int count) {
        if (count != 1 || !(statement instanceof Statement.Evaluate evaluate)) {
            return Optional.empty();
        }
        List<Expression> parts = new ArrayList<>();
        Expression at = evaluate.expression();
        while (at instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && APPEND.contains(member.name())
                && call.arguments().size() == 1) {
            parts.add(0, call.arguments().get(0).value());
            at = member.object();
        }
        return at instanceof Expression.Name root && root.name().equals(name) ? Optional.of(parts) : Optional.empty();
    }

    private static int count(Object node, String name) {
        int count = node instanceof Expression.Name it && it.name().equals(name) ? 1 : 0;
        for (Object child : Children.of(node)) {
            count += count(child, name);
        }
        return count;
    }

    private static boolean contains(Object node, Object wanted) {
        return node == wanted || Children.of(node).stream().anyMatch(it -> contains(it, wanted));
    }
}
