package dev.shirube.source.php;

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
    final Names names;
    final Includes includes = new Includes();
    final Expressions expressions;
    final Calls calls;
    final Arrays arrays;
    final Functions functions;
    final Classes classes;
    final Statements statements;

    private Script(Syntax root) {
        names = new Names(root);
        expressions = new Expressions(this);
        calls = new Calls(this);
        arrays = new Arrays(this);
        functions = new Functions(this);
        classes = new Classes(this);
        statements = new Statements(this);
    }

    /** The whole file: what stands at its top holds everywhere in it. */
    static ProgramFile read(SyntaxTree tree) {
        Script script = new Script(tree.root());
        List<Import> imports = new ArrayList<>();
        List<TypeDeclaration> types = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        for (Statement statement : script.statements.each(tree.root().children())) {
            if (statement instanceof Statement.Include include) {
                imports.add(include.imported());
            } else if (statement instanceof Statement.DefineType type) {
                types.add(type.type());
            } else if (statement instanceof Statement.DefineFunction function) {
                functions.add(function.function());
            } else {
                body.add(Includes.returned(statement));
            }
        }
        imports.addAll(script.includes.values());
        return new ProgramFile(
                tree.source(), script.names.module(), imports, types, functions, new Statement.Block(body), List.of());
    }
}
