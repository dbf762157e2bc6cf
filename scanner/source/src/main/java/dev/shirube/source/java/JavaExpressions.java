package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.core.dom.ASTNode;
import org.eclipse.jdt.core.dom.ArrayAccess;
import org.eclipse.jdt.core.dom.ArrayCreation;
import org.eclipse.jdt.core.dom.ArrayInitializer;
import org.eclipse.jdt.core.dom.Assignment;
import org.eclipse.jdt.core.dom.Block;
import org.eclipse.jdt.core.dom.CastExpression;
import org.eclipse.jdt.core.dom.ConditionalExpression;
import org.eclipse.jdt.core.dom.FieldAccess;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.InstanceofExpression;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.ParenthesizedExpression;
import org.eclipse.jdt.core.dom.PatternInstanceofExpression;
import org.eclipse.jdt.core.dom.PostfixExpression;
import org.eclipse.jdt.core.dom.PrefixExpression;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.StructuralPropertyDescriptor;
import org.eclipse.jdt.core.dom.SuperFieldAccess;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.ThisExpression;
import org.eclipse.jdt.core.dom.VariableDeclarationExpression;

/** Expressions other than calls. */
final class JavaExpressions {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("+", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("<<", Operator.SHIFT_LEFT),
            Map.entry("|", Operator.BIT_OR),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("&&", Operator.AND),
            Map.entry("||", Operator.OR));

    private final JavaLowering java;

    JavaExpressions(JavaLowering java) {
        this.java = java;
    }

    Expression of(org.eclipse.jdt.core.dom.Expression node) {
        Place place = java.place(node);
        Optional<Expression> literal = JavaLiterals.of(node, place);
        if (literal.isPresent()) {
            return literal.get();
        } else if (node instanceof Name name) {
            return java.names().of(name);
        } else if (node instanceof ParenthesizedExpression it) {
            return of(it.getExpression());
        } else if (node instanceof CastExpression it) {
            return new Expression.Cast(place, Optional.of(java.names().of(it.getType())), of(it.getExpression()));
        } else if (node instanceof ThisExpression it) {
            return it.getQualifier() == null
                    ? new Expression.This(place)
                    : java.names().of(it.getQualifier());
        } else if (node instanceof FieldAccess it) {
            return member(it, of(it.getExpression()), it.getName());
        } else if (node instanceof SuperFieldAccess it) {
            return member(it, new Expression.This(place), it.getName());
        } else if (node instanceof InfixExpression it) {
            return infix(it, place);
        } else if (node instanceof PrefixExpression it) {
            return prefix(it, place);
        } else if (node instanceof PostfixExpression it) {
            return counted(it.getOperand(), place);
        } else if (node instanceof ConditionalExpression it) {
            return new Expression.Conditional(
                    place,
                    Optional.of(of(it.getExpression())),
                    List.of(of(it.getThenExpression()), of(it.getElseExpression())));
        } else if (node instanceof Assignment it) {
            return new Expression.Assigned(place, target(it.getLeftHandSide()), assigned(it));
        } else if (node instanceof ArrayAccess it) {
            return new Expression.Index(place, of(it.getArray()), of(it.getIndex()));
        } else if (node instanceof LambdaExpression it) {
            return lambda(it, place);
        } else if (node instanceof SwitchExpression it) {
            return java.switches().of(it);
        }
        return further(node, place);
    }

    private Expression further(org.eclipse.jdt.core.dom.Expression node, Place place) {
        if (node instanceof ArrayCreation it) {
            return array(it, place);
        } else if (node instanceof ArrayInitializer it) {
            return initializer(it, Arrays.mayBeTold(it));
        } else if (node instanceof InstanceofExpression it) {
            Expression type = java.names().of(it.getRightOperand());
            return new Expression.Other(
                    place, List.of(new Expression.Cast(place, Optional.of(type), of(it.getLeftOperand()))));
        } else if (node instanceof PatternInstanceofExpression it) {
            List<Expression> parts = new ArrayList<>();
            parts.addAll(java.switches().patterns(it, of(it.getLeftOperand())));
            return new Expression.Other(place, parts);
        } else if (node instanceof VariableDeclarationExpression) {
            return new Expression.Other(place, List.of());
        }
        return java.calls().of(node).orElseGet(() -> other(node, place));
    }

