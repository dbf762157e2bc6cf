package dev.shirube.shell.cache;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * Digests of what the program knows, by content: the same for every installation of one build. They tell whether two scans
 * may differ because the program does.
 */
public final class ProgramDigest {

    private static final String ROOT = "dev/shirube/";
    private static final String TABLE = ".table";

    /** The packages of what decides what is found: catalogue, readers and detectors. */
    private static final List<String> SCANNER = List.of(
            "catalogue/", "engine/", "bytecode/", "source/", "material/", "endpoint/", "repository/", "standard/");

    private final SortedMap<String, String> files = new TreeMap<>();

    private ProgramDigest() {}

    /** Looks at the files that this program runs from. */
    public static ProgramDigest read() {
        ProgramDigest digest = new ProgramDigest();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            Path path = Path.of(entry).toAbsolutePath();
            try {
                if (Files.isDirectory(path)) {
                    digest.folder(path);
                } else {
                    // A JAR names those beside it, or in a folder beside it, in its manifest.
                    digest.jars(path.getParent());
                    digest.jars(path.resolveSibling("lib"));
                }
            } catch (IOException | UncheckedIOException e) {
                digest.files.put(path.getFileName().toString(), "cannot be read");
            }
        }
        return digest;
    }

    /** Digest of the catalogue and the detectors: SHA-256 in lower-case hexadecimal. */
    public String catalogue() {
        return of(name -> SCANNER.stream().anyMatch(it -> name.startsWith(ROOT + it)));
    }

    /** Digest of the tables of algorithms, curves, code points and libraries: SHA-256 in lower-case hexadecimal. */
    public String registry() {
        return of(name -> name.startsWith(ROOT + "domain/") && name.endsWith(TABLE));
    }

    private String of(Predicate<String> wanted) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (wanted.test(file.getKey())) {
                digest.update((file.getKey() + " " + file.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void jars(Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.filter(ProgramDigest::isOurs).toList()) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    zip.stream()
                            .filter(it -> it.getName().startsWith(ROOT) && !it.isDirectory())
                            .forEach(it -> files.put(it.getName(), it.getSize() + " " + it.getCrc()));
                }
            }
        }
    }

    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("shirube") && name.endsWith(".jar");
    }

    private void folder(Path folder) throws IOException {
        Path root = folder.resolve(ROOT);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> below = Files.walk(root)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(name, bytes.length + " " + crc.getValue());
            }
        }
    }
}
