package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Declarations of functions and classes, with their decorators, which are evaluated before them. */
final class PythonDeclarations {
    private static final Set<String> YIELDING_ONE = Set.of("contextmanager", "asynccontextmanager", "fixture");

    private final PythonModule module;

    PythonDeclarations(PythonModule module) {
        this.module = module;
    }

    List<Statement> of(Syntax node, Scope scope) {
        Decorated decorated = Decorated.of(node);
        List<Statement> statements = new ArrayList<>(decorators(decorated, scope));
        Syntax definition = decorated.definition();
        if (definition.is("class_definition")) {
            PythonClass type = new PythonClass(module, decorated, scope);
            statements.addAll(type.around());
            statements.add(new Statement.DefineType(type.declaration()));
        } else if (definition.is("function_definition")) {
            Function function = module.functions().function(definition, scope, yieldsOne(decorated));
            statements.addAll(scope.before());
            scope.before().clear();
            statements.add(new Statement.DefineFunction(function));
        } else {
            statements.addAll(module.statements().all(definition.children(), scope));
        }
        return statements;
    }

    /** What decorators and their arguments do. */
    List<Statement> decorators(Decorated decorated, Scope scope) {
        List<Statement> statements = new ArrayList<>();
        for (Syntax decorator : decorated.decorators()) {
            for (Syntax child : decorator.children()) {
                if (!child.is("identifier", "attribute")) {
                    Expression called = module.expressions().of(child, scope);
                    statements.add(new Statement.Evaluate(called));
                }
            }
        }
        return statements;
    }

    static boolean yieldsOne(Decorated decorated) {
        return decorated.names().stream().anyMatch(YIELDING_ONE::contains);
    }
}
