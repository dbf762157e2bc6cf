package dev.shirube.source.javascript;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import dev.shirube.source.tree.Syntax;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** The readers of one file, each for a part of the language. */
final class Script {
    final Modules modules;
    final Expressions expressions;
    final Calls calls;
    final Patterns patterns;
    final Functions functions;
    final Classes classes;
    final Statements statements;
    final Exports exports;

    private Script(Syntax root) {
        exports = new Exports(this, root);
        modules = new Modules();
        expressions = new Expressions(this);
        calls = new Calls(this);
        patterns = new Patterns(this);
        functions = new Functions(this);
        classes = new Classes(this);
        statements = new Statements(this);
    }

    /** The whole file: what stands at its top holds everywhere in it. */
    static ProgramFile read(SyntaxTree tree) {
        Script script = new Script(tree.root());
        List<Statement> all = script.statements.each(tree.root().children());
        List<Import> imports = new ArrayList<>();
        List<TypeDeclaration> types = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        for (Statement statement : all) {
            if (statement instanceof Statement.Include include) {
                imports.add(include.imported());
            } else if (statement instanceof Statement.DefineType type) {
                types.add(type.type());
            } else if (statement instanceof Statement.DefineFunction function) {
                functions.add(function.function());
            } else {
                body.add(statement);
            }
        }
        imports.addAll(script.modules.unnamed());
        return new ProgramFile(tree.source(), "", imports, types, functions, new Statement.Block(body), List.of());
    }
}
