package dev.shirube.build.fingerprint;

import dev.shirube.material.fingerprint.ClassFingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Writes {@code fingerprints.yaml}; see README.md. */
public final class FingerprintTableWriter {

    private static final String CLASS_FILE = ".class";

    private FingerprintTableWriter() {}

    /**
     * Three arguments: {@code libraries.txt}, the folder of the JARs it names, the file to write. Prints for each library how
     * many classes tell each two neighbouring versions apart.
     */
    public static void main(String[] arguments) throws IOException {
        List<LibrarySource> libraries = LibrarySource.read(Path.of(arguments[0]));
        Path jars = Path.of(arguments[1]);
        List<Map<String, ClassHistory>> classes = new ArrayList<>();
        for (LibrarySource library : libraries) {
            classes.add(read(library, jars));
        }
        StringBuilder out =
                new StringBuilder("# Written by build-tools/fingerprint-table from published JARs: do not edit.\n"
                        + "# lines    releases by rising version; numbers below count the versions, gaps (..) left out\n"
                        + "# classes  path below root, then digest=versions\n"
                        + "libraries:\n");
        for (int i = 0; i < libraries.size(); i++) {
            Map<String, ClassHistory> own = new TreeMap<>(classes.get(i));
            own.keySet().removeAll(others(libraries, classes, i));
            write(
                    libraries.get(i),
                    new WitnessSelection(own.values(), libraries.get(i).neighbours()).choose(),
                    out);
        }
        Files.writeString(Path.of(arguments[2]), out);
    }

    private static Set<String> others(
            List<LibrarySource> libraries, List<Map<String, ClassHistory>> classes, int index) {
        Set<String> paths = new HashSet<>();
        LibrarySource library = libraries.get(index);
        for (int i = 0; i < libraries.size(); i++) {
            if (i != index && !library.shared() && libraries.get(i).root().equals(library.root())) {
                paths.addAll(classes.get(i).keySet());
            }
        }
        return paths;
    }

    private static Map<String, ClassHistory> read(LibrarySource library, Path folder) throws IOException {
        Map<String, ClassHistory> classes = new TreeMap<>();
        List<String> jars = library.jars();
        for (int column = 0; column < jars.size(); column++) {
            try (ZipFile jar = new ZipFile(folder.resolve(jars.get(column)).toFile())) {
                Enumeration<? extends ZipEntry> entries = jar.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    String name = entry.getName();
                    if (name.startsWith(library.root() + "/") && name.endsWith(CLASS_FILE)) {
                        String path = name.substring(library.root().length() + 1, name.length() - CLASS_FILE.length());
                        add(jar, entry, classes.computeIfAbsent(path, it -> new ClassHistory(it, jars.size())), column);
                    }
                }
            }
        }
        return classes;
    }

    private static void add(ZipFile jar, ZipEntry entry, ClassHistory history, int column) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            ClassFingerprint.of(bytes).ifPresent(it -> history.put(column, it.digest(), bytes.length));
        }
    }

    private static void write(LibrarySource library, List<ClassHistory> chosen, StringBuilder out) {
        out.append("  - id: ").append(library.id()).append('\n');
        out.append("    package: \"").append(library.purl()).append("\"\n");
        out.append("    root: ").append(library.root()).append('\n');
        out.append("    lines:\n");
        library.lines()
                .forEach(it -> out.append("      - \"").append(it.slots()).append("\"\n"));
        out.append("    classes:\n");
        chosen.forEach(it -> out.append("      - \"").append(it.written()).append("\"\n"));
        List<String> jars = library.jars();
        System.out.println(library.id() + ": " + chosen.size() + " classes; separating: "
                + library.neighbours().stream()
                        .map(it -> jars.get(it[1]).replaceAll("^[a-z0-9-]*?-(?=[0-9][0-9.]*)|\\.jar$", "") + "="
                                + WitnessSelection.separating(chosen, it))
                        .collect(Collectors.joining(" ")));
    }
}
