package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every curve of CycloneDX 1.7 by all its names and object identifiers. */
final class CurveTable {

    private final Map<String, String> canonical;

    private CurveTable(Map<String, String> canonical) {
        this.canonical = canonical;
    }

    static CurveTable of(DataNode curves) {
        Map<String, String> canonical = new HashMap<>();
        for (DataNode curve : curves.items()) {
            String name = curve.get("name").text();
            put(canonical, name, name);
            for (DataNode alias : curve.get("aliases").items()) {
                put(canonical, alias.text(), name);
            }
            for (DataNode oid : curve.get("oids").items()) {
                canonical.putIfAbsent(oid.text(), name);
            }
        }
        return new CurveTable(canonical);
    }

    /** The canonical name, for any name (with or without its group, in any case) or object identifier. */
    Optional<String> canonical(String alias) {
        return Optional.ofNullable(canonical.get(alias.trim().toLowerCase(Locale.ROOT)));
    }

    private static void put(Map<String, String> canonical, String alias, String name) {
        String lower = alias.toLowerCase(Locale.ROOT);
        canonical.putIfAbsent(lower, name);
        canonical.putIfAbsent(lower.substring(lower.indexOf('/') + 1), name);
    }
}
