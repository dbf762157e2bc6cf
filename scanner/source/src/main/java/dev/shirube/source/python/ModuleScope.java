package dev.shirube.source.python;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes imports, types and functions out of the statements of a module: those under an {@code if} or {@code try} belong
 * to the module like all others.
 */
final class ModuleScope {
    private final List<Import> imports;
    private final List<TypeDeclaration> types;
    private final List<Function> functions;

    private ModuleScope(List<Import> imports, List<TypeDeclaration> types, List<Function> functions) {
        this.imports = imports;
        this.types = types;
        this.functions = functions;
    }

    /** The other statements. */
    static Statement.Block of(
            List<Statement> statements, List<Import> imports, List<TypeDeclaration> types, List<Function> functions) {
        return new ModuleScope(imports, types, functions).rest(new Statement.Block(statements));
    }

    private Statement.Block rest(Statement.Block block) {
        List<Statement> rest = new ArrayList<>();
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Include include) {
                imports.add(include.imported());
            } else if (statement instanceof Statement.DefineType define) {
                types.add(define.type());
            } else if (statement instanceof Statement.DefineFunction define) {
                functions.add(define.function());
            } else {
                rest.add(inside(statement));
            }
        }
        return new Statement.Block(rest);
    }

    private Statement inside(Statement statement) {
        if (statement instanceof Statement.Block block) {
            return rest(block);
        } else if (statement instanceof Statement.Branch branch) {
            return new Statement.Branch(
                    branch.place(), branch.condition(), rest(branch.then()), rest(branch.otherwise()));
        } else if (statement instanceof Statement.Attempt attempt) {
            return new Statement.Attempt(
                    attempt.place(),
                    rest(attempt.body()),
                    attempt.handlers().stream().map(this::rest).toList(),
                    rest(attempt.last()));
        } else if (statement instanceof Statement.Loop loop) {
            return new Statement.Loop(loop.place(), loop.variable(), loop.over(), rest(loop.head()), rest(loop.body()));
        } else if (statement instanceof Statement.Select select) {
            List<Statement.Case> cases = select.cases().stream()
                    .map(it -> new Statement.Case(it.labels(), rest(it.body()), it.fallsThrough()))
                    .toList();
            return new Statement.Select(select.place(), select.subject(), cases, select.exhaustive());
        }
        return statement;
    }
}
