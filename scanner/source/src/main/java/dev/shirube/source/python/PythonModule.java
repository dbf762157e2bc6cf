package dev.shirube.source.python;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One file, and those who read the parts of it. */
final class PythonModule {
    private final SourceText source;
    private final PythonExpressions expressions = new PythonExpressions(this);
    private final PythonStatements statements = new PythonStatements(this);
    private final PythonDeclarations declarations = new PythonDeclarations(this);
    private final PythonFunctions functions = new PythonFunctions(this);
    private final Comprehensions comprehensions = new Comprehensions(this);
    private final Yields yields = new Yields(this);
    private final Builtins builtins = new Builtins(this);
    private final Loops loops = new Loops();

    PythonModule(SourceText source) {
        this.source = source;
    }

    PythonExpressions expressions() {
        return expressions;
    }

    PythonStatements statements() {
        return statements;
    }

    PythonDeclarations declarations() {
        return declarations;
    }

    PythonFunctions functions() {
        return functions;
    }

    Comprehensions comprehensions() {
        return comprehensions;
    }

    Yields yields() {
        return yields;
    }

    Builtins builtins() {
        return builtins;
    }

    Loops loops() {
        return loops;
    }

    List<Statement> include(Syntax node) {
        return PythonImports.of(node).stream()
                .<Statement>map(Statement.Include::new)
                .toList();
    }

    ProgramFile file(Syntax root) {
        Map<String, List<Syntax>> global = Names.global(root);
        Set<String> names = new LinkedHashSet<>(Names.bound(root));
        names.addAll(global.keySet());
        Scope scope = Scope.module(names);
        List<Statement> all = new ArrayList<>();
        global.keySet().forEach(it -> all.add(declared(it)));
        all.addAll(statements.all(List.of(root), scope));
        global.forEach((name, values) -> values.forEach(it -> all.add(assigned(name, it, scope))));
        List<Import> imports = new ArrayList<>();
        List<TypeDeclaration> types = new ArrayList<>();
        List<Function> found = new ArrayList<>();
        Statement.Block body = ModuleScope.of(all, imports, types, found);
        return new ProgramFile(source, "", imports, types, found, body, List.of());
    }

    /** A function may assign the module's variable: a literal, or something that only the function knows. */
    private Statement assigned(String name, Syntax value, Scope scope) {
        Place place = value.place();
        Expression given = value.is("string", "integer", "true", "false", "none")
                ? expressions.of(value, scope)
                : new Expression.Other(place, List.of());
        Statement assign = new Statement.Assign(
                place, new Expression.Name(place, name), Optional.empty(), Optional.of(given), false);
        return new Statement.Branch(
                place,
                new Expression.Other(place, List.of()),
                new Statement.Block(List.of(assign)),
                Statement.Block.EMPTY);
    }

    /** A variable that begins in the function or module, and has no value yet. */
    static Statement declared(String name) {
        return new Statement.Assign(
                Place.NONE, new Expression.Name(Place.NONE, name), Optional.empty(), Optional.empty(), true);
    }
}