    /** What is of no kind that we know, with the expressions in it. */
    private Expression other(ASTNode node, Place place) {
        List<Expression> parts = new ArrayList<>();
        for (Object each : node.structuralPropertiesForType()) {
            Object value = node.getStructuralProperty((StructuralPropertyDescriptor) each);
            for (Object part : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
                if (part instanceof org.eclipse.jdt.core.dom.Expression expression
                        && !(part instanceof org.eclipse.jdt.core.dom.Annotation)) {
                    parts.add(of(expression));
                }
            }
        }
        return new Expression.Other(place, parts);
    }

    private Expression member(ASTNode whole, Expression object, SimpleName name) {
        return new Expression.Member(java.file().placeAt(whole, name), object, name.getIdentifier());
    }

    private Expression infix(InfixExpression node, Place place) {
        List<Expression> operands = new ArrayList<>();
        operands.add(of(node.getLeftOperand()));
        operands.add(of(node.getRightOperand()));
        operands.addAll(java.expressions(node.extendedOperands()));
        Operator operator = OPERATORS.getOrDefault(node.getOperator().toString(), Operator.OTHER);
        return new Expression.Operation(place, operator, operands);
    }

    private Expression prefix(PrefixExpression node, Place place) {
        PrefixExpression.Operator operator = node.getOperator();
        if (operator == PrefixExpression.Operator.NOT) {
            return new Expression.Operation(place, Operator.NOT, List.of(of(node.getOperand())));
        } else if (operator == PrefixExpression.Operator.PLUS) {
            return of(node.getOperand());
        } else if (operator == PrefixExpression.Operator.MINUS) {
            Expression operand = of(node.getOperand());
            return operand instanceof Expression.Whole number
                    ? new Expression.Whole(place, -number.value())
                    : new Expression.Operation(place, Operator.OTHER, List.of(operand));
        } else if (operator == PrefixExpression.Operator.COMPLEMENT) {
            return new Expression.Operation(place, Operator.OTHER, List.of(of(node.getOperand())));
        }
        return counted(node.getOperand(), place);
    }

    /** {@code i++}: whatever it was, it is another number now. */
    private Expression counted(org.eclipse.jdt.core.dom.Expression operand, Place place) {
        return new Expression.Assigned(place, target(operand), new Expression.Other(place, List.of()));
    }

    /** What is assigned to. */
    Expression target(org.eclipse.jdt.core.dom.Expression node) {
        if (node instanceof ParenthesizedExpression it) {
            return target(it.getExpression());
        }
        return node instanceof SimpleName name ? java.names().target(name) : of(node);
    }

    /** What an assignment assigns; of {@code x += y} the sum. */
    Expression assigned(Assignment node) {
        Expression value = of(node.getRightHandSide());
        if (node.getOperator() == Assignment.Operator.ASSIGN) {
            return value;
        }
        String operator = node.getOperator().toString();
        return new Expression.Operation(
                java.place(node),
                OPERATORS.getOrDefault(operator.substring(0, operator.length() - 1), Operator.OTHER),
                List.of(of(node.getLeftHandSide()), value));
    }

    private Expression array(ArrayCreation node, Place place) {
        if (node.getInitializer() == null) {
            return new Expression.Other(place, java.expressions(node.dimensions()));
        }
        return initializer(node.getInitializer(), Arrays.mayBeTold(node));
    }

    /** What is in an array of bytes or characters may be a key or a password. */
    private Expression initializer(ArrayInitializer node, boolean objects) {
        List<Expression> elements = java.expressions(node.expressions());
        Place place = java.place(node);
        return objects ? new Expression.Sequence(place, elements) : new Expression.Other(place, elements);
    }

    private Expression lambda(LambdaExpression node, Place place) {
        Statement.Block body = node.getBody() instanceof Block block
                ? java.statements().block(block)
                : returned((org.eclipse.jdt.core.dom.Expression) node.getBody());
        return new Expression.Lambda(
                place,
                new Function(place, "", java.declarations().parameters(node.parameters()), Optional.empty(), body));
    }

    private Statement.Block returned(org.eclipse.jdt.core.dom.Expression value) {
        return new Statement.Block(
                List.of(new Statement.Return(java.place(value), Optional.of(java.expression(value)))));
    }
}
