package dev.shirube.source;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.Grammar;
import dev.shirube.source.tree.SyntaxTree;
import dev.shirube.source.tree.TreeLanguage;
import dev.shirube.source.window.WindowFallback;
import java.util.List;
import java.util.Set;

/** A language as it is where tree-sitter's native library cannot be loaded. */
public final class WithoutNativeLibrary extends TreeLanguage {

    /** What the loader says. */
    public static final String WHY = "no tree-sitter in java.library.path";

    private static final Grammar GRAMMAR = new Grammar(() -> {
        throw new UnsatisfiedLinkError(WHY);
    });

    private final ProgramLanguage language;

    private WithoutNativeLibrary(ProgramLanguage language) {
        this.language = language;
    }

    /** All languages but Java, read by words. */
    public static List<FollowedLanguage> followed() {
        return SourceLanguages.followed(Catalogue.standard(), AlgorithmRegistry.standard()).stream()
                .filter(it -> !it.language().id().equals("java"))
                .map(it -> new FollowedLanguage(of(it.language()), it.catalogue(), AlgorithmRegistry.standard()))
                .toList();
    }

    /** The language, read by words. */
    public static ProgramLanguage of(ProgramLanguage language) {
        return new WindowFallback(new WithoutNativeLibrary(language));
    }

    @Override
    public String id() {
        return language.id();
    }

    @Override
    public String catalogue() {
        return language.catalogue();
    }

    @Override
    public Set<String> fileEndings() {
        return language.fileEndings();
    }

    @Override
    public Unbound unbound() {
        return language.unbound();
    }

    @Override
    public Set<Trait> traits() {
        return language.traits();
    }

    @Override
    protected Grammar grammar(SourceText source) {
        return GRAMMAR;
    }

    @Override
    protected ProgramFile lower(SyntaxTree tree) {
        throw new IllegalStateException("Nothing can be parsed");
    }
}
