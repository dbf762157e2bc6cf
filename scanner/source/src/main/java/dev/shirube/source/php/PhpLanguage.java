package dev.shirube.source.php;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterPhp;

/** PHP: of a page the code in it. */
public final class PhpLanguage extends TreeLanguage {
    private static final Grammar GRAMMAR = new Grammar(TreeSitterPhp::new);

    @Override
    public String id() {
        return "php";
    }

    @Override
    public String catalogue() {
        return "php";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".php", ".phtml");
    }

    /** Functions and constants of extensions are global, also where a namespace does not have them. */
    @Override
    public Unbound unbound() {
        return Unbound.GLOBAL;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.SHARED_PACKAGES);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return Script.read(tree);
    }
}
