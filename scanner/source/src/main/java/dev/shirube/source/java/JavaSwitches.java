package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.BreakStatement;
import org.eclipse.jdt.core.dom.ContinueStatement;
import org.eclipse.jdt.core.dom.GuardedPattern;
import org.eclipse.jdt.core.dom.IfStatement;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.Pattern;
import org.eclipse.jdt.core.dom.PatternInstanceofExpression;
import org.eclipse.jdt.core.dom.ReturnStatement;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.SwitchCase;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.SwitchStatement;
import org.eclipse.jdt.core.dom.ThrowStatement;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypePattern;
import org.eclipse.jdt.core.dom.YieldStatement;

/** {@code switch} as a statement and as an expression, and patterns. */
final class JavaSwitches {

    private final JavaLowering java;

    JavaSwitches(JavaLowering java) {
        this.java = java;
    }

    Statement of(SwitchStatement node) {
        return select(node, node.getExpression(), node.statements(), false);
    }

    /** A choice of values; where statements lead to one, a function that is called on the spot. */
    Expression of(SwitchExpression node) {
        Place place = java.place(node);
        List<Expression> outcomes = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        others.add(java.expression(node.getExpression()));
        for (Object each : node.statements()) {
            if (each instanceof SwitchCase label) {
                others.addAll(labels(label));
            } else if (each instanceof YieldStatement value && value.isImplicit()) {
                outcomes.add(java.expression(value.getExpression()));
            } else if (each instanceof ThrowStatement thrown) {
                others.add(java.expression(thrown.getExpression()));
            } else {
                return called(node, place);
            }
        }
        return new Expression.Conditional(place, Optional.of(new Expression.Other(place, others)), outcomes);
    }

    private Expression called(SwitchExpression node, Place place) {
        Statement body = select(node, node.getExpression(), node.statements(), true);
        Function function = new Function(place, "", List.of(), Optional.empty(), new Statement.Block(List.of(body)));
        return new Expression.Call(place, new Expression.Lambda(place, function), List.of(), false);
    }

    private Statement select(
            ASTNode node, org.eclipse.jdt.core.dom.Expression subject, List<?> statements, boolean value) {
        List<Statement.Case> cases = new ArrayList<>();
        boolean exhaustive = value;
        int i = 0;
        while (i < statements.size()) {
            List<Expression> labels = new ArrayList<>();
            boolean rule = false;
            while (i < statements.size() && statements.get(i) instanceof SwitchCase label) {
                exhaustive |= label.isDefault();
                rule = label.isSwitchLabeledRule();
                labels.addAll(labels(label));
                i++;
            }
            int end = i;
            while (end < statements.size() && !(statements.get(end) instanceof SwitchCase)) {
                end++;
            }
            List<?> body = statements.subList(i, end);
            boolean through = !rule && end < statements.size() && (body.isEmpty() || !leaves(body));
            cases.add(new Statement.Case(List.of(), body(labels, body, value), through));
            i = end;
        }
        return new Statement.Select(java.place(node), java.expression(subject), cases, exhaustive);
    }

    private Statement.Block body(List<Expression> labels, List<?> statements, boolean value) {
        List<Statement> all = new ArrayList<>();
        labels.forEach(it -> all.add(new Statement.Evaluate(it)));
        all.addAll(group(statements, value));
        return new Statement.Block(all);
    }

