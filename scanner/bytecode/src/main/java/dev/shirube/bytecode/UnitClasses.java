package dev.shirube.bytecode;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/**
 * The classes of a unit, their hierarchy, and who refers to whose members: read from constant pools, without a look at
 * any code, when the first site asks for it.
 */
final class UnitClasses {

    /** The index of a unit; computed once, and only where a value leads out of a method. */
    static final UnitIndex<UnitClasses> INDEX = UnitClasses::read;

    /** Suffixes of class files; the two odd ones are those of monitoring agents. */
    private static final List<String> SUFFIXES = List.of(".class", ".classdata", ".esclazz");

    /**
     * Class bytes of the largest unit that is indexed. The index inflates the unit a second time, which costs more than the
     * rest of the scan; in a larger unit values are followed inside their method only (docs/adr/0009).
     */
    static final long MAXIMUM_BYTES = 16L << 20;

    /** Most classes above or below another that are looked at. */
    private static final int MAXIMUM_RELATED = 64;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, List<Entry>> below = new HashMap<>();
    private final ReferenceTable references = new ReferenceTable();
    private final Set<String> locations = new HashSet<>();
    private boolean complete = true;
    private boolean tooLarge;

    /**
     * A class as its header tells.
     *
     * @param parents the superclass and the interfaces; none for {@code java.lang.Object} and for modules
     */
    record Entry(int id, String location, String name, int access, List<String> parents) {}

    private static UnitClasses read(ScanUnit unit) {
        UnitClasses classes = new UnitClasses();
        try {
            long[] announced = new long[1];
            eachClass(unit, input -> announced[0] += Math.max(0, input.size()));
            classes.tooLarge = announced[0] > MAXIMUM_BYTES;
            if (!classes.tooLarge) {
                eachClass(unit, classes::add);
            }
        } catch (IOException e) {
            classes.complete = false; // the engine reports what it cannot read
        }
        classes.references.seal();
        classes.locations.clear();
        return classes;
    }

    private static void eachClass(ScanUnit unit, Consumer<ScanInput> action) throws IOException {
        unit.forEach(
                input -> {
                    if (SUFFIXES.stream().anyMatch(input.name()::endsWith)) {
                        action.accept(input);
                    }
                },
                diagnostic -> {});
    }

    /** Whether the unit was too large to be indexed: nothing is known of it then. */
    boolean tooLarge() {
        return tooLarge;
    }

    private void add(ScanInput input) {
        try {
            complete &= locations.add(input.location()); // of two entries of one name only the last can be asked for
            byte[] content = input.bytes();
            if (ClassHeader.isClass(content)) {
                add(input.location(), new ClassReader(ClassHeader.readable(content)));
            }
        } catch (IOException | RuntimeException e) {
            // ASM documents no exception for class files that are not well-formed, and throws several. A class that
            // cannot be read may be the one that matters: nothing is said to be complete then.
            complete = false;
        }
    }

    private void add(String location, ClassReader reader) {
        List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
        if (reader.getSuperName() != null) {
            parents.add(reader.getSuperName());
        }
        Entry entry = new Entry(entries.size(), location, reader.getClassName(), reader.getAccess(), parents);
        references.add(reader, entry.id());
        entries.add(entry);
        byName.computeIfAbsent(entry.name(), it -> new ArrayList<>(1)).add(entry);
        for (String parent : parents) {
            below.computeIfAbsent(parent, it -> new ArrayList<>(1)).add(entry);
        }
    }

    /** Whether every class of the unit could be read. */
    boolean complete() {
        return complete && references.complete();
    }

    /** Whether there is one class only: it says nothing of the rest of its package. */
    boolean lone() {
        return entries.size() <= 1;
    }

    /** The definitions of a class, of which a multi-release archive has several; none where it is outside the unit. */
    List<Entry> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Classes that refer to the member by one of these owners, each once, in the order of the unit. */
    List<Entry> referring(Set<String> owners, String name, String descriptor) {
        TreeSet<Integer> ids = new TreeSet<>();
        for (String owner : owners) {
            for (int id : references.classes(owner, name, descriptor)) {
                ids.add(id);
            }
        }
        return ids.stream().map(entries::get).toList();
    }

    /** The class and all that it extends or implements, nearest first; cut off where there are very many. */
    Set<String> above(String name) {
        return closure(
                name,
                it -> named(it).stream()
                        .flatMap(entry -> entry.parents().stream())
                        .toList());
    }

    /** The class and all of the unit that extend or implement it, nearest first; cut off where there are very many. */
    Set<String> below(String name) {
        return closure(
                name,
                it -> below.getOrDefault(it, List.of()).stream()
                        .map(Entry::name)
                        .toList());
    }

    /** All classes by whose name an instance member of the class, or of one below it, can be used. */
    Set<String> related(String name) {
        Set<String> related = new LinkedHashSet<>();
        for (String type : below(name)) {
            related.addAll(above(type));
            related.add(type);
            if (cutOff(related)) {
                return related;
            }
        }
        return related;
    }

    /** Whether a set of relatives was cut off. */
    static boolean cutOff(Set<String> related) {
        return related.size() > MAXIMUM_RELATED;
    }

    private static Set<String> closure(String name, Function<String, List<String>> next) {
        Set<String> closure = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(name));
        while (!waiting.isEmpty() && !cutOff(closure)) {
            String one = waiting.remove();
            if (closure.add(one)) {
                waiting.addAll(next.apply(one));
            }
        }
        return closure;
    }
}
