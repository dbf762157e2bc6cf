package dev.shirube.source.kotlin;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import java.util.Set;
import org.treesitter.TreeSitterKotlin;

/** Kotlin on the JVM, whose libraries are those of Java. */
public final class KotlinLanguage extends TreeLanguage {

    private static final Grammar GRAMMAR = new Grammar(TreeSitterKotlin::new);

    /** For the list of languages. */
    public KotlinLanguage() {}

    @Override
    public String id() {
        return "kotlin";
    }

    @Override
    public String catalogue() {
        return "";
    }

    @Override
    public Set<String> fileEndings() {
        return Set.of(".kt", ".kts");
    }

    @Override
    public Unbound unbound() {
        return Unbound.QUALIFIED;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.IMPLICIT_MEMBERS, Trait.SHARED_PACKAGES, Trait.EXACT_PACKAGES, Trait.CLASS_FILES);
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        return new KotlinFile(tree).read();
    }
}
