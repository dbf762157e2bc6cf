package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Ahead;
import dev.shirube.source.tree.Syntax;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the method, or of the body of a class or file, in which an expression stands.
 *
 * @param texts of the file
 * @param methods names of the methods at the top of the file
 * @param variables the names that are no calls
 * @param owner name of the class or module; empty outside of them
 * @param parent the class above that of the method
 * @param inherits whether there may be methods in the class that are written elsewhere
 * @param method its name; empty outside of methods
 * @param ahead what expressions do ahead of their statements
 */
record RubyScope(
        RubyTexts texts,
        Set<String> methods,
        Set<String> variables,
        String owner,
        Optional<Expression> parent,
        boolean inherits,
        String method,
        Ahead ahead) {

    /** That of a whole file. */
    static RubyScope of(Syntax root) {
        Set<String> methods = new HashSet<>();
        collect(root, methods);
        return new RubyScope(
                new RubyTexts(root), methods, RubyLocals.of(root), "", Optional.empty(), false, "", new Ahead());
    }

    private static void collect(Syntax node, Set<String> methods) {
        if (node.is("class", "module")) {
            return;
        } else if (node.is("method", "singleton_method")) {
            node.get("name").ifPresent(it -> methods.add(it.text()));
        }
        node.children().forEach(it -> collect(it, methods));
    }

    /** That of the body of a class in it. */
    RubyScope in(Syntax body, String name, Optional<Expression> above, boolean mixed) {
        Set<String> locals = RubyLocals.of(body);
        return new RubyScope(texts, methods, locals, name, above, mixed || above.isPresent(), "", new Ahead());
    }

    /** That of a method in it. */
    RubyScope in(Syntax definition, String name) {
        Set<String> locals = RubyLocals.of(definition);
        return new RubyScope(texts, methods, locals, owner, parent, inherits, name, new Ahead());
    }

    /** Whether a method that is called by its mere name can be one of the class above. */
    boolean isInherited(String name) {
        return inherits && !methods.contains(name) && !Character.isUpperCase(name.charAt(0));
    }
}
