package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.CatchClause;
import org.eclipse.jdt.core.dom.DoStatement;
import org.eclipse.jdt.core.dom.EnhancedForStatement;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.ForStatement;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.SwitchStatement;
import org.eclipse.jdt.core.dom.TryStatement;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.WhileStatement;

/**
 * Which assignments of a local variable can be the last one before a place: reaching definitions, walked backwards over
 * the syntax. Assignments that are certainly overwritten are left out; where the walk is not sure, one is kept.
 *
 * @param values expressions that may be in the variable
 * @param open why other values may be as well, in one word; nothing when there are none
 */
record Reaching(List<Expression> values, Optional<String> open) {

    Reaching {
        values = List.copyOf(values);
    }

    /** The assignments that reach that use of the declared variable. */
    static Reaching at(SimpleName use, VariableDeclaration declaration) {
        Walk walk = new Walk(declaration);
        walk.back(use);
        Assignments found = walk.found;
        return new Reaching(found.values(), found.open());
    }

    private static final class Walk {
        private final VariableDeclaration declaration;
        private final Effects effects;
        private final Assignments found = new Assignments();

        Walk(VariableDeclaration declaration) {
            this.declaration = declaration;
            this.effects = new Effects(declaration);
        }

        void back(ASTNode use) {
            for (ASTNode node = use; node.getParent() != null; node = node.getParent()) {
                if (node == declaration.getParent() || within(node.getParent(), node)) {
                    declared();
                    return;
                }
            }
        }

        /** Looks at what runs before the node within its parent; whether nothing before that can reach it. */
        private boolean within(ASTNode parent, ASTNode node) {
            if (isLoop(parent)) {
                found.add(effects.anywhere(parent)); // by way of an earlier round
            } else if (parent instanceof TryStatement statement && node != statement.getBody()) {
                before(statement, node);
            }
            List<?> statements = statements(parent);
            int index = statements.indexOf(node);
            if (index >= 0 && effects.before(statements, index, found)) {
                return true;
            }
            return declares(parent);
        }

        private void before(TryStatement statement, ASTNode node) {
            boolean handler = node instanceof CatchClause || node == statement.getFinally();
            if (handler) {
                found.add(effects.anywhere(statement.getBody()));
            }
            if (node == statement.getFinally()) {
                for (Object clause : statement.catchClauses()) {
                    found.add(effects.anywhere((ASTNode) clause));
                }
            }
        }

        /** Whether the variable is declared in the head of that construct: no assignment is before it. */
        private boolean declares(ASTNode construct) {
            ASTNode parent = declaration.getParent();
            return parent == construct || parent.getParent() == construct && !(construct instanceof Block);
        }

        private void declared() {
            if (found.overwritten()) {
                return;
            }
            if (Declarations.isParameter(declaration)) {
                found.open("entry-param");
            } else if (Declarations.isBoundByConstruct(declaration)) {
                found.open(declaration.getParent() instanceof EnhancedForStatement ? "collection" : "exception");
            } else if (declaration.getInitializer() != null) {
                found.value(declaration.getInitializer());
            }
        }

        private static boolean isLoop(ASTNode node) {
            return node instanceof ForStatement
                    || node instanceof WhileStatement
                    || node instanceof DoStatement
                    || node instanceof EnhancedForStatement;
        }

        private static List<?> statements(ASTNode node) {
            if (node instanceof Block block) {
                return block.statements();
            } else if (node instanceof SwitchStatement statement) {
                return statement.statements();
            } else if (node instanceof SwitchExpression expression) {
                return expression.statements();
            }
            return List.of();
        }
    }

    /** Assignments as they are gathered, and whether the walk came upon one that overwrites all before it. */
    static final class Assignments {
        private final List<Expression> values = new ArrayList<>();
        private String open = "";
        private boolean overwritten;

        void value(Expression expression) {
            if (!values.contains(expression)) {
                values.add(expression);
            }
        }

        void open(String reason) {
            open = open.isEmpty() ? reason : open;
        }

        void overwrite() {
            overwritten = true;
        }

        boolean overwritten() {
            return overwritten;
        }

        void add(Assignments other) {
            other.values.forEach(this::value);
            if (!other.open.isEmpty()) {
                open(other.open);
            }
        }

        List<Expression> values() {
            return values;
        }

        Optional<String> open() {
            return open.isEmpty() ? Optional.empty() : Optional.of(open);
        }
    }
}
