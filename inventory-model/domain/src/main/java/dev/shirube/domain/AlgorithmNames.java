package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names that stand in the table word by word: JCA names, object identifiers, JOSE and COSE ids. */
final class AlgorithmNames {

    private final Map<String, Algorithm.Known> jca = new HashMap<>();
    private final Map<String, Algorithm.Known> oids = new HashMap<>();
    private final Map<String, Algorithm.Known> jose = new HashMap<>();
    private final Map<Long, Algorithm.Known> cose = new HashMap<>();
    private final CurveTable curves;

    private AlgorithmNames(CurveTable curves) {
        this.curves = curves;
    }

    static AlgorithmNames of(DataNode entries, CurveTable curves) {
        AlgorithmNames names = new AlgorithmNames(curves);
        for (DataNode entry : entries.items()) {
            names.add(entry.get("id").text(), entry);
        }
        return names;
    }

    private void add(String id, DataNode entry) {
        entry.get("jca").entries().forEach((service, rows) -> rows.items()
                .forEach(row -> jca.putIfAbsent(key(service, row.get("name").text()), algorithm(id, row))));
        entry.get("oids").items().forEach(row -> oids.putIfAbsent(row.get("oid").text(), algorithm(id, row)));
        entry.get("jose").items().forEach(row -> jose.putIfAbsent(row.get("name").text(), algorithm(id, row)));
        entry.get("cose").items().forEach(row -> cose.putIfAbsent(row.get("value").whole(), algorithm(id, row)));
    }

    private static Algorithm.Known algorithm(String entry, DataNode row) {
        DataNode gives = row.get("gives");
        return gives.present() ? Algorithm.Known.parse(entry + ";" + gives.text()) : Algorithm.Known.of(entry);
    }

    private static String key(String service, String name) {
        return service + "\n" + name.toLowerCase(Locale.ROOT);
    }

    Optional<Algorithm.Known> byJca(String service, String name) {
        return Optional.ofNullable(jca.get(key(service, name)));
    }

    Optional<Algorithm.Known> byOid(String oid) {
        Algorithm.Known known = oids.get(oid);
        if (known != null) {
            return Optional.of(known);
        }
        return curves.canonical(oid).map(curve -> Algorithm.Known.of("ec-key").withCurve(curve));
    }

    Optional<Algorithm.Known> byJose(String alg) {
        return Optional.ofNullable(jose.get(alg));
    }

    Optional<Algorithm.Known> byCose(long alg) {
        return Optional.ofNullable(cose.get(alg));
    }
}
