package dev.shirube.source.java;

import dev.shirube.source.java.Reaching.Assignments;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.ArrayAccess;
import org.eclipse.jdt.core.dom.Assignment;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.BreakStatement;
import org.eclipse.jdt.core.dom.CatchClause;
import org.eclipse.jdt.core.dom.ContinueStatement;
import org.eclipse.jdt.core.dom.DoStatement;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.ExpressionStatement;
import org.eclipse.jdt.core.dom.IfStatement;
import org.eclipse.jdt.core.dom.LabeledStatement;
import org.eclipse.jdt.core.dom.PostfixExpression;
import org.eclipse.jdt.core.dom.PrefixExpression;
import org.eclipse.jdt.core.dom.ReturnStatement;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SwitchCase;
import org.eclipse.jdt.core.dom.SwitchStatement;
import org.eclipse.jdt.core.dom.SynchronizedStatement;
import org.eclipse.jdt.core.dom.ThrowStatement;
import org.eclipse.jdt.core.dom.TryStatement;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.YieldStatement;

/** What statements do to one local variable. */
final class Effects {

    private final VariableDeclaration declaration;
    private final String name;

    Effects(VariableDeclaration declaration) {
        this.declaration = declaration;
        this.name = declaration.getName().getIdentifier();
    }

    /**
     * Adds what the statements before that index may leave in the variable, nearest first.
     *
     * @return whether one of them certainly overwrites it, or declares it
     */
    boolean before(List<?> statements, int index, Assignments found) {
        for (int i = index - 1; i >= 0; i--) {
            ASTNode statement = (ASTNode) statements.get(i);
            if (statement instanceof SwitchCase && (i == 0 || leaves((ASTNode) statements.get(i - 1)))) {
                return false;
            }
            if (statement == declaration.getParent()) {
                return true;
            }
            Assignments effect = of(statement);
            found.add(effect);
            if (effect.overwritten()) {
                found.overwrite();
                return true;
            }
        }
        return false;
    }

    /** Every assignment in the node, each of which may or may not run. */
    Assignments anywhere(ASTNode node) {
        Assignments found = new Assignments();
        node.accept(new Gather(found));
        return found;
    }

    private Assignments of(ASTNode statement) {
        if (evaluated(statement) instanceof Assignment assignment && isVariable(assignment.getLeftHandSide())) {
            Assignments found = anywhere(statement);
            if (assignment.getOperator() == Assignment.Operator.ASSIGN) {
                found.overwrite();
            }
            return found;
        } else if (statement instanceof Block block) {
            Assignments found = new Assignments();
            before(block.statements(), block.statements().size(), found);
            return found;
        } else if (statement instanceof IfStatement choice && choice.getElseStatement() != null) {
            return branches(List.of(choice.getThenStatement(), choice.getElseStatement()), true);
        } else if (statement instanceof IfStatement choice && quits(choice.getThenStatement())) {
            return new Assignments();
        } else if (statement instanceof LabeledStatement labelled) {
            return of(labelled.getBody());
        } else if (statement instanceof SynchronizedStatement locked) {
            return of(locked.getBody());
        } else if (statement instanceof DoStatement loop) {
            return of(loop.getBody());
        } else if (statement instanceof TryStatement attempt) {
            return attempt(attempt);
        } else if (statement instanceof SwitchStatement choice) {
            return choice(choice);
        }
        return anywhere(statement);
    }

    /** What a statement evaluates and nothing else; JDT shows what is after the arrow of a case as a yield. */
    private static Expression evaluated(ASTNode statement) {
        if (statement instanceof YieldStatement yield) {
            return yield.getExpression();
        }
        return statement instanceof ExpressionStatement simple ? simple.getExpression() : null;
    }

    private Assignments branches(List<? extends ASTNode> branches, boolean exhaustive) {
        Assignments all = new Assignments();
        boolean overwritten = exhaustive;
        for (ASTNode branch : branches) {
            if (!quits(branch)) {
                Assignments effect = of(branch);
                all.add(effect);
                overwritten &= effect.overwritten();
            }
        }
        if (overwritten) {
            all.overwrite();
        }
        return all;
    }

