package dev.shirube.source.flow;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which parts of a file each variable can be assigned or changed: gathered once, because a file can be one function of a
 * megabyte, and most of it has nothing to do with a variable.
 */
final class Touching {

    private final Map<Object, Object> parents;
    private final Map<String, List<Object>> assigning = new HashMap<>();
    private final Map<String, List<Object>> changing = new HashMap<>();
    private final Map<String, Set<Object>> toAssigning = new HashMap<>();
    private final Map<String, Set<Object>> toChanging = new HashMap<>();

    /** For the nodes that are noted, once all of them have their parents. */
    Touching(Map<Object, Object> parents) {
        this.parents = parents;
    }

    /** Notes what the node does to variables; called for every node of the file. */
    void note(Object node) {
        if (node instanceof Statement.Assign it) {
            assigns(node, it.target());
        } else if (node instanceof Expression.Assigned it) {
            assigns(node, it.target());
        } else if (node instanceof Statement.Loop it) {
            it.variable().ifPresent(variable -> assigns(node, variable));
        } else if (node instanceof Expression.Call it) {
            for (Expression.Argument argument : it.arguments()) {
                if (Reaching.unwrapped(argument.value()) instanceof Expression.Name name) {
                    mark(assigning, node, name.name()); // the call may fill it
                }
            }
            changes(node, it.callee());
        }
    }

    private void assigns(Object node, Expression target) {
        if (target instanceof Expression.Name it) {
            mark(assigning, node, it.name());
        } else if (target instanceof Expression.Sequence it) {
            it.elements().forEach(part -> assigns(node, part));
        } else if (target instanceof Expression.Mapping it) {
            it.entries().forEach(entry -> assigns(node, entry.value()));
        } else if (target instanceof Expression.Spread it) {
            assigns(node, it.of());
        } else if (target instanceof Expression.Conditional it) {
            it.outcomes().forEach(part -> assigns(node, part));
        } else {
            changes(node, target);
        }
    }

    /** A member or element of the variable is set, or a member of it is called. */
    private void changes(Object node, Expression target) {
        if (target instanceof Expression.Member it && it.object() instanceof Expression.Name name) {
            mark(changing, node, name.name());
        } else if (target instanceof Expression.Index it && it.object() instanceof Expression.Name name) {
            mark(changing, node, name.name());
        } else if (target instanceof Expression.Index it && it.object() instanceof Expression.Index inner) {
            changes(node, inner);
        }
    }

    private static void mark(Map<String, List<Object>> nodes, Object node, String name) {
        nodes.computeIfAbsent(name, it -> new ArrayList<>(2)).add(node);
    }

    /** What assigns the variable, or calls what may. */
    List<Object> assigning(String name) {
        return assigning.getOrDefault(name, List.of());
    }

    /** Whether something in the node can assign the variable. */
    synchronized boolean assignsWithin(Object node, String name) {
        return toAssigning.computeIfAbsent(name, it -> ways(assigning, it)).contains(node);
    }

    /** Whether something in the node can change what the variable holds. */
    synchronized boolean changesWithin(Object node, String name) {
        return toChanging.computeIfAbsent(name, it -> ways(changing, it)).contains(node);
    }

    /** Those nodes, and all that they are in. */
    private Set<Object> ways(Map<String, List<Object>> nodes, String name) {
        Set<Object> found = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object node : nodes.getOrDefault(name, List.of())) {
            Object at = node;
            while (at != null && found.add(at)) {
                at = parents.get(at);
            }
        }
        return found;
    }
}
