package dev.shirube.source.java;

import dev.shirube.catalogue.ArgumentValue;
import dev.shirube.catalogue.ArgumentValue.Constants;
import dev.shirube.catalogue.ArgumentValue.Elements;
import dev.shirube.catalogue.SiteUnion;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jdt.core.dom.ArrayCreation;
import org.eclipse.jdt.core.dom.ArrayInitializer;
import org.eclipse.jdt.core.dom.Assignment;
import org.eclipse.jdt.core.dom.CastExpression;
import org.eclipse.jdt.core.dom.CharacterLiteral;
import org.eclipse.jdt.core.dom.ConditionalExpression;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.FieldAccess;
import org.eclipse.jdt.core.dom.InfixExpression;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.MethodReference;
import org.eclipse.jdt.core.dom.Name;
import org.eclipse.jdt.core.dom.NullLiteral;
import org.eclipse.jdt.core.dom.ParenthesizedExpression;
import org.eclipse.jdt.core.dom.SimpleName;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.ThisExpression;
import org.eclipse.jdt.core.dom.VariableDeclaration;

/** What is known of an expression's value within its method: the same steps that the bytecode scanner follows. */
final class Values {

    private static final int DEEPEST = 24;
    private static final int MOST_CONSTANTS = 32;
    private static final int MOST_ELEMENTS = 512;

    private static final String NULL = "null";

    private final JavaFile file;
    private final CallSites sites;
    private final ConstantReader constants;
    private int depth;

    Values(JavaFile file, CallSites sites) {
        this.file = file;
        this.sites = sites;
        this.constants = new ConstantReader(file);
    }

    /** The value as far as known; never more than what can reach the place. */
    ArgumentValue of(Expression expression) {
        if (depth >= DEEPEST) {
            return unknown(expression, "depth");
        }
        depth++;
        try {
            return follow(expression);
        } finally {
            depth--;
        }
    }

    private ArgumentValue follow(Expression expression) {
        if (expression instanceof ParenthesizedExpression inner) {
            return of(inner.getExpression());
        } else if (expression instanceof CastExpression cast) {
            return of(cast.getExpression());
        } else if (expression instanceof SimpleName name) {
            return name(name);
        }
        Optional<Constant> constant = constants.read(expression);
        if (constant.isPresent()) {
            return constant.get().asArgument();
        } else if (expression instanceof Name || expression instanceof FieldAccess) {
            return field(expression);
        } else if (expression instanceof InfixExpression infix) {
            return concatenation(infix);
        } else if (expression instanceof ConditionalExpression choice) {
            return union(expression, List.of(of(choice.getThenExpression()), of(choice.getElseExpression())));
        } else if (expression instanceof SwitchExpression choice) {
            return union(expression, Yields.of(choice).stream().map(this::of).toList());
        } else if (expression instanceof Assignment assignment
                && assignment.getOperator() == Assignment.Operator.ASSIGN) {
            return of(assignment.getRightHandSide());
        } else if (expression instanceof ArrayCreation || expression instanceof ArrayInitializer) {
            return array(expression);
        }
        return made(expression);
    }

    private ArgumentValue made(Expression expression) {
        Optional<ArgumentValue> produced = sites.at(expression).map(ArgumentValue.Produced::new);
        if (produced.isPresent()) {
            return produced.get();
        } else if (expression instanceof NullLiteral) {
            return unknown(expression, NULL);
        } else if (expression instanceof ThisExpression) {
            return unknown(expression, "this");
        } else if (expression instanceof LambdaExpression || expression instanceof MethodReference) {
            return unknown(expression, "lambda");
        }
        Optional<List<Expression>> parts = BuiltText.parts(expression);
        return parts.isPresent() ? joined(expression, parts.get(), true) : unknown(expression, "call");
    }

    private ArgumentValue name(SimpleName name) {
        Optional<VariableDeclaration> declaration = Declarations.find(name.getIdentifier(), name);
        if (declaration.isPresent() && !Declarations.isField(declaration.get())) {
            return local(name, declaration.get());
        }
        Optional<Constant> constant = constants.read(name);
        return constant.isPresent() ? constant.get().asArgument() : field(name);
    }

    private ArgumentValue local(SimpleName name, VariableDeclaration declaration) {
        Reaching reaching = Reaching.at(name, declaration);
        if (reaching.open().isPresent() || reaching.values().isEmpty()) {
            return unknown(name, reaching.open().orElse("local"));
        }
        List<ArgumentValue> values = new ArrayList<>();
        for (Expression value : reaching.values()) {
            values.add(throughLocal(of(value)));
        }
        return union(name, values);
    }

