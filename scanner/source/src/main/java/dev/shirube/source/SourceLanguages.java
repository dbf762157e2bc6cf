package dev.shirube.source;

import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.source.c.CLanguage;
import dev.shirube.source.c.CppLanguage;
import dev.shirube.source.csharp.CSharpLanguage;
import dev.shirube.source.flow.FollowedLanguage;
import dev.shirube.source.go.GoLanguage;
import dev.shirube.source.java.JavaLanguage;
import dev.shirube.source.javascript.JavaScriptLanguage;
import dev.shirube.source.javascript.TypeScriptLanguage;
import dev.shirube.source.kotlin.KotlinLanguage;
import dev.shirube.source.php.PhpLanguage;
import dev.shirube.source.program.ProgramLanguage;
import dev.shirube.source.python.PythonLanguage;
import dev.shirube.source.ruby.RubyLanguage;
import dev.shirube.source.rust.RustLanguage;
import dev.shirube.source.tree.TreeLanguage;
import dev.shirube.source.window.WindowFallback;
import java.util.List;
import java.util.stream.Stream;

/** The one list of languages. */
final class SourceLanguages {
    /** All but Java, which is told where types are worth resolving. */
    private static final List<TreeLanguage> PROGRAMS = List.of(
            new PythonLanguage(),
            new GoLanguage(),
            new RustLanguage(),
            new JavaScriptLanguage(),
            new TypeScriptLanguage(),
            new PhpLanguage(),
            new CLanguage(),
            new CppLanguage(),
            new CSharpLanguage(),
            new RubyLanguage(),
            new KotlinLanguage());

    private SourceLanguages() {}

    /** Every language that is read into the common model; those that run on the JVM with that catalogue. */
    static List<FollowedLanguage> followed(Catalogue catalogue, AlgorithmRegistry registry) {
        return Stream.concat(
                        Stream.<ProgramLanguage>of(new JavaLanguage(catalogue)),
                        PROGRAMS.stream().map(WindowFallback::new))
                .map(it -> new FollowedLanguage(
                        it, it.catalogue().isEmpty() ? catalogue : Catalogue.of(it.catalogue()), registry))
                .toList();
    }
}
