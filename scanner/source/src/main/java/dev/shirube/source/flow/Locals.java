package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a function's body, or a file's, assigns and defines by name; functions inside it have their own. */
final class Locals {

    private final Set<String> assigned = new HashSet<>();
    private final Map<String, List<Function>> functions = new HashMap<>();
    private final Map<String, TypeDeclaration> types = new HashMap<>();

    Locals(Statement.Block body) {
        Deque<Object> open = new ArrayDeque<>();
        open.push(body);
        while (!open.isEmpty()) {
            Object node = open.pop();
            note(node);
            for (Object child : Children.of(node)) {
                if (!(child instanceof Function) && !(child instanceof TypeDeclaration)) {
                    open.push(child);
                }
            }
        }
    }

    private void note(Object node) {
        if (node instanceof Statement.Assign it) {
            targets(it.target());
        } else if (node instanceof Statement.Loop it) {
            it.variable().ifPresent(this::targets);
        } else if (node instanceof Expression.Assigned it) {
            targets(it.target());
        } else if (node instanceof Statement.DefineFunction it) {
            functions
                    .computeIfAbsent(it.function().name(), name -> new ArrayList<>())
                    .add(it.function());
        } else if (node instanceof Statement.DefineType it) {
            types.put(it.type().name(), it.type());
        }
    }

    private void targets(Expression target) {
        if (target instanceof Expression.Name it) {
            assigned.add(it.name());
        } else if (target instanceof Expression.Sequence it) {
            it.elements().forEach(this::targets);
        } else if (target instanceof Expression.Mapping it) {
            it.entries().forEach(entry -> targets(entry.value()));
        } else if (target instanceof Expression.Spread it) {
            targets(it.of());
        } else if (target instanceof Expression.Conditional it) {
            it.outcomes().forEach(this::targets); // with a default
        }
    }

    boolean assigns(String name) {
        return assigned.contains(name);
    }

    List<Function> functions(String name) {
        return functions.getOrDefault(name, List.of());
    }

    Optional<TypeDeclaration> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
