package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which assignments of a variable can be the last one before a place: reaching definitions, walked backwards over the
 * model. Assignments that are certainly overwritten are left out; where the walk is not sure, one is kept.
 */
final class Reaching {

    /** How a variable came by a value. */
    sealed interface Definition {
        /** What it is read from. */
        Object source();

        /** The way into that. */
        default List<Step> steps() {
            return List.of();
        }

        /** An expression as it is. */
        record Given(Expression value) implements Definition {
            @Override
            public Object source() {
                return value;
            }
        }

        /** An element of a collection that a loop goes through. */
        record Element(Expression over, List<Step> steps) implements Definition {
            @Override
            public Object source() {
                return over;
            }
        }

        /** A part of a value that is taken apart. */
        record Part(Expression value, List<Step> steps) implements Definition {
            @Override
            public Object source() {
                return value;
            }
        }

        /** A call that the variable was given to by its address, or that is known to fill it. */
        record Written(Expression.Call by, int argument) implements Definition {
            @Override
            public Object source() {
                return by;
            }
        }

        /** What the function was given. */
        record Parameter(Function function, int index) implements Definition {
            @Override
            public Object source() {
                return function;
            }
        }
    }

    /** One step into a value: by position, or by name. */
    record Step(int index, String name) {}

    private final FileIndex file;
    private final String name;
    private final Predicate<Statement.Branch> neverThen;
    private final Predicate<Statement.Branch> neverElse;
    private final Fills fills;
    private final List<Definition> found = new ArrayList<>();
    private boolean declared;
    private boolean certain;

    /** Whether blocks beside the way from the use are looked into, whose own variables are others. */
    private boolean scoped;

    /** Tells which variables a call fills although it is not given their address. */
    interface Fills {
        /** Positions of such arguments. */
        Set<Integer> arguments(Expression.Call call);
    }

    /**
     * @param neverThen whether the first branch is never taken
     * @param neverElse whether the second one is never taken
     */
    Reaching(
            FileIndex file,
            String name,
            Predicate<Statement.Branch> neverThen,
            Predicate<Statement.Branch> neverElse,
            Fills fills) {
        this.file = file;
        this.name = name;
        this.neverThen = neverThen;
        this.neverElse = neverElse;
        this.fills = fills;
    }

    /** Whether the target is that variable, or takes it out of a value. */
    static boolean targets(Expression target, String name) {
        if (target instanceof Expression.Name it) {
            return it.name().equals(name);
        } else if (target instanceof Expression.Sequence it) {
            return it.elements().stream().anyMatch(part -> targets(part, name));
        } else if (target instanceof Expression.Mapping it) {
            return it.entries().stream().anyMatch(entry -> targets(entry.value(), name));
        } else if (target instanceof Expression.Spread it) {
            return targets(it.of(), name);
        } else if (target instanceof Expression.Conditional it) {
            return it.outcomes().stream().anyMatch(part -> targets(part, name)); // with a default
        }
        return false;
    }

    /** The definitions that reach a use within the body of that function, or of the file itself. */
    List<Definition> before(Object use, Object body) {
        scoped = true;
        Object node = use;
        while (node != body) {
            Object parent = file.parent(node).orElse(null);
            if (parent == null) {
                return found;
            } else if (within(parent, node)) {
                certain = true;
                return found;
            }
            node = parent;
        }
        return found;
    }

    /** Every definition within the body, wherever: of a variable that is used in another function. */
    List<Definition> anywhere(Object body) {
        gather(body);
        return found;
    }

    /**
     * Every definition that code of another function in the body may see there: what is written in a loop sees the
     * elements of that loop, and no other's that names its variable alike.
     */
    List<Definition> seen(Object use, Object body) {
        Object node = use;
        Object parent = file.parent(node).orElse(null);
        while (parent != null && node != body) {
            if (parent instanceof Statement.Loop loop
                    && node == loop.body()
                    && loop.variable().filter(it -> targets(it, name)).isPresent()) {
                return anywhere(loop);
            }
            node = parent;
            parent = file.parent(node).orElse(null);
        }
        return anywhere(body);
    }

