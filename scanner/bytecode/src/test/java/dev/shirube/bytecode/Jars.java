package dev.shirube.bytecode;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Real libraries of the class path, shown to the detector as one unit each. */
final class Jars {
    private Jars() {}

    /** The JAR that a class was loaded from. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything found in the class files of that JAR. */
    static List<Finding> findings(Path jar, List<Diagnostic> diagnostics) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<ScanInput> classes = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    classes.add(new InMemoryInput(entry.getName(), bytes));
                }
            }
        }
        for (Detection detection : Compiled.detect(classes)) {
            diagnostics.addAll(detection.diagnostics());
            findings.addAll(detection.findings());
        }
        return findings;
    }
}
