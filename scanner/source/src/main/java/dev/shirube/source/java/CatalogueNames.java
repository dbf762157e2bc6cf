package dev.shirube.source.java;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The catalogue's owners and members as they are written in Java source. */
final class CatalogueNames {

    /** Below this an anchor tells nothing; a shorter type name is looked for with its package. */
    private static final int SHORTEST_ANCHOR = 3;

    private final Catalogue catalogue;
    private final Map<String, String> ownersByDottedName = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> cast = new HashSet<>();

    CatalogueNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (ApiPoint point : catalogue.points()) {
            ownersByDottedName.put(point.owner().replace('$', '.'), point.owner());
            if (point.kind() == CallSite.Kind.CONSTRUCTOR) {
                created.add(simpleName(point.owner()));
            } else if (point.kind() == CallSite.Kind.CAST) {
                cast.add(simpleName(point.owner()));
            } else {
                members.add(point.member());
            }
        }
    }

    /**
     * The top-level type of each owner, which hardly a file that uses it can do without (an inner type is imported or
     * reached by way of it), and the keys that some rows wait for.
     */
    Set<String> anchors() {
        TreeSet<String> anchors = new TreeSet<>(catalogue.keys());
        for (String owner : catalogue.owners()) {
            String topLevel = owner.split("\\$", 2)[0];
            String simple = simpleName(topLevel);
            if (simple.length() < SHORTEST_ANCHOR) {
                anchors.add(topLevel);
            } else {
                anchors.add(isEverydayWord(topLevel, simple) ? packageOf(topLevel) : simple);
            }
        }
        return Collections.unmodifiableSet(anchors);
    }

    /** The owner that is written so in full: {@code java.security.KeyStore.Builder}. */
    Optional<String> owner(String dottedName) {
        return Optional.ofNullable(ownersByDottedName.get(dottedName));
    }

    /** Whether some row names a method or field like that, of whatever owner. */
    boolean isMember(String name) {
        return members.contains(name);
    }

    /** Whether some row names a constructor of a type of that simple name. */
    boolean isCreated(String simpleName) {
        return created.contains(simpleName);
    }

    /** Whether some row names casts to a type of that simple name. */
    boolean isCast(String simpleName) {
        return cast.contains(simpleName);
    }

    List<ApiPoint> rows(String owner, String member) {
        return catalogue.find(owner, member);
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

    private static String simpleName(String owner) {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }
}
