package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Ahead;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the function in which an expression stands.
 *
 * @param declared names of all functions and variables of the file and of what is imported: those that are called are not
 *     members of the receiver of a block
 * @param known parameters of blocks that are run where they stand, each with what it is
 * @param receivers what {@code this} is in such blocks, the innermost first
 * @param ahead what expressions do ahead of their statements
 */
record KotlinScope(Set<String> declared, Map<String, Expression> known, Deque<Expression> receivers, Ahead ahead) {

    /** That of a whole file. */
    static KotlinScope of(Syntax root, Set<String> imported) {
        Set<String> declared = new HashSet<>(imported);
        collect(root, declared);
        return new KotlinScope(declared, new HashMap<>(), new ArrayDeque<>(), new Ahead());
    }

    /** That of a function in it. */
    KotlinScope inner() {
        return new KotlinScope(declared, new HashMap<>(), new ArrayDeque<>(), new Ahead());
    }

    private static void collect(Syntax node, Set<String> declared) {
        if (node.is("function_declaration", "variable_declaration", "class_parameter", "parameter")) {
            declared.add(KotlinNodes.text(node.first("simple_identifier")));
        }
        node.children().forEach(it -> collect(it, declared));
    }

    /** Whether a name without anything before it can be a member of the receiver of a block. */
    boolean isMember(String name) {
        return !receivers.isEmpty()
                && !declared.contains(name)
                && !known.containsKey(name)
                && !Character.isUpperCase(name.charAt(0))
                && !KotlinBuiltIns.FUNCTIONS.contains(name);
    }
}
