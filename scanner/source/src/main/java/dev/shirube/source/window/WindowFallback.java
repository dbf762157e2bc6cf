package dev.shirube.source.window;

import dev.shirube.domain.Diagnostic;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.program.Trait;
import dev.shirube.source.program.Unbound;
import dev.shirube.source.tree.TreeLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A language that is read by its grammar where tree-sitter runs, and by words where its native library cannot be loaded or
 * the file is too large.
 */
public final class WindowFallback implements ProgramLanguage {

    /** Of a larger file no more is read, in UTF-16 units: its tokens are counted, too. */
    private static final int LONGEST = 4 << 20;

    private static final String TOO_LARGE = "the file is too large for it";

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
    public Optional<String> sharesImports() {
        return language.sharesImports();
    }

    @Override
    public ProgramFile read(SourceText source) {
        if (source.text().length() > TreeLanguage.LARGEST) {
            return beginning(source);
        }
        Optional<String> fault = language.fault(source);
        return fault.isEmpty() ? language.read(source) : WindowReader.read(syntax(source), source, fault.get());
    }

    /** Of a file that is too large for the grammar, such as a bundle of scripts, as much as can be read by words. */
    private ProgramFile beginning(SourceText source) {
        String text = source.text().substring(0, Math.min(source.text().length(), LONGEST));
        ProgramFile read = WindowReader.read(syntax(source), new SourceText(source.location(), text), TOO_LARGE);
        List<Diagnostic> diagnostics = new ArrayList<>(language.read(source).diagnostics());
        diagnostics.addAll(read.diagnostics());
        return new ProgramFile(
                read.source(),
                read.module(),
                read.imports(),
                read.types(),
                read.functions(),
                read.body(),
                diagnostics.stream().distinct().toList());
    }

    /** Headers may be of either language, and C++ can read nearly all of C. */
    private String syntax(SourceText source) {
        return language.id().equals("c") && source.location().endsWith(".h") ? "cpp" : language.id();
    }
}
