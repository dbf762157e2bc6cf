package dev.shirube.source.rust;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterRust;

/** Rust. */
public final class RustLanguage extends TreeLanguage {

    private final Grammar grammar = new Grammar(TreeSitterRust::new);

    /** The language; its grammar is loaded with the first file. */
    public RustLanguage() {}

    @Override
    public String id() {
        return "rust";
    }

    @Override
    public String catalogue() {
        return "rust";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".rs");
    }

    @Override
    public Unbound unbound() {
        return Unbound.QUALIFIED;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PATHS_TELL);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return grammar;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new RustFile(grammar, tree).read();
    }
}
