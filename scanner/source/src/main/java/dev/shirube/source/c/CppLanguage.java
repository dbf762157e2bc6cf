package dev.shirube.source.c;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterCpp;

/** C++, with the libraries of C. */
public final class CppLanguage extends TreeLanguage implements ProgramLanguage {

    static final Grammar GRAMMAR = new Grammar(TreeSitterCpp::new);

    @Override
    public String id() {
        return "cpp";
    }

    @Override
    public String catalogue() {
        return "c";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".cc", ".cpp", ".cxx", ".hh", ".hpp", ".hxx");
    }

    @Override
    public Unbound unbound() {
        return Unbound.GLOBAL;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.IMPLICIT_MEMBERS, Trait.SHARED_PACKAGES, Trait.MACROS);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected SourceText prepared(SourceText source) {
        return Conditionals.joined(Annotations.blanked(source));
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return FileReader.read(tree, GRAMMAR, true);
    }
}
