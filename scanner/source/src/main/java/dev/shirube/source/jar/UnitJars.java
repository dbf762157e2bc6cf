package dev.shirube.source.jar;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.source.language.SourceText;
import dev.shirube.source.program.ProgramFile;
import dev.shirube.source.program.Statement;
import dev.shirube.source.program.TypeDeclaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What was read of the JARs of a unit for the values of its sources, as long as there is room for it. */
public final class UnitJars {

    /** Classes of which it is kept in which JAR they are, by the heap: each takes some four hundred bytes. */
    private static final int MOST_LISTED =
            (int) Math.min(1 << 20, Math.max(1 << 14, Runtime.getRuntime().maxMemory() >> 13));

    /** Classes that are kept, with those in them. */
    private static final int MOST_CLASSES = 1_000;

    /** Classes in one class that are read with it, and how deep they may stand in each other. */
    private static final int MOST_INSIDE = 64;

    private static final int DEEPEST = 8;

    private final Room<JarIndex> indexes = new Room<>(MOST_LISTED, JarIndex::size);
    private final Room<JarClass> classes = new Room<>(MOST_CLASSES, it -> 1);

    /**
     * A class of a JAR.
     *
     * @param referred qualified names of the classes that it names
     */
    record JarClass(Optional<ProgramFile> file, Set<String> referred) {
        /** Keeps an unmodifiable copy. */
        JarClass {
            referred = Set.copyOf(referred);
        }
    }

    /** The classes that the JAR at that location lists; none where there is no JAR. */
    JarIndex index(String jar, ScanUnit unit) {
        unit.restsOn(jar);
        return indexes.get(jar, () -> input(jar, unit).map(JarIndex::of)).orElseGet(JarIndex::none);
    }

    /** The class of that name, as {@code com/acme/Names}, with the classes in it. */
    JarClass type(String jar, String name, ScanUnit unit) {
        unit.restsOn(jar);
        return classes.get(location(jar, name), () -> Optional.of(read(jar, name, unit)))
                .orElseThrow();
    }

    private static Optional<ScanInput> input(String jar, ScanUnit unit) {
        try {
            return unit.input(jar);
        } catch (IOException e) {
            return Optional.empty(); // whoever opens it is told why it cannot be read
        }
    }

    private JarClass read(String jar, String name, ScanUnit unit) {
        TreeSet<String> referred = new TreeSet<>();
        Optional<TypeDeclaration> type = Optional.empty();
        Optional<ScanInput> input = input(jar, unit);
        if (input.isPresent()) {
            try (ByteSource source = input.get().open()) {
                type = new Reading(index(jar, unit), source, new ClassDeclarations(referred))
                        .type(name, name.substring(name.lastIndexOf('/') + 1), 0);
            } catch (IOException e) {
                type = Optional.empty(); // as above
            }
        }
        return new JarClass(type.map(it -> file(jar, name, it)), referred);
    }

    private static ProgramFile file(String jar, String name, TypeDeclaration type) {
        return new ProgramFile(
                new SourceText(location(jar, name), ""),
                name.substring(0, name.lastIndexOf('/')).replace('/', '.'),
                List.of(),
                List.of(type),
                List.of(),
                Statement.Block.EMPTY,
                List.of());
    }

    private static String location(String jar, String name) {
        return jar + "!/" + name + ".class";
    }

    /** Room for what was asked for most recently. */
    private static final class Room<T> {
        private final Map<String, T> kept = new LinkedHashMap<>(16, 0.75f, true);
        private final int most;
        private final ToIntFunction<T> size;
        private long used;

        Room(int most, ToIntFunction<T> size) {
            this.most = most;
            this.size = size;
        }

        Optional<T> get(String key, Supplier<Optional<T>> make) {
            synchronized (kept) {
                T known = kept.get(key);
                if (known != null) {
                    return Optional.of(known);
                }
            }
            Optional<T> made = make.get();
            synchronized (kept) {
                if (made.isPresent() && kept.putIfAbsent(key, made.get()) == null) {
                    used += size.applyAsInt(made.get());
                }
                var oldest = kept.values().iterator();
                while (used > most && oldest.hasNext()) {
                    used -= size.applyAsInt(oldest.next());
                    oldest.remove();
                }
            }
            return made;
        }
    }

    /** The reading of one class and those in it. */
    private static final class Reading {
        private final JarIndex index;
        private final ByteSource source;
        private final ClassDeclarations declarations;
        private int inside;

        Reading(JarIndex index, ByteSource source, ClassDeclarations declarations) {
            this.index = index;
            this.source = source;
            this.declarations = declarations;
        }

        Optional<TypeDeclaration> type(String name, String simpleName, int depth) {
            List<TypeDeclaration> within = new ArrayList<>();
            for (String each : depth < DEEPEST ? index.inside(name) : List.<String>of()) {
                if (++inside <= MOST_INSIDE) {
                    type(name + "$" + each, each, depth + 1).ifPresent(within::add);
                }
            }
            return index.read(name, source).flatMap(it -> declarations.read(it, simpleName, within));
        }
    }
}
