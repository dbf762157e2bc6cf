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
    private final Set<String> begun = new HashSet<>();
    private final Map<String, List<Object>> inner = new HashMap<>();
    private final Map<String, List<Defined>> functions = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();

    /** A function, and the block within the whole one in which it is defined. */
    private record Defined(Function function, Optional<Object> scope) {}

    /** Those of the block and the blocks in it, but not of functions in it. */
    BlockNames(Statement.Block block) {
        block.statements().forEach(it -> gather(it, Optional.empty()));
    }

    /** @param scope the innermost block or loop within the whole block */
    private void gather(Object node, Optional<Object> scope) {
        if (node instanceof Statement.Assign assign) {
            targets(assign.target(), assign.declares() ? scope : Optional.empty(), assign.declares());
        } else if (node instanceof Statement.Loop loop) {
            gather(loop, scope);
            return;
        } else if (node instanceof Expression.Assigned assigned) {
            targets(assigned.target(), Optional.empty(), false);
        } else if (node instanceof Statement.DefineFunction defined) {
            functions
                    .computeIfAbsent(defined.function().name(), it -> new ArrayList<>())
                    .add(new Defined(defined.function(), scope));
            return;
        } else if (node instanceof Statement.DefineType defined) {
            types.put(defined.type().name(), defined.type());
            return;
        } else if (node instanceof Function) {
            return;
        }
        Optional<Object> within = node instanceof Statement.Block ? Optional.of(node) : scope;
        Children.of(node).forEach(it -> gather(it, within));
    }

    /** What a loop's head declares holds in its body; some languages keep the variable for what follows. */
    private void gather(Statement.Loop loop, Optional<Object> scope) {
        loop.variable().ifPresent(it -> {
            targets(it, Optional.empty(), true);
            targets(it, Optional.of(loop.body()), true);
        });
        loop.over().ifPresent(it -> gather(it, scope));
        loop.head().statements().forEach(it -> gather(it, Optional.of(loop)));
        gather(loop.body(), scope);
    }

    private void targets(Expression target, Optional<Object> scope, boolean begins) {
        if (target instanceof Expression.Name it) {
            if (begins) {
                begun.add(it.name());
            }
            if (scope.isPresent()) {
                inner.computeIfAbsent(it.name(), name -> new ArrayList<>()).add(scope.get());
            } else {
                variables.add(it.name());
            }
        } else if (target instanceof Expression.Sequence it) {
            it.elements().forEach(part -> targets(part, scope, begins));
        } else if (target instanceof Expression.Mapping it) {
            it.entries().forEach(entry -> targets(entry.value(), scope, begins));
        } else if (target instanceof Expression.Spread it) {
            targets(it.of(), scope, begins);
        } else if (target instanceof Expression.Conditional it) {
            it.outcomes().forEach(part -> targets(part, scope, begins)); // with a default
        }
    }

    /** Whether a variable of that name begins in the block, in languages that tell so. */
    boolean begins(String name) {
        return begun.contains(name);
    }

    /** Whether a variable is so called anywhere in the block. */
    boolean assigns(String name) {
        return variables.contains(name) || inner.containsKey(name);
    }

    /** Whether a variable is so called where that node stands. */
    boolean assigns(String name, Object use, FileIndex file) {
        return variables.contains(name) || declares(name, use, file);
    }

    /** Whether a block or loop around the node, within the whole block, has a variable of its own of that name. */
    boolean declares(String name, Object use, FileIndex file) {
        List<Object> scopes = inner.get(name);
        return scopes != null && innermost(scopes, use, file).isPresent();
    }

    private static Optional<Object> innermost(List<Object> scopes, Object use, FileIndex file) {
        for (Optional<Object> at = Optional.of(use); at.isPresent(); at = file.parent(at.get())) {
            Object node = at.get();
            if (scopes.stream().anyMatch(it -> it == node)) {
                return at;
            }
        }
        return Optional.empty();
    }

    /**
     * Functions that are so called where that node stands: those of the innermost block around it that defines one; where no
     * block around it does, all of them, since some languages let functions be seen outside of their block.
     */
    List<Function> functions(String name, Object use, FileIndex file) {
        List<Defined> all = functions.getOrDefault(name, List.of());
        List<Object> scopes = all.stream().flatMap(it -> it.scope().stream()).toList();
        Optional<Object> around = scopes.isEmpty() ? Optional.empty() : innermost(scopes, use, file);
        boolean outside =
                around.isEmpty() && all.stream().anyMatch(it -> it.scope().isEmpty());
        return all.stream()
                .filter(it -> around.isPresent()
                        ? it.scope().filter(scope -> scope == around.get()).isPresent()
                        : !outside || it.scope().isEmpty())
                .map(Defined::function)
                .toList();
    }

    /** The last type of that name. */
    Optional<TypeDeclaration> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
