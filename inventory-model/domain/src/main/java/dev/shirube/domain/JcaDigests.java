package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Digests by the spellings that JCA names use for them. */
final class JcaDigests {

    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, Algorithm.Known> algorithms = new HashMap<>();

    private JcaDigests() {}

    static JcaDigests of(DataNode rows) {
        JcaDigests digests = new JcaDigests();
        for (DataNode row : rows.items()) {
            String name = row.get("name").text();
            digests.canonical.put(name.toLowerCase(Locale.ROOT), name);
            for (DataNode alias : row.get("aliases").items()) {
                digests.canonical.put(alias.text().toLowerCase(Locale.ROOT), name);
            }
            if (row.get("is").present()) {
                digests.algorithms.put(name, Algorithm.Known.parse(row.get("is").text()));
            }
        }
        return digests;
    }

    /** The canonical name of that spelling. */
    Optional<String> canonical(String spelling) {
        return Optional.ofNullable(canonical.get(spelling.toLowerCase(Locale.ROOT)));
    }

    /** The digest itself as an algorithm. */
    Optional<Algorithm.Known> algorithm(String spelling) {
        return canonical(spelling).map(algorithms::get);
    }
}
