package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Ahead;
import dev.shirube.source.tree.Syntax;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the method, or of the body of a class or file, in which an expression stands.
 *
 * @param texts of the file
 * @param variables the names that are no calls
 * @param parent the class above that of the method
 * @param method its name; empty outside of methods
 * @param ahead what expressions do ahead of their statements
 */
record RubyScope(RubyTexts texts, Set<String> variables, Optional<Expression> parent, String method, Ahead ahead) {

    /** That of a whole file. */
    static RubyScope of(Syntax root) {
        return new RubyScope(new RubyTexts(root), RubyLocals.of(root), Optional.empty(), "", new Ahead());
    }

    /** That of the body of a class in it. */
    RubyScope in(Syntax body, Optional<Expression> above) {
        return new RubyScope(texts, RubyLocals.of(body), above, "", new Ahead());
    }

    /** That of a method in it. */
    RubyScope in(Syntax definition, String name) {
        return new RubyScope(texts, RubyLocals.of(definition), parent, name, new Ahead());
    }
}
