package dev.shirube.source.javascript;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterJavascript;

/** JavaScript with JSX: modules of both kinds, scripts of pages, and what compilers and minifiers make of them. */
public final class JavaScriptLanguage extends TreeLanguage {
    private static final Grammar GRAMMAR = new Grammar(TreeSitterJavascript::new);

    @Override
    public String id() {
        return "javascript";
    }

    @Override
    public String catalogue() {
        return "javascript";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".js", ".cjs", ".mjs", ".jsx");
    }

    /** Of a page's scripts, which have libraries and the Web Cryptography API as global objects. */
    @Override
    public Unbound unbound() {
        return Unbound.GLOBAL;
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
        return Script.read(tree);
    }
}
