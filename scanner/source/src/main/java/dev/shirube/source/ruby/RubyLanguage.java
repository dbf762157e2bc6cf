package dev.shirube.source.ruby;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterRuby;

/** Ruby, with the files of Rake and of gems. */
public final class RubyLanguage extends TreeLanguage {

    private static final Grammar GRAMMAR = new Grammar(TreeSitterRuby::new);

    /** For the list of languages. */
    public RubyLanguage() {}

    @Override
    public String id() {
        return "ruby";
    }

    @Override
    public String catalogue() {
        return "ruby";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".rb", ".rake", ".gemspec", ".ru");
    }

    @Override
    public Unbound unbound() {
        return Unbound.GLOBAL;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.IMPLICIT_MEMBERS, Trait.SHARED_PACKAGES);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new RubyFile(tree).read();
    }
}