    /** The definitions that those nodes are. */
    List<Definition> of(List<Object> nodes) {
        nodes.forEach(this::gather);
        return found;
    }

    /** Looks at what runs before the node within its parent; whether nothing before that can reach it. */
    private boolean within(Object parent, Object node) {
        if (parent instanceof Statement.Block block) {
            int index = indexOf(block.statements(), node);
            return before(block.statements(), index);
        } else if (parent instanceof Statement.Loop loop) {
            boolean inBody = node == loop.body();
            if (inBody || node == loop.head()) {
                gather(loop.body());
                gather(loop.head());
            }
            if (inBody && loop.variable().filter(it -> targets(it, name)).isPresent()) {
                taken(loop);
                return true;
            }
        } else if (parent instanceof Statement.Select select) {
            fallingInto(select, node);
        } else if (parent instanceof Statement.Attempt attempt && node != attempt.body()) {
            gather(attempt.body());
            if (node == attempt.last()) {
                attempt.handlers().forEach(this::gather);
            }
        } else if (parent instanceof Expression.Operation || parent instanceof Expression.Call) {
            assignedBefore(parent, node);
        }
        return false;
    }

    /** {@code (x = f()) && g(x)}, {@code if x := f(): ...}: what stands before in the same expression. */
    private void assignedBefore(Object parent, Object node) {
        for (Object part : Children.of(parent)) {
            if (part == node) {
                return;
            }
            gather(part);
        }
    }

    private void fallingInto(Statement.Select select, Object node) {
        for (int i = 0; i < select.cases().size(); i++) {
            if (select.cases().get(i).body() == node) {
                for (int before = i - 1;
                        before >= 0 && select.cases().get(before).fallsThrough();
                        before--) {
                    gather(select.cases().get(before).body());
                }
                return;
            }
        }
    }

    /** What a block inside the one of the use leaves behind: a variable that begins in it ends with it. */
    private boolean beforeEndOf(Statement.Block block) {
        return before(block.statements(), beginning(block));
    }

    /** Where another variable of that name begins in the block; its end where none does. */
    private int beginning(Statement.Block block) {
        for (int i = 0; i < block.statements().size(); i++) {
            if (block.statements().get(i) instanceof Statement.Assign assign
                    && assign.declares()
                    && targets(assign.target(), name)) {
                return i;
            }
        }
        return block.statements().size();
    }

