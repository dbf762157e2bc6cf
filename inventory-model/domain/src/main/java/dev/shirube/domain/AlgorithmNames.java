package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that stand in the table word by word: JCA names, object identifiers, URIs of XML, the ids of JOSE, COSE, OpenPGP and
 * DNSSEC.
 *
 * <p>On the way of every start, therefore indexed without building a value for any name that nobody asks for.
 */
final class AlgorithmNames {

    /** What a row says: its entry, and the parameters that the name itself carries. */
    private record Meaning(String entry, DataNode gives) {
        static Optional<Algorithm.Known> of(Meaning meaning) {
            return meaning == null ? Optional.empty() : Optional.of(meaning.algorithm());
        }

        Algorithm.Known algorithm() {
            return gives.present() ? Algorithm.Known.parse(entry + ";" + gives.text()) : Algorithm.Known.of(entry);
        }
    }

    private final Map<String, Map<String, Meaning>> jca = new HashMap<>();
    private final Map<String, Meaning> oids = new HashMap<>();
    private final Map<String, Meaning> xml = new HashMap<>();
    private final Map<String, Meaning> jose = new HashMap<>();
    private final Map<Long, Meaning> cose = new HashMap<>();
    private final Map<Long, Meaning> openPgp = new HashMap<>();
    private final Map<Long, Meaning> dnssec = new HashMap<>();
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
        for (Map.Entry<String, DataNode> service : entry.get("jca").entries().entrySet()) {
            Map<String, Meaning> names = jca.get(service.getKey());
            if (names == null) {
                names = new HashMap<>();
                jca.put(service.getKey(), names);
            }
            for (DataNode row : service.getValue().items()) {
                names.putIfAbsent(lower(row.get("name").text()), new Meaning(id, row.get("gives")));
            }
        }
        for (DataNode row : entry.get("oids").items()) {
            oids.putIfAbsent(row.get("oid").text(), new Meaning(id, row.get("gives")));
        }
        for (DataNode row : entry.get("xml").items()) {
            xml.putIfAbsent(row.get("name").text(), new Meaning(id, row.get("gives")));
        }
        for (DataNode row : entry.get("jose").items()) {
            jose.putIfAbsent(row.get("name").text(), new Meaning(id, row.get("gives")));
        }
        addNumbers(id, entry.get("cose"), cose);
        addNumbers(id, entry.get("openpgp"), openPgp);
        addNumbers(id, entry.get("dnssec"), dnssec);
    }

    private static void addNumbers(String id, DataNode rows, Map<Long, Meaning> numbers) {
        for (DataNode row : rows.items()) {
            numbers.putIfAbsent(row.get("value").whole(), new Meaning(id, row.get("gives")));
        }
    }

    Optional<Algorithm.Known> byJca(String service, String name) {
        Map<String, Meaning> names = jca.get(service);
        return names == null ? Optional.empty() : Meaning.of(names.get(lower(name)));
    }

    Optional<Algorithm.Known> byOid(String oid) {
        Optional<Algorithm.Known> known = Meaning.of(oids.get(oid));
        return known.isPresent()
                ? known
                : curves.canonical(oid)
                        .map(curve -> Algorithm.Known.of("ec-key").withCurve(curve));
    }

    Optional<Algorithm.Known> byXml(String uri) {
        return Meaning.of(xml.get(uri));
    }

    Optional<Algorithm.Known> byJose(String alg) {
        return Meaning.of(jose.get(alg));
    }

    Optional<Algorithm.Known> byCose(long alg) {
        return Meaning.of(cose.get(alg));
    }

    Optional<Algorithm.Known> byOpenPgp(long id) {
        return Meaning.of(openPgp.get(id));
    }

    Optional<Algorithm.Known> byDnssec(long number) {
        return Meaning.of(dnssec.get(number));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
