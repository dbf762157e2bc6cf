package dev.shirube.source.go;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterGo;

/** Go. */
public final class GoLanguage extends TreeLanguage {

    private final Grammar grammar = new Grammar(TreeSitterGo::new);

    /** The language; its grammar is loaded with the first file. */
    public GoLanguage() {}

    @Override
    public String id() {
        return "go";
    }

    @Override
    public String catalogue() {
        return "go";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".go");
    }

    @Override
    public Unbound unbound() {
        return Unbound.NOTHING;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.SHARED_PACKAGES, Trait.PATHS_TELL);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return grammar;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new GoFile(tree).read();
    }
}