    private boolean before(List<Statement> statements, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (overwrites(statements.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Gathers what the statement may assign; whether it certainly assigns, so that nothing before it matters. */
    private boolean overwrites(Statement statement) {
        if (statement instanceof Statement.Assign assign) {
            return assigned(assign);
        } else if (statement instanceof Statement.Evaluate evaluate) {
            int before = found.size();
            gather(evaluate.expression());
            return found.size() > before && evaluate.expression() instanceof Expression.Assigned
                    || fills(evaluate.expression(), false);
        } else if (statement instanceof Statement.Block block) {
            return beforeEndOf(block);
        } else if (statement instanceof Statement.Branch branch) {
            return overwrites(branch);
        } else if (statement instanceof Statement.Select select) {
            boolean all = select.exhaustive() && !select.cases().isEmpty();
            boolean next = false;
            for (int i = select.cases().size() - 1; i >= 0; i--) {
                Statement.Case one = select.cases().get(i);
                boolean overwritten = one.fallsThrough() && next; // by the case that it runs into
                boolean certain = overwritten || beforeEndOf(one.body()) || leaves(one.body());
                all &= certain;
                next = certain;
            }
            gather(select.subject());
            return all;
        } else if (statement instanceof Statement.Attempt attempt) {
            int start = found.size();
            boolean certain = beforeEndOf(attempt.last());
            if (certain) {
                return true;
            }
            boolean body = beforeEndOf(attempt.body());
            boolean handlers = true;
            if (!attempt.handlers().stream().allMatch(Reaching::leaves)) {
                gather(attempt.body()); // what failed may have been assigned by any part of it
            }
            for (Statement.Block handler : attempt.handlers()) {
                handlers &= beforeEndOf(handler) || leaves(handler);
            }
            return found.size() > start && body && handlers;
        } else if (statement instanceof Statement.DefineFunction || statement instanceof Statement.DefineType) {
            return false;
        }
        gather(statement);
        return false;
    }

    private boolean overwrites(Statement.Branch branch) {
        gather(branch.condition());
        boolean then = neverThen.test(branch) || leaves(branch.then()) || beforeEndOf(branch.then());
        boolean otherwise = neverElse.test(branch) || leaves(branch.otherwise()) || beforeEndOf(branch.otherwise());
        return then && otherwise || fills(branch.condition(), leaves(branch.then()));
    }

    /** Whether what follows is not reached from there: values assigned on that way do not matter. */
    static boolean leaves(Statement.Block block) {
        if (block.statements().isEmpty()) {
            return false;
        }
        Statement last = block.statements().get(block.statements().size() - 1);
        return last instanceof Statement.Return || last instanceof Statement.Leave;
    }

    private boolean assigned(Statement.Assign assign) {
        if (!targets(assign.target(), name)) {
            assign.value().ifPresent(this::gather);
            return assign.value().filter(it -> fills(it, false)).isPresent();
        }
        declared |= assign.declares();
        if (assign.value().isEmpty()) {
            return assign.declares();
        }
        take(assign.target(), assign.value().get(), new ArrayList<>());
        return true;
    }

    private void taken(Statement.Loop loop) {
        if (loop.over().isEmpty()) {
            gather(loop.head());
            return;
        }
        steps(loop.variable().orElseThrow(), new ArrayList<>())
                .forEach(it -> add(new Definition.Element(loop.over().get(), it)));
    }

    private void take(Expression target, Expression value, List<Step> steps) {
        for (List<Step> way : steps(target, steps)) {
            add(way.isEmpty() ? new Definition.Given(value) : new Definition.Part(value, way));
        }
        if (target instanceof Expression.Mapping mapping) {
            defaults(mapping);
        }
    }

    private void defaults(Expression.Mapping mapping) {
        for (Expression.Entry entry : mapping.entries()) {
            if (entry.value() instanceof Expression.Conditional it && targets(it, name)) {
                it.outcomes().stream().skip(1).forEach(other -> add(new Definition.Given(other)));
            }
        }
    }

    /** The ways in which the target takes the variable out of a value. */
    private List<List<Step>> steps(Expression target, List<Step> before) {
        if (target instanceof Expression.Name it) {
            return it.name().equals(name) ? List.of(List.copyOf(before)) : List.of();
        }
        List<List<Step>> ways = new ArrayList<>();
        if (target instanceof Expression.Sequence it) {
            for (int i = 0; i < it.elements().size(); i++) {
                ways.addAll(steps(it.elements().get(i), plus(before, new Step(i, ""))));
            }
        } else if (target instanceof Expression.Mapping it) {
            for (Expression.Entry entry : it.entries()) {
                String key = entry.key() instanceof Expression.Text text ? text.value() : "";
                ways.addAll(steps(entry.value(), plus(before, new Step(-1, key))));
            }
        } else if (target instanceof Expression.Conditional it && !it.outcomes().isEmpty()) {
            ways.addAll(steps(it.outcomes().get(0), before));
        }
        return ways;
    }

    private static List<Step> plus(List<Step> steps, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    /** Every assignment within the node, functions inside it left out. */
    private void gather(Object node) {
        if (!file.touching().assignsWithin(node, name)) {
            return;
        }
        if (node instanceof Statement.Assign assign && targets(assign.target(), name)) {
            assign.value().ifPresent(value -> take(assign.target(), value, new ArrayList<>()));
        } else if (node instanceof Expression.Assigned assigned && targets(assigned.target(), name)) {
            take(assigned.target(), assigned.value(), new ArrayList<>());
        } else if (node instanceof Statement.Loop loop
                && loop.variable().filter(it -> targets(it, name)).isPresent()) {
            taken(loop);
        } else if (node instanceof Expression.Call call) {
            written(call);
        } else if (node instanceof Function || node instanceof dev.shirube.source.program.TypeDeclaration) {
            return;
        } else if (node instanceof Statement.Branch branch) {
            gather(branch.condition());
            if (!neverThen.test(branch)) {
                gather(branch.then());
            }
            if (!neverElse.test(branch)) {
                gather(branch.otherwise());
            }
            return;
        } else if (node instanceof ProgramFile it) {
            gather(it.body());
            return;
        } else if (scoped && node instanceof Statement.Block block) {
            block.statements().subList(0, beginning(block)).forEach(this::gather);
            return;
        }
        Children.of(node).forEach(this::gather);
    }

    private void written(Expression.Call call) {
        Set<Integer> filled = null;
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression value = call.arguments().get(i).value();
            boolean address = value instanceof Expression.Address
                    || value instanceof Expression.Cast cast && cast.of() instanceof Expression.Address;
            if (address && names(unwrapped(value))) {
                add(new Definition.Written(call, i));
            } else if (names(unwrapped(value))) {
                filled = filled == null ? fills.arguments(call) : filled;
                if (filled.contains(i)) {
                    add(new Definition.Written(call, i));
                }
            }
        }
    }

    /**
     * Whether the expression certainly runs a call that is known to fill the variable.
     *
     * @param noneHolds whether what follows is reached only where it does not hold, so that every operand of an or is run
     */
    private boolean fills(Expression expression, boolean noneHolds) {
        if (expression instanceof Expression.Call call) {
            Set<Integer> filled = fills.arguments(call);
            for (int i : filled) {
                if (i < call.arguments().size()
                        && names(unwrapped(call.arguments().get(i).value()))) {
                    return true;
                }
            }
            return call.arguments().stream().anyMatch(it -> fills(it.value(), false));
        } else if (expression instanceof Expression.Cast cast) {
            return fills(cast.of(), noneHolds);
        } else if (expression instanceof Expression.Assigned assigned) {
            return fills(assigned.value(), false);
        } else if (expression instanceof Expression.Operation operation) {
            boolean first = operation.operator() == Expression.Operator.AND
                    || operation.operator() == Expression.Operator.OR && !noneHolds;
            List<Expression> run = first ? operation.operands().subList(0, 1) : operation.operands();
            return run.stream().anyMatch(it -> fills(it, noneHolds));
        }
        return false;
    }

    static Expression unwrapped(Expression argument) {
        Expression at = argument;
        while (at instanceof Expression.Address || at instanceof Expression.Cast) {
            at = at instanceof Expression.Address address ? address.of() : ((Expression.Cast) at).of();
        }
        return at;
    }

    private boolean names(Expression expression) {
        return expression instanceof Expression.Name it && it.name().equals(name);
    }

    /** Expressions are compared by identity: they are large, and each stands in one place. */
    private void add(Definition definition) {
        for (Definition one : found) {
            if (one.source() == definition.source() && one.steps().equals(definition.steps())) {
                return;
            }
        }
        found.add(definition);
    }

    private static int indexOf(List<Statement> statements, Object node) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) == node) {
                return i;
            }
        }
        return statements.size();
    }

    /** Whether one of the definitions found by {@link #before} is certainly reached, so that none before them matters. */
    boolean isCertain() {
        return certain;
    }

    /** Whether a declaration of the variable was passed. */
    boolean declared() {
        return declared;
    }

    static Set<Integer> none() {
        return Collections.emptySet();
    }
}
