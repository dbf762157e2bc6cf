package dev.shirube.source.python;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterPython;

/** Python 2 and 3, and stubs of types. */
public final class PythonLanguage extends TreeLanguage {
    private static final Grammar GRAMMAR = new Grammar(TreeSitterPython::new);

    @Override
    public String id() {
        return "python";
    }

    @Override
    public String catalogue() {
        return "python";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".py", ".pyi");
    }

    @Override
    public Unbound unbound() {
        return Unbound.NOTHING;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PATHS_TELL);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new PythonModule(tree.source()).file(tree.root());
    }
}
