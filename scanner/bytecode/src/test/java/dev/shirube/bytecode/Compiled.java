package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources, compiled by the running JDK and shown to the detector. */
final class Compiled {

    private static final BytecodeDetector DETECTOR = new BytecodeDetector();

    private Compiled() {}

    /** Compiles all sources together into that folder. */
    static void into(Path folder, List<Path> sources, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            compile(compiler, files, folder, files.getJavaFileObjectsFromPaths(sources), options);
        }
    }

    /** Compiles one source text whose public or only class has that name. */
    static void into(Path folder, String name, String source, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            compile(compiler, files, folder, List.of(file), options);
        }
    }

    private static void compile(
            JavaCompiler compiler,
            StandardJavaFileManager files,
            Path folder,
            Iterable<? extends JavaFileObject> sources,
            List<String> options) {
        List<String> all = new ArrayList<>(List.of("-d", folder.toString(), "-g", "-proc:none"));
        all.addAll(options);
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean done = compiler.getTask(new StringWriter(), files, problems, all, null, sources)
                .call();
        assertThat(done).as(problems.getDiagnostics().toString()).isTrue();
    }

    /** Everything found in the class files below that folder, which are one unit. */
    static List<Finding> findings(Path folder) throws IOException {
        return findings(folder, List.of());
    }

    /** The same with other files in the unit. */
    static List<Finding> findings(Path folder, List<ScanInput> others) throws IOException {
        List<ScanInput> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                classes.add(new InMemoryInput(folder.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Detection detection : detect(classes, others)) {
            assertThat(detection.diagnostics()).isEmpty();
            findings.addAll(detection.findings());
        }
        return findings;
    }

    /** What the detector says of each of these class files, which are one unit. */
    static List<Detection> detect(List<ScanInput> classes) {
        return detect(classes, List.of());
    }

    private static List<Detection> detect(List<ScanInput> classes, List<ScanInput> others) {
        ScanUnit unit =
                InMemoryUnit.of(Stream.concat(classes.stream(), others.stream()).toArray(ScanInput[]::new));
        return classes.stream().map(it -> DETECTOR.detect(it, unit)).toList();
    }

    /** What the detector says of these bytes. */
    static Detection detect(String location, byte[] bytes) {
        ScanInput input = new InMemoryInput(location, bytes);
        assertThat(DETECTOR.accepts(input)).isTrue();
        return DETECTOR.detect(input, InMemoryUnit.of(input));
    }
}
