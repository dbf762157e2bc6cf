package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a block gives a meaning: variables that it assigns, and functions and types that it defines. */
final class BlockNames {
    private final Set<String> variables = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<String, List<Function>> functions = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();

    /** Those of the block and the blocks in it, but not of functions in it. */
    BlockNames(Statement.Block block) {
        block.statements().forEach(this::gather);
    }

    private void gather(Object node) {
        if (node instanceof Statement.Assign assign) {
            targets(assign.target(), assign.declares());
        } else if (node instanceof Statement.Loop loop) {
            loop.variable().ifPresent(it -> targets(it, true));
        } else if (node instanceof Expression.Assigned assigned) {
            targets(assigned.target(), false);
        } else if (node instanceof Statement.DefineFunction defined) {
            functions
                    .computeIfAbsent(defined.function().name(), it -> new ArrayList<>())
                    .add(defined.function());
            return;
        } else if (node instanceof Statement.DefineType defined) {
            types.put(defined.type().name(), defined.type());
            return;
        } else if (node instanceof Function) {
            return;
        }
        Children.of(node).forEach(this::gather);
    }

    private void targets(Expression target, boolean declares) {
        if (target instanceof Expression.Name it) {
            variables.add(it.name());
            if (declares) {
                declared.add(it.name());
            }
        } else if (target instanceof Expression.Sequence it) {
            it.elements().forEach(part -> targets(part, declares));
        } else if (target instanceof Expression.Mapping it) {
            it.entries().forEach(entry -> targets(entry.value(), declares));
        } else if (target instanceof Expression.Spread it) {
            targets(it.of(), declares);
        } else if (target instanceof Expression.Conditional it) {
            it.outcomes().forEach(part -> targets(part, declares)); // with a default
        }
    }

    /** Whether a variable of that name begins in the block, in languages that tell so. */
    boolean declares(String name) {
        return declared.contains(name);
    }

    boolean assigns(String name) {
        return variables.contains(name);
    }

    List<Function> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    /** The last type of that name. */
    Optional<TypeDeclaration> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
