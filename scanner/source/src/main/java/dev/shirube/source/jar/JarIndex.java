package dev.shirube.source.jar;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipDirectory;
import dev.shirube.engine.zip.ZipEntryHeader;
import dev.shirube.engine.zip.ZipLimits;
import dev.shirube.engine.zip.ZipReader;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which classes a JAR lists; none of them is read before it is asked for. */
final class JarIndex {

    /** Bytes of a JAR that is looked into: of one in a Git tree or another archive all of them are held. */
    static final long LARGEST_JAR = 128L << 20;

    /** Entries that are listed of a JAR. */
    static final int MOST_ENTRIES = 65_535;

    /** Bytes of a class, and how many times larger it may be than its compressed form. */
    private static final ZipLimits CLASS = new ZipLimits(4L << 20, 200, 1L << 20);

    private static final String ENDING = ".class";

    private static final TreeSet<String> NONE = new TreeSet<>();

    private final NavigableMap<String, ZipEntryHeader> classes = new TreeMap<>();
    private final Map<String, TreeSet<String>> bySimpleName = new HashMap<>();
    private final Optional<String> bound;

    private JarIndex(Optional<String> bound) {
        this.bound = bound;
    }

    /** What the JAR lists; nothing where it cannot be read, which whoever opens it as an archive is told. */
    static JarIndex of(ScanInput jar) {
        if (jar.size() > LARGEST_JAR) {
            return new JarIndex(Optional.of("class-path-jar-bytes=" + LARGEST_JAR));
        }
        try (ByteSource source = jar.open()) {
            ZipDirectory directory = ZipDirectory.read(source, MOST_ENTRIES);
            JarIndex index = new JarIndex(
                    directory.complete() ? Optional.empty() : Optional.of("class-path-jar-entries=" + MOST_ENTRIES));
            directory.entries().forEach(index::add);
            return index;
        } catch (IOException e) {
            return new JarIndex(Optional.empty());
        }
    }

    /** Of no JAR. */
    static JarIndex none() {
        return new JarIndex(Optional.empty());
    }

    /** Of equal names the last counts, as for class loaders; classes for other releases of Java alone do not. */
    private void add(ZipEntryHeader entry) {
        String file = entry.name();
        if (!file.endsWith(ENDING) || file.startsWith("META-INF/") || file.indexOf('/') < 0) {
            return; // what is in no package is seen from none
        }
        String name = file.substring(0, file.length() - ENDING.length());
        if (classes.put(name, entry) == null) {
            int start = name.lastIndexOf('/') + 1;
            int inner = name.indexOf('$', start + 1);
            String outermost = inner < 0 ? name : name.substring(0, inner);
            String simple = name.substring(Math.max(start, name.lastIndexOf('$', name.length() - 2) + 1));
            bySimpleName.computeIfAbsent(simple, it -> new TreeSet<>()).add(outermost);
        }
    }

    /** How many classes it lists, and one for itself. */
    int size() {
        return classes.size() + 1;
    }

    /** Its bound that was reached, if one was. */
    Optional<String> bound() {
        return bound;
    }

    /** Classes of that simple name, and those that have such a class in them, as {@code com/acme/Names}. */
    Set<String> called(String simpleName) {
        return Collections.unmodifiableSet(bySimpleName.getOrDefault(simpleName, NONE));
    }

    /** Simple names of the classes right in that one, in order; those without a name are none. */
    List<String> inside(String name) {
        String prefix = name + "$";
        return classes.subMap(prefix, name + "%").keySet().stream() // '%' follows '$'
                .map(it -> it.substring(prefix.length()))
                .filter(it -> it.indexOf('$') < 0 && !it.isEmpty() && !Character.isDigit(it.charAt(0)))
                .toList();
    }

    /** The bytes of the class; nothing where they cannot be had. */
    Optional<byte[]> read(String name, ByteSource source) {
        try (ZipReader reader = new ZipReader(source)) {
            return Optional.of(reader.read(classes.get(name), CLASS).bytes());
        } catch (IOException e) {
            return Optional.empty(); // whoever looks at the class itself is told
        }
    }
}