    /**
     * The statements of a case. What {@code break} leaves is the rest of the case: after {@code if (c) break;} it is put
     * into the other branch.
     */
    private List<Statement> group(List<?> statements, boolean value) {
        List<Statement> all = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            ASTNode statement = (ASTNode) statements.get(i);
            if (statement instanceof BreakStatement it && it.getLabel() == null) {
                return all;
            } else if (statement instanceof Block block && endsByBreak(block)) {
                all.addAll(group(block.statements(), value));
                return all;
            } else if (statement instanceof IfStatement choice && endsByBreak(choice.getThenStatement())) {
                List<Statement> rest = new ArrayList<>();
                if (choice.getElseStatement() != null) {
                    rest.addAll(group(List.of(choice.getElseStatement()), value));
                }
                rest.addAll(group(statements.subList(i + 1, statements.size()), value));
                all.add(new Statement.Branch(
                        java.place(choice),
                        java.expression(choice.getExpression()),
                        new Statement.Block(group(List.of(choice.getThenStatement()), value)),
                        new Statement.Block(rest)));
                return all;
            } else if (statement instanceof YieldStatement it && it.isImplicit() && !value) {
                all.add(java.statements().evaluated(it.getExpression()));
            } else {
                all.add(java.statements().of((org.eclipse.jdt.core.dom.Statement) statement));
            }
        }
        return all;
    }

    private static boolean endsByBreak(ASTNode statement) {
        ASTNode last = last(statement);
        return last instanceof BreakStatement it && it.getLabel() == null;
    }

    private static boolean leaves(List<?> statements) {
        ASTNode last = last((ASTNode) statements.get(statements.size() - 1));
        return last instanceof BreakStatement
                || last instanceof ReturnStatement
                || last instanceof ThrowStatement
                || last instanceof ContinueStatement
                || last instanceof YieldStatement it && !it.isImplicit();
    }

    private static ASTNode last(ASTNode statement) {
        ASTNode last = statement;
        while (last instanceof Block block && !block.statements().isEmpty()) {
            last = (ASTNode) block.statements().get(block.statements().size() - 1);
        }
        return last;
    }

    /** What a label does: the types that its patterns ask for. Mere constants do nothing. */
    private List<Expression> labels(SwitchCase label) {
        List<Expression> all = new ArrayList<>();
        for (Object each : label.expressions()) {
            if (each instanceof Pattern pattern) {
                all.addAll(patterns(pattern, new Expression.Other(java.place(pattern), List.of())));
            } else if (!(each instanceof Name)) {
                all.add(java.expression((org.eclipse.jdt.core.dom.Expression) each));
            }
        }
        return all;
    }

    /** The variables that patterns bind, each as a cast to its type, and the conditions in them. */
    List<Expression> patterns(ASTNode node, Expression subject) {
        List<SingleVariableDeclaration> variables = new ArrayList<>();
        List<Expression> all = new ArrayList<>();
        node.accept(new ASTVisitor() {
            @Override
            public boolean visit(SingleVariableDeclaration variable) {
                if (variable.getParent() instanceof TypePattern
                        || variable.getParent() instanceof PatternInstanceofExpression) {
                    variables.add(variable);
                }
                return false;
            }

            @Override
            public void endVisit(GuardedPattern pattern) {
                all.add(java.expression(pattern.getExpression()));
            }
        });
        boolean single = variables.size() == 1 && isWhole(variables.get(0), node);
        if (!single) {
            all.add(0, subject);
        }
        for (SingleVariableDeclaration variable : variables) {
            Place place = java.place(variable);
            Type type = variable.getType();
            Expression value = single ? subject : new Expression.Other(place, List.of());
            Expression bound = type == null || type.isVar()
                    ? value
                    : new Expression.Cast(place, Optional.of(java.names().of(type)), value);
            all.add(
                    0,
                    new Expression.Assigned(
                            place, new Expression.Name(place, variable.getName().getIdentifier()), bound));
        }
        return all;
    }

    /** Whether the variable is all that is matched, and not a part of it. */
    private static boolean isWhole(SingleVariableDeclaration variable, ASTNode node) {
        ASTNode at = variable.getParent();
        while (at != node && at instanceof Pattern && !(at instanceof org.eclipse.jdt.core.dom.RecordPattern)) {
            at = at.getParent();
        }
        return at == node && !(at instanceof org.eclipse.jdt.core.dom.RecordPattern);
    }
}
