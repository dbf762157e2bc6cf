package dev.shirube.source.java;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogue's owners and members as they are written in Java source. */
final class CatalogueNames {

    private final Map<String, String> ownersByDottedName = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> cast = new HashSet<>();

    CatalogueNames(Catalogue catalogue) {
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

    private static String simpleName(String owner) {
        return owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    }
}
