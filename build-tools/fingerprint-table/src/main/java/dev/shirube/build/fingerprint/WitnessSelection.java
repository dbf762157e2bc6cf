package dev.shirube.build.fingerprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the classes that tell of a library: those that are the same in many versions, by which it is recognised even in a
 * version that nobody has seen, and for each two versions that follow each other some that differ.
 */
final class WitnessSelection {

    /** Classes that change least. */
    private static final int STABLE = 20;

    /** How many classes are to tell each two versions apart, where so many do. */
    private static final int SEPARATING = 10;

    /** Smaller classes are alike by chance: by them no library is recognised, in bytes. */
    private static final int SMALLEST_STABLE = 900;

    /** Smaller classes hold next to nothing that could change, in bytes. */
    private static final int SMALLEST = 300;

    private final List<ClassHistory> candidates;
    private final List<int[]> pairs;

    WitnessSelection(Collection<ClassHistory> classes, List<int[]> pairs) {
        candidates = classes.stream()
                .filter(it -> it.smallest() >= SMALLEST)
                .sorted(Comparator.comparing(ClassHistory::path))
                .toList();
        this.pairs = pairs;
    }

    /** The chosen classes, by path. */
    List<ClassHistory> choose() {
        List<ClassHistory> left = new ArrayList<>(candidates);
        List<ClassHistory> chosen = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparing((ClassHistory it) -> -it.present())
                        .thenComparing(ClassHistory::distinct)
                        .thenComparing(it -> -it.smallest())
                        .thenComparing(ClassHistory::path))
                .filter(it -> it.smallest() >= SMALLEST_STABLE)
                .limit(STABLE)
                .forEach(chosen::add);
        left.removeAll(chosen);
        int[] wanted = new int[pairs.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = SEPARATING;
            for (ClassHistory it : chosen) {
                wanted[i] -= it.separates(pairs.get(i)) ? 1 : 0;
            }
        }
        while (true) {
            ClassHistory best = best(left, wanted);
            if (best == null) {
                break;
            }
            left.remove(best);
            chosen.add(best);
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] -= best.separates(pairs.get(i)) ? 1 : 0;
            }
        }
        chosen.sort(Comparator.comparing(ClassHistory::path));
        return chosen;
    }

    /** How many classes of those tell the two versions apart. */
    static long separating(List<ClassHistory> classes, int[] pair) {
        return classes.stream().filter(it -> it.separates(pair)).count();
    }

    /** The class that tells most pairs apart of those still wanted, for what it adds to the table; null where none does. */
    private ClassHistory best(List<ClassHistory> left, int[] wanted) {
        ClassHistory best = null;
        double highest = 0;
        for (ClassHistory it : left) {
            int gain = 0;
            for (int i = 0; i < wanted.length; i++) {
                gain += wanted[i] > 0 && it.separates(pairs.get(i)) ? 1 : 0;
            }
            // A class that most versions have is worth more: what is missing tells nothing.
            double value = gain * (double) it.present() / (2 + it.distinct());
            if (gain > 0 && value > highest) {
                highest = value;
                best = it;
            }
        }
        return best;
    }
}