    private static ArgumentValue throughLocal(ArgumentValue value) {
        if (value instanceof Constants known) {
            return new Constants(known.values(), worst(known.resolution(), Resolution.LOCAL), known.hops() + 1);
        } else if (value instanceof Elements elements) {
            return new Elements(
                    elements.values().stream().map(Values::throughLocal).toList());
        }
        return value;
    }

    /** A field that is no constant: one that the catalogue names, or one whose value is set elsewhere. */
    private ArgumentValue field(Expression expression) {
        Optional<ArgumentValue> row = sites.at(expression)
                .map(site -> site.owner() + "#" + site.member())
                .or(() -> sites.owners().staticField(expression))
                .map(name -> new Constants(List.of(name), Resolution.FIELD, 1));
        return row.orElseGet(() -> unknown(expression, "field"));
    }

    private ArgumentValue concatenation(InfixExpression infix) {
        if (infix.getOperator() != InfixExpression.Operator.PLUS) {
            return unknown(infix, "computation");
        }
        return joined(infix, ConstantReader.operands(infix), false);
    }

    /**
     * Every combination of what the parts can be.
     *
     * @param isText whether the whole is known to be a text; else one of its parts must be
     */
    private ArgumentValue joined(Expression whole, List<Expression> parts, boolean isText) {
        TreeSet<String> joined = new TreeSet<>(List.of(""));
        Resolution resolution = Resolution.LITERAL;
        int hops = 0;
        boolean text = isText;
        for (Expression part : parts) {
            text |= isText(part);
            if (!(of(part) instanceof Constants known)
                    || joined.size() * known.values().size() > MOST_CONSTANTS) {
                return unknown(whole, "concatenation");
            }
            TreeSet<String> longer = new TreeSet<>();
            joined.forEach(head -> known.values().forEach(tail -> longer.add(head + characters(part, tail))));
            joined = longer;
            resolution = worst(resolution, known.resolution());
            hops = Math.max(hops, known.hops());
        }
        return text ? new Constants(List.copyOf(joined), resolution, hops) : unknown(whole, "computation");
    }

    /** A character is known by its code, and joined as itself. */
    private static String characters(Expression part, String value) {
        boolean character = part instanceof CharacterLiteral
                || (part.resolveTypeBinding() != null
                        && "char".equals(part.resolveTypeBinding().getName()));
        return character ? Character.toString((char) Integer.parseInt(value)) : value;
    }

    private static boolean isText(Expression operand) {
        return operand instanceof org.eclipse.jdt.core.dom.StringLiteral
                || operand instanceof org.eclipse.jdt.core.dom.TextBlock
                || (operand.resolveTypeBinding() != null
                        && "java.lang.String"
                                .equals(operand.resolveTypeBinding().getQualifiedName()));
    }

    /** Arrays of texts only: an array of bytes or characters may be a key or a password. */
    private ArgumentValue array(Expression expression) {
        ArrayInitializer initializer = expression instanceof ArrayCreation creation
                ? creation.getInitializer()
                : (ArrayInitializer) expression;
        boolean readable = initializer != null
                && initializer.expressions().size() <= MOST_ELEMENTS
                && ArrayTypes.holdsTexts(expression);
        if (!readable) {
            return unknown(expression, "array");
        }
        List<ArgumentValue> elements = new ArrayList<>();
        for (Object element : initializer.expressions()) {
            elements.add(of((Expression) element));
        }
        return new Elements(elements);
    }

    /** Any of them: null is left out, since a call with it fails before it does anything. */
    private ArgumentValue union(Expression expression, List<ArgumentValue> all) {
        ArgumentValue joined = null;
        for (ArgumentValue value : all) {
            if (value instanceof ArgumentValue.Expression unknown) {
                if (!unknown.reason().equals(NULL)) {
                    return unknown;
                }
            } else {
                Optional<ArgumentValue> both = joined == null ? Optional.of(value) : SiteUnion.of(joined, value);
                if (both.isEmpty()) {
                    return unknown(expression, "several");
                }
                joined = both.get();
            }
        }
        return joined == null ? unknown(expression, NULL) : joined;
    }

    private ArgumentValue unknown(Expression expression, String reason) {
        return new ArgumentValue.Expression(ExpressionText.of(expression, file), reason);
    }

    private static Resolution worst(Resolution one, Resolution two) {
        return one.compareTo(two) >= 0 ? one : two;
    }
}
