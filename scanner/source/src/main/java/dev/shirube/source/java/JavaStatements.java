package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.AssertStatement;
import org.eclipse.jdt.core.dom.Assignment;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.BreakStatement;
import org.eclipse.jdt.core.dom.CatchClause;
import org.eclipse.jdt.core.dom.ConstructorInvocation;
import org.eclipse.jdt.core.dom.ContinueStatement;
import org.eclipse.jdt.core.dom.DoStatement;
import org.eclipse.jdt.core.dom.EnhancedForStatement;
import org.eclipse.jdt.core.dom.ExpressionStatement;
import org.eclipse.jdt.core.dom.ForStatement;
import org.eclipse.jdt.core.dom.IfStatement;
import org.eclipse.jdt.core.dom.LabeledStatement;
import org.eclipse.jdt.core.dom.ReturnStatement;
import org.eclipse.jdt.core.dom.SingleVariableDeclaration;
import org.eclipse.jdt.core.dom.SuperConstructorInvocation;
import org.eclipse.jdt.core.dom.SwitchStatement;
import org.eclipse.jdt.core.dom.SynchronizedStatement;
import org.eclipse.jdt.core.dom.ThrowStatement;
import org.eclipse.jdt.core.dom.TryStatement;
import org.eclipse.jdt.core.dom.Type;
import org.eclipse.jdt.core.dom.TypeDeclarationStatement;
import org.eclipse.jdt.core.dom.VariableDeclaration;
import org.eclipse.jdt.core.dom.VariableDeclarationExpression;
import org.eclipse.jdt.core.dom.VariableDeclarationStatement;
import org.eclipse.jdt.core.dom.WhileStatement;
import org.eclipse.jdt.core.dom.YieldStatement;

/** Statements. */
final class JavaStatements {

    private final JavaLowering java;

    JavaStatements(JavaLowering java) {
        this.java = java;
    }

    Statement.Block block(Block node) {
        return node == null ? Statement.Block.EMPTY : all(node.statements());
    }

    private Statement.Block all(List<?> nodes) {
        List<Statement> statements = new ArrayList<>();
        nodes.forEach(it -> statements.add(of((org.eclipse.jdt.core.dom.Statement) it)));
        return new Statement.Block(statements);
    }

    Statement of(org.eclipse.jdt.core.dom.Statement node) {
        Place place = java.place(node);
        if (node instanceof ExpressionStatement it) {
            return evaluated(it.getExpression());
        } else if (node instanceof VariableDeclarationStatement it) {
            List<Statement> all = declared(it.getType(), it.fragments());
            return all.size() == 1 ? all.get(0) : new Statement.Block(all);
        } else if (node instanceof Block it) {
            return block(it);
        } else if (node instanceof IfStatement it) {
            return new Statement.Branch(
                    place,
                    java.expression(it.getExpression()),
                    body(it.getThenStatement()),
                    it.getElseStatement() == null ? Statement.Block.EMPTY : body(it.getElseStatement()));
        } else if (node instanceof ReturnStatement it) {
            return new Statement.Return(
                    place, Optional.ofNullable(it.getExpression()).map(java::expression));
        } else if (node instanceof YieldStatement it) {
            return new Statement.Return(place, Optional.of(java.expression(it.getExpression())));
        } else if (node instanceof ThrowStatement it) {
            return new Statement.Leave(place, List.of(java.expression(it.getExpression())));
        } else if (node instanceof BreakStatement || node instanceof ContinueStatement) {
            return new Statement.Leave(place, List.of());
        } else if (node instanceof SwitchStatement it) {
            return java.switches().of(it);
        } else if (node instanceof TryStatement it) {
            return attempt(it, place);
        } else if (node instanceof LabeledStatement it) {
            return of(it.getBody());
        } else if (node instanceof SynchronizedStatement it) {
            return new Statement.Block(
                    List.of(new Statement.Evaluate(java.expression(it.getExpression())), block(it.getBody())));
        }
        return further(node, place);
    }