    /** The body may stop anywhere and go on in a handler; only what both overwrite is overwritten. */
    private Assignments attempt(TryStatement statement) {
        List<ASTNode> ways = new ArrayList<>();
        ways.add(statement.getBody());
        boolean caught = false;
        for (Object clause : statement.catchClauses()) {
            ASTNode handler = ((CatchClause) clause).getBody();
            ways.add(handler);
            caught |= !quits(handler);
        }
        Assignments found = branches(ways, true);
        if (caught) {
            found.add(anywhere(statement.getBody()));
        }
        if (statement.getFinally() != null) {
            Assignments last = of(statement.getFinally());
            found.add(last);
            if (last.overwritten()) {
                return last;
            }
        }
        return found;
    }

    private Assignments choice(SwitchStatement statement) {
        List<?> statements = statement.statements();
        Assignments all = new Assignments();
        boolean exhaustive = false;
        boolean overwritten = true;
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i) instanceof SwitchCase label) {
                exhaustive |= label.isDefault();
                continue;
            }
            boolean ends = i + 1 == statements.size() || statements.get(i + 1) instanceof SwitchCase;
            if (ends && !quits((ASTNode) statements.get(i))) {
                Assignments group = new Assignments();
                before(statements, i + 1, group);
                all.add(group);
                overwritten &= group.overwritten() || fallsThrough(statements, i);
            }
        }
        if (exhaustive && overwritten) {
            all.overwrite();
        }
        return all;
    }

    private static boolean fallsThrough(List<?> statements, int index) {
        return index + 1 < statements.size() && !leaves((ASTNode) statements.get(index));
    }

    /** Whether what follows the statement in its method is not reached by way of it. */
    private static boolean quits(ASTNode statement) {
        if (statement instanceof Block block) {
            List<?> statements = block.statements();
            return !statements.isEmpty() && quits((ASTNode) statements.get(statements.size() - 1));
        }
        return statement instanceof ReturnStatement || statement instanceof ThrowStatement;
    }

    /** Whether the next case label is not reached by way of the statement; an arrow's body never falls through. */
    private static boolean leaves(ASTNode statement) {
        if (statement.getParent() instanceof SwitchStatement choice) {
            int index = choice.statements().indexOf(statement);
            if (index > 0
                    && choice.statements().get(index - 1) instanceof SwitchCase label
                    && label.isSwitchLabeledRule()) {
                return true;
            }
        }
        ASTNode last = statement;
        while (last instanceof Block block && !block.statements().isEmpty()) {
            last = (ASTNode) block.statements().get(block.statements().size() - 1);
        }
        return quits(last)
                || last instanceof BreakStatement
                || last instanceof ContinueStatement
                || last instanceof YieldStatement;
    }

    private boolean isVariable(Expression expression) {
        return expression instanceof SimpleName simple && simple.getIdentifier().equals(name);
    }

    /** Gathers assignments; other classes and lambdas cannot assign to a local variable of the method around them. */
    private final class Gather extends ASTVisitor {
        private final Assignments found;

        Gather(Assignments found) {
            this.found = found;
        }

        @Override
        public boolean visit(Assignment assignment) {
            Expression target = assignment.getLeftHandSide();
            if (isVariable(target)) {
                if (assignment.getOperator() == Assignment.Operator.ASSIGN) {
                    found.value(assignment.getRightHandSide());
                } else {
                    found.open("computation");
                }
            } else if (target instanceof ArrayAccess access && isVariable(access.getArray())) {
                found.open("array");
            }
            return true;
        }

        @Override
        public boolean visit(PostfixExpression expression) {
            return counted(expression.getOperand());
        }

        @Override
        public boolean visit(PrefixExpression expression) {
            boolean changes = expression.getOperator() == PrefixExpression.Operator.INCREMENT
                    || expression.getOperator() == PrefixExpression.Operator.DECREMENT;
            return !changes || counted(expression.getOperand());
        }

        private boolean counted(Expression operand) {
            if (isVariable(operand)) {
                found.open("computation");
            }
            return true;
        }

        @Override
        public boolean visit(AnonymousClassDeclaration type) {
            return false;
        }
    }
}
