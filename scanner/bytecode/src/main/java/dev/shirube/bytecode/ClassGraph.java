package dev.shirube.bytecode;

import dev.shirube.domain.Reach;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** The classes of a family and whom they refer to; what the program's start leads to is marked, breadth first. */
final class ClassGraph {

    private static final int NONE = -1;

    private final List<ArchiveClasses.Node> classes;
    /** One class of each name. */
    private final LongTable byName = new LongTable();
    /** Another class of the same name: a second archive, or a variant for a newer platform, may define it once more. */
    private final int[] another;

    private final BitSet reached = new BitSet();
    private final BitSet entries = new BitSet();
    /** Places in {@link #implementations} by the type for which they are loaded once that is reached. */
    private final LongTable registered = new LongTable();

    private final List<List<Long>> implementations = new ArrayList<>();
    private final Deque<Integer> waiting = new ArrayDeque<>();

    ClassGraph(List<ArchiveClasses.Node> classes) {
        this.classes = classes;
        this.another = new int[classes.size()];
        for (int i = 0; i < another.length; i++) {
            long name = classes.get(i).name();
            another[i] = byName.get(name);
            byName.put(name, i);
        }
    }

    /** Whether a class of that name is defined. */
    boolean defines(long name) {
        return byName.contains(name);
    }

    /** The indexes of the classes of that name. */
    List<Integer> named(long name) {
        List<Integer> named = new ArrayList<>(1);
        for (int i = byName.get(name); i != NONE; i = another[i]) {
            named.add(i);
        }
        return named;
    }

    /** Notes that the class of a name is loaded once a type is reached. */
    void register(long type, long implementation) {
        if (!registered.contains(type)) {
            registered.put(type, implementations.size());
            implementations.add(new ArrayList<>(1));
        }
        implementations.get(registered.get(type)).add(implementation);
    }

    /** Marks a class in which the program starts, and all that it leads to. */
    void enter(int index) {
        entries.set(index);
        visit(index);
        run();
    }

    /** Marks the classes of that name as reached, and all that they lead to. */
    void reach(long name) {
        visit(name);
        run();
    }

    /** How the class at that index is reached. */
    Reach reach(int index) {
        return entries.get(index) ? Reach.ENTRY : reached.get(index) ? Reach.REACHED : Reach.NOT_REACHED;
    }

    private void run() {
        while (!waiting.isEmpty()) {
            for (long reference : classes.get(waiting.remove()).references()) {
                visit(reference);
            }
        }
    }

    private void visit(long name) {
        for (int i = byName.get(name); i != NONE; i = another[i]) {
            visit(i);
        }
        int at = registered.get(name);
        if (at != NONE && !implementations.get(at).isEmpty()) {
            List<Long> loaded = implementations.set(at, List.of());
            loaded.forEach(this::visit);
        }
    }

    private void visit(int index) {
        if (!reached.get(index)) {
            reached.set(index);
            waiting.add(index);
        }
    }
}
