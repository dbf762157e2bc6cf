package dev.shirube.standard;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Passwords;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.TargetException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the whole scanner says of a target. */
record Scanned(List<ScanResult> results) {

    static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    static Scanned directory(Path path) throws IOException, TargetException {
        return of(new ScanTarget.DirectoryTarget(path), CONTEXT);
    }

    static Scanned file(Path path) throws IOException, TargetException {
        return of(new ScanTarget.FileTarget(path), CONTEXT);
    }

    static Scanned of(ScanTarget target, ScanContext context) throws IOException, TargetException {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        StandardScanner.create().scan(target, context, sink);
        return new Scanned(sink.results().stream()
                .sorted(Comparator.comparing(ScanResult::unit))
                .toList());
    }

    static ScanContext trying(String... passwords) {
        return CONTEXT.withPasswords(Passwords.of(List.of(passwords)));
    }

    /** The JAR, or the folder of classes, that a class was loaded from. */
    static Path origin(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The JAR of the class path that holds that class; it is not loaded, for that may need what is not there. */
    static Path origin(String type) {
        String name = type.replace('.', '/') + ".class";
        String url = String.valueOf(Scanned.class.getClassLoader().getResource(name));
        return Path.of(URI.create(url.substring("jar:".length(), url.indexOf("!/"))));
    }

    List<Finding> findings() {
        return results.stream().flatMap(it -> it.findings().stream()).sorted().toList();
    }

    List<Finding> findings(String detector) {
        return findings().stream()
                .filter(it -> it.evidence().detector().equals(detector))
                .toList();
    }

    List<Diagnostic> diagnostics() {
        return results.stream().flatMap(it -> it.diagnostics().stream()).toList();
    }

    /** Codes of the diagnostics about a place: the file itself, a line of it, or something within it. */
    List<DiagnosticCode> codes(String location) {
        return diagnostics().stream()
                .filter(it -> it.location().startsWith(location))
                .map(Diagnostic::code)
                .distinct()
                .toList();
    }

    /** How many inputs the coverage counts, at all detectors together. */
    long counted() {
        return results.stream()
                .flatMap(it -> it.coverage().rows().values().stream())
                .mapToLong(it -> it.inputs())
                .sum();
    }

    /** Everything that leaves the scanner, as text. */
    String text() {
        StringBuilder text = new StringBuilder(results.toString());
        diagnostics().stream()
                .flatMap(it -> Stream.of(Language.values()).map(it::message))
                .forEach(text::append);
        return text.toString();
    }
}
