package dev.shirube.source.java;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.dom.ASTNode;

/** Those who explain the parts of one file to each other. */
final class JavaLowering {
    private final JavaFile file;
    private final JavaNames names;
    private final JavaCalls calls = new JavaCalls(this);
    private final JavaSwitches switches = new JavaSwitches(this);
    private final JavaExpressions expressions = new JavaExpressions(this);
    private final JavaStatements statements = new JavaStatements(this);
    private final JavaDeclarations declarations = new JavaDeclarations(this);

    JavaLowering(JavaFile file) {
        this.file = file;
        this.names = new JavaNames(file);
    }

    JavaFile file() {
        return file;
    }

    JavaNames names() {
        return names;
    }

    JavaCalls calls() {
        return calls;
    }

    JavaSwitches switches() {
        return switches;
    }

    JavaStatements statements() {
        return statements;
    }

    JavaDeclarations declarations() {
        return declarations;
    }

    Place place(ASTNode node) {
        return file.place(node);
    }

    Expression expression(org.eclipse.jdt.core.dom.Expression expression) {
        return expressions.of(expression);
    }

    Expression target(org.eclipse.jdt.core.dom.Expression expression) {
        return expressions.target(expression);
    }

    Expression assigned(org.eclipse.jdt.core.dom.Assignment assignment) {
        return expressions.assigned(assignment);
    }

    List<Expression> expressions(List<?> nodes) {
        List<Expression> all = new ArrayList<>();
        nodes.forEach(it -> all.add(expression((org.eclipse.jdt.core.dom.Expression) it)));
        return all;
    }
}
