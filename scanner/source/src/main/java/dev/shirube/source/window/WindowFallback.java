package dev.shirube.source.window;

import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.TreeLanguage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A language that is read by its grammar where tree-sitter runs, and by words where its native library cannot be loaded. */
public final class WindowFallback implements ProgramLanguage {

    private final TreeLanguage language;

    /** That language, with words to fall back on. */
    public WindowFallback(TreeLanguage language) {
        this.language = language;
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
    public boolean resolves() {
        return language.resolves();
    }

    @Override
    public boolean isOfPlatform(String path) {
        return language.isOfPlatform(path);
    }

    @Override
    public List<String> places(String path, String module, String location) {
        return language.places(path, module, location);
    }

    @Override
    public ProgramFile read(SourceText source) {
        Optional<String> fault = language.fault(source);
        return fault.isEmpty() || source.text().length() > TreeLanguage.LARGEST
                ? language.read(source)
                : WindowReader.read(syntax(source), source, fault.get());
    }

    /** Headers may be of either language, and C++ can read nearly all of C. */
    private String syntax(SourceText source) {
        return language.id().equals("c") && source.location().endsWith(".h") ? "cpp" : language.id();
    }
}
