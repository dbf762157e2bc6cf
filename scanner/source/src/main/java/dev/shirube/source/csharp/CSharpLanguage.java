package dev.shirube.source.csharp;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TreeSitterCSharp;

/** C#, with top-level statements, records, primary constructors and patterns. */
public final class CSharpLanguage extends TreeLanguage {

    private static final Grammar GRAMMAR = new Grammar(TreeSitterCSharp::new);

    /** For the list of languages. */
    public CSharpLanguage() {}

    @Override
    public String id() {
        return "csharp";
    }

    @Override
    public String catalogue() {
        return "csharp";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".cs");
    }

    @Override
    public Unbound unbound() {
        return Unbound.QUALIFIED;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.IMPLICIT_MEMBERS, Trait.SHARED_PACKAGES);
    }

    @Override
    public Optional<String> sharesImports() {
        return Optional.of("global using");
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new CSharpFile(tree).read();
    }
}
