package dev.shirube.source.rust;

import dev.shirube.source.program.Import;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** The items of one file. */
final class RustFile {
    private final SyntaxTree tree;
    private final RustReader reader;

    RustFile(Grammar grammar, SyntaxTree tree) {
        this.tree = tree;
        this.reader = new RustReader(grammar, tree);
    }

    ProgramFile read() {
        reader.heads.declare(tree.root());
        RustItems.Scope scope = reader.items.read(tree.root().children(), List.of());
        List<Import> imports = new ArrayList<>(scope.imports());
        imports.addAll(reader.heads.imports());
        return new ProgramFile(
                tree.source(),
                "",
                imports,
                scope.types(),
                scope.functions(),
                new Statement.Block(reader.out),
                List.of(),
                List.of(),
                reader.tests);
    }
}
