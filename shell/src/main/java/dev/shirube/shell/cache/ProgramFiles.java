package dev.shirube.shell.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the program is made of: what one build kept is nothing to another, which may know more. */
public final class ProgramFiles {
    private ProgramFiles() {}

    /** A text that differs between builds: names, sizes and times of the JARs or class files it runs from. */
    public static String fingerprint() {
        TreeSet<String> files = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            Path path = Path.of(entry).toAbsolutePath();
            try {
                if (Files.isDirectory(path)) {
                    add(path, Integer.MAX_VALUE, "", files);
                } else {
                    // A JAR names those beside it, or in a folder beside it, in its manifest.
                    add(path.getParent(), 1, ".jar", files);
                    add(path.resolveSibling("lib"), 1, ".jar", files);
                }
            } catch (IOException e) {
                files.add(path.getFileName() + " cannot be read");
            }
        }
        return String.join("\n", files);
    }

    private static void add(Path folder, int depth, String ending, TreeSet<String> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder, depth)) {
            for (Path file : below.filter(it -> it.toString().endsWith(ending)).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.add(folder.relativize(file) + " " + attributes.size() + " "
                            + attributes.lastModifiedTime().toMillis());
                }
            }
        }
    }
}
