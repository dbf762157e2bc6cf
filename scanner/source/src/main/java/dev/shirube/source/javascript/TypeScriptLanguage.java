package dev.shirube.source.javascript;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Locale;
import java.util.Set;
import org.treesitter.TreeSitterTypescript;

/**
 * TypeScript: JavaScript with types, enumerations and namespaces.
 *
 * <p>The grammar at hand has no JSX, which is written over before it is asked.
 */
public final class TypeScriptLanguage extends TreeLanguage {
    private static final String MARKED_UP = ".tsx";
    private static final Grammar GRAMMAR = new Grammar(TreeSitterTypescript::new);

    @Override
    public String id() {
        return "typescript";
    }

    @Override
    public String catalogue() {
        return "javascript";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".ts", ".cts", ".mts", MARKED_UP);
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
    protected SourceText prepared(SourceText source) {
        return source.location().toLowerCase(Locale.ROOT).endsWith(MARKED_UP)
                ? new SourceText(source.location(), Markup.masked(source.text()))
                : source;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return Script.read(tree);
    }
}