    private Statement further(org.eclipse.jdt.core.dom.Statement node, Place place) {
        if (node instanceof WhileStatement it) {
            return loop(place, List.of(java.expression(it.getExpression())), it.getBody());
        } else if (node instanceof DoStatement it) {
            return loop(place, List.of(java.expression(it.getExpression())), it.getBody());
        } else if (node instanceof ForStatement it) {
            return counting(it, place);
        } else if (node instanceof EnhancedForStatement it) {
            return each(it, place);
        } else if (node instanceof ConstructorInvocation it) {
            return new Statement.Evaluate(java.calls().ofThis(it));
        } else if (node instanceof SuperConstructorInvocation it) {
            return new Statement.Evaluate(java.calls().ofSuperclass(it));
        } else if (node instanceof TypeDeclarationStatement it) {
            return new Statement.DefineType(java.declarations().type(it.getDeclaration()));
        } else if (node instanceof AssertStatement it) {
            List<Expression> parts = new ArrayList<>(List.of(java.expression(it.getExpression())));
            if (it.getMessage() != null) {
                parts.add(java.expression(it.getMessage()));
            }
            return new Statement.Evaluate(new Expression.Other(place, parts));
        }
        return Statement.Block.EMPTY; // an empty statement
    }

    /** An expression for what it does. */
    Statement evaluated(org.eclipse.jdt.core.dom.Expression node) {
        if (node instanceof Assignment it) {
            return new Statement.Assign(
                    java.place(it),
                    java.target(it.getLeftHandSide()),
                    Optional.empty(),
                    Optional.of(java.assigned(it)),
                    false);
        } else if (node instanceof VariableDeclarationExpression it) {
            return new Statement.Block(declared(it.getType(), it.fragments()));
        }
        return new Statement.Evaluate(java.expression(node));
    }

    private List<Statement> evaluated(List<?> nodes) {
        List<Statement> all = new ArrayList<>();
        nodes.forEach(it -> all.add(evaluated((org.eclipse.jdt.core.dom.Expression) it)));
        return all;
    }

    private Statement.Block body(org.eclipse.jdt.core.dom.Statement node) {
        return node instanceof Block it ? block(it) : new Statement.Block(List.of(of(node)));
    }

    private List<Statement> declared(Type type, List<?> fragments) {
        List<Statement> all = new ArrayList<>();
        for (Object each : fragments) {
            VariableDeclaration variable = (VariableDeclaration) each;
            all.add(declared(
                    type,
                    variable,
                    Optional.ofNullable(variable.getInitializer()).map(java::expression)));
        }
        return all;
    }

    private Statement declared(Type type, VariableDeclaration variable, Optional<Expression> value) {
        return new Statement.Assign(
                java.place(variable), variable(variable), java.names().declared(type), value, true);
    }

    private Expression variable(VariableDeclaration variable) {
        return new Expression.Name(
                java.place(variable.getName()), variable.getName().getIdentifier());
    }

    private Statement loop(Place place, List<Expression> head, org.eclipse.jdt.core.dom.Statement body) {
        return new Statement.Loop(
                place,
                Optional.empty(),
                Optional.empty(),
                new Statement.Block(
                        head.stream().<Statement>map(Statement.Evaluate::new).toList()),
                body(body));
    }

    private Statement counting(ForStatement node, Place place) {
        List<Statement> all = new ArrayList<>();
        all.addAll(evaluated(node.initializers()));
        List<Statement> head = new ArrayList<>();
        if (node.getExpression() != null) {
            head.add(new Statement.Evaluate(java.expression(node.getExpression())));
        }
        head.addAll(evaluated(node.updaters()));
        all.add(new Statement.Loop(
                place, Optional.empty(), Optional.empty(), new Statement.Block(head), body(node.getBody())));
        return new Statement.Block(all);
    }

    private Statement each(EnhancedForStatement node, Place place) {
        SingleVariableDeclaration variable = node.getParameter();
        return new Statement.Loop(
                place,
                Optional.of(variable(variable)),
                Optional.of(java.expression(node.getExpression())),
                new Statement.Block(List.of(declared(variable.getType(), variable, Optional.empty()))),
                body(node.getBody()));
    }

    private Statement attempt(TryStatement node, Place place) {
        List<Statement> body = new ArrayList<>();
        body.addAll(evaluated(node.resources()));
        body.addAll(block(node.getBody()).statements());
        List<Statement.Block> handlers = new ArrayList<>();
        for (Object each : node.catchClauses()) {
            CatchClause clause = (CatchClause) each;
            List<Statement> handler = new ArrayList<>();
            handler.add(declared(
                    clause.getException().getType(), clause.getException(), Optional.of(nothingKnown(clause))));
            handler.addAll(block(clause.getBody()).statements());
            handlers.add(new Statement.Block(handler));
        }
        return new Statement.Attempt(place, new Statement.Block(body), handlers, block(node.getFinally()));
    }

    private Expression nothingKnown(ASTNode node) {
        return new Expression.Other(java.place(node), List.of());
    }
}
