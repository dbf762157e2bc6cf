package dev.shirube.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The classes of a unit, their hierarchy, and who refers to whose members. */
final class UnitClasses {

    /** Most classes above or below another that are looked at. */
    private static final int MAXIMUM_RELATED = 64;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byName = new HashMap<>();
    private final Map<String, List<Entry>> below = new HashMap<>();
    private final ReferenceTable references = new ReferenceTable();
    private final Set<String> lookalikes = new TreeSet<>();
    private boolean complete;

    /**
     * A class as its header tells.
     *
     * @param parents the superclass and the interfaces; none for {@code java.lang.Object} and for modules
     */
    record Entry(int id, String location, String name, int access, List<String> parents) {}

    /** @param complete whether every class of the unit can be among those that will be added */
    UnitClasses(boolean complete) {
        this.complete = complete;
    }

    /** Adds a class; those of equal locations follow each other. */
    void add(GatheredClass gathered) {
        int id = entries.size();
        if (id >= ReferenceTable.MAXIMUM_CLASSES) {
            complete = false;
            return;
        }
        Entry entry = new Entry(id, gathered.location(), gathered.name(), gathered.access(), gathered.parents());
        // Of two entries of one name only one can be asked for.
        complete &= id == 0 || !entries.get(id - 1).location().equals(entry.location());
        entries.add(entry);
        if (gathered.lookalike()) {
            lookalikes.add(entry.name());
        }
        references.add(gathered.references(), id);
        byName.computeIfAbsent(entry.name(), it -> new ArrayList<>(1)).add(entry);
        for (String parent : entry.parents()) {
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

    /** Classes that refer to a member of that name, each once, in the order of the unit. */
    List<Entry> referring(String owner, String name) {
        return Arrays.stream(references.classes(owner, name))
                .mapToObj(entries::get)
                .toList();
    }

    /** Names of classes that end like one of the catalogue and are none. */
    Set<String> lookalikes() {
        return Collections.unmodifiableSet(lookalikes);
    }

    /** All of the unit that extend or implement the class, however far below. */
    Set<String> allBelow(String name) {
        if (!below.containsKey(name)) {
            return Set.of();
        }
        Set<String> all = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(name));
        while (!waiting.isEmpty()) {
            for (Entry entry : below.getOrDefault(waiting.remove(), List.of())) {
                if (all.add(entry.name())) {
                    waiting.add(entry.name());
                }
            }
        }
        all.remove(name); // of a hostile file, whose classes extend each other
        return all;
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
