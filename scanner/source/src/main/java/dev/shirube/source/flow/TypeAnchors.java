package dev.shirube.source.flow;

import dev.shirube.catalogue.Catalogue;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Texts of which a source file of the JVM's languages must hold one for a call of the catalogue to be in it. */
final class TypeAnchors {

    /** Below this an anchor tells nothing; a shorter type name is looked for with its package. */
    private static final int SHORTEST = 3;

    private TypeAnchors() {}

    /**
     * The top-level type of each owner, which hardly a file that uses it can do without (an inner type is imported or
     * reached by way of it), and the keys that some rows wait for.
     */
    static SortedSet<String> of(Catalogue catalogue) {
        TreeSet<String> anchors = new TreeSet<>(catalogue.keys());
        for (String owner : catalogue.owners()) {
            String topLevel = owner.split("\\$", 2)[0];
            String simple = topLevel.substring(topLevel.lastIndexOf('.') + 1);
            if (simple.length() < SHORTEST) {
                anchors.add(topLevel);
            } else {
                anchors.add(isEverydayWord(topLevel, simple) ? packageOf(topLevel) : simple);
            }
        }
        return Collections.unmodifiableSortedSet(anchors);
    }

    /** A library's type whose name is one word, like {@code Config}, is found by its package, which an import names. */
    private static boolean isEverydayWord(String topLevel, String simple) {
        return !topLevel.startsWith("java")
                && topLevel.indexOf('.') > 0
                && simple.chars().skip(1).allMatch(Character::isLowerCase);
    }

    private static String packageOf(String owner) {
        return owner.substring(0, owner.lastIndexOf('.'));
    }
}
