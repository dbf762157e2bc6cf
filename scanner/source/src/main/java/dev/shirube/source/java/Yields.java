package dev.shirube.source.java;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.dom.ASTVisitor;
import org.eclipse.jdt.core.dom.AnonymousClassDeclaration;
import org.eclipse.jdt.core.dom.Expression;
import org.eclipse.jdt.core.dom.LambdaExpression;
import org.eclipse.jdt.core.dom.SwitchExpression;
import org.eclipse.jdt.core.dom.YieldStatement;

/** The values that a switch expression can have; JDT shows the value after an arrow as a yield without the word. */
final class Yields extends ASTVisitor {

    private final SwitchExpression choice;
    private final List<Expression> values = new ArrayList<>();

    private Yields(SwitchExpression choice) {
        this.choice = choice;
    }

    static List<Expression> of(SwitchExpression choice) {
        Yields yields = new Yields(choice);
        choice.accept(yields);
        return yields.values;
    }

    @Override
    public boolean visit(YieldStatement statement) {
        boolean ofInnerStatement = statement.isImplicit() && statement.getParent() != choice;
        if (!ofInnerStatement) {
            values.add(statement.getExpression());
        }
        return false;
    }

    @Override
    public boolean visit(SwitchExpression inner) {
        return inner == choice;
    }

    @Override
    public boolean visit(LambdaExpression lambda) {
        return false;
    }

    @Override
    public boolean visit(AnonymousClassDeclaration type) {
        return false;
    }
}
