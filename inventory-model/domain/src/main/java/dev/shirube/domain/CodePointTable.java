package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The code points of TLS and IKEv2 and the names of SSH, with the algorithms they stand for; values are made when asked for. */
final class CodePointTable {

    /** The columns of groups and schemes that are shown as attributes. */
    private static final List<String> SHOWN = List.of(
            "kind",
            "key",
            "classical_bits",
            "pq_category",
            "spec",
            "note",
            "client_share",
            "server_share",
            "national",
            "client_default");

    /** The columns of a class of suites that are shown as attributes of each of its suites. */
    private static final List<String> SHOWN_OF_SUITES =
            List.of("class", "key_exchange", "authentication", "quantum", "forward_secrecy");

    private static final int NO_NUMBER = AlgorithmRegistry.CodePoint.NO_NUMBER;

    private final Map<Integer, Row> groups = new HashMap<>();
    private final Map<Integer, Row> schemes = new HashMap<>();
    private final Map<Integer, Row> suites = new HashMap<>();
    private final Map<String, Row> names = new HashMap<>();
    private final Map<String, String> ssh = new HashMap<>();
    private final Map<String, Row> ike = new HashMap<>();
    private final List<Row> sshKeyExchanges;
    private final List<Row> sshHostKeys;
    private final List<Row> ikeKeyExchanges;
    private final DataNode ciphers;

    private CodePointTable(DataNode data) {
        ciphers = data.get("tls_suite_ciphers");
        sshKeyExchanges = rows(data.get("ssh_kex"), row -> NO_NUMBER);
        sshHostKeys = rows(data.get("ssh_hostkey"), row -> NO_NUMBER);
        ikeKeyExchanges = rows(data.get("ikev2").get("key_exchange_methods"), row ->
                (int) row.get("id").whole());
    }

    /** A row of the table; for a suite the node is that of its whole class. */
    private record Row(int code, String name, DataNode node) {}

    static CodePointTable of(DataNode data) {
        CodePointTable table = new CodePointTable(data);
        table.add(table.groups, data.get("tls_named_groups"));
        table.add(table.schemes, data.get("tls_signature_schemes"));
        for (DataNode suiteClass : data.get("tls_cipher_suite_classes").items()) {
            table.addSuites(suiteClass);
        }
        for (Map.Entry<String, DataNode> name :
                data.get("tls_openssl_names").entries().entrySet()) {
            Row suite = table.suites.get(Integer.parseInt(name.getKey()));
            table.names.putIfAbsent(lower(name.getValue().text()), suite);
        }
        table.addSsh(table.sshKeyExchanges);
        table.addSsh(table.sshHostKeys);
        for (Row row : table.ikeKeyExchanges) {
            table.ike.put(lower(row.name()), row);
            row.node().get("aliases").items().forEach(it -> table.ike.put(lower(it.text()), row));
        }
        return table;
    }

    private void add(Map<Integer, Row> points, DataNode rows) {
        for (DataNode node : rows.items()) {
            // Some names carry a remark in parentheses, such as (TLS1.2).
            String name = node.get("name").text();
            int remark = name.indexOf(' ');
            String bare = remark < 0 ? name : name.substring(0, remark);
            Row row = new Row((int) node.get("codepoint").whole(), bare, node);
            points.put(row.code(), row);
            names.putIfAbsent(lower(bare), row);
        }
    }

    private void addSuites(DataNode suiteClass) {
        for (Map.Entry<String, DataNode> suite :
                suiteClass.get("suites").entries().entrySet()) {
            String name = suite.getValue().text();
            Row row = new Row(Integer.parseInt(suite.getKey()), name, suiteClass);
            suites.put(row.code(), row);
            names.putIfAbsent(lower(name), row);
            names.putIfAbsent("tls_".concat(lower(name)), row);
        }
    }

    private static List<Row> rows(DataNode nodes, ToIntFunction<DataNode> number) {
        List<Row> rows = new ArrayList<>();
        for (DataNode node : nodes.items()) {
            rows.add(new Row(number.applyAsInt(node), node.get("name").text(), node));
        }
        return rows;
    }

    private void addSsh(List<Row> rows) {
        for (Row row : rows) {
            row.node().get("algorithm").optionalText().ifPresent(identity -> ssh.put(row.name(), identity));
        }
    }

    Optional<AlgorithmRegistry.CodePoint> group(int code) {
        return Optional.ofNullable(groups.get(code)).map(this::point);
    }

    Optional<AlgorithmRegistry.CodePoint> scheme(int code) {
        return Optional.ofNullable(schemes.get(code)).map(this::point);
    }

    Optional<AlgorithmRegistry.CodePoint> suite(int code) {
        return Optional.ofNullable(suites.get(code)).map(this::point);
    }

    List<AlgorithmRegistry.CodePoint> suites() {
        return new TreeMap<>(suites).values().stream().map(this::point).toList();
    }

    Optional<AlgorithmRegistry.CodePoint> byName(String name) {
        return Optional.ofNullable(names.get(lower(name.trim()))).map(this::point);
    }

    /** The group on that curve alone; of several the one with the lowest code point. */
    Optional<AlgorithmRegistry.CodePoint> groupOnCurve(String curve) {
        return new TreeMap<>(groups)
                .values().stream()
                        .map(this::point)
                        .filter(it -> it.algorithms().size() == 1)
                        .filter(it -> it.algorithms().get(0).curve().equals(Optional.of(curve)))
                        .findFirst();
    }

    Optional<Algorithm.Known> ssh(String name) {
        return Optional.ofNullable(ssh.get(name)).map(Algorithm.Known::parse);
    }

    List<AlgorithmRegistry.CodePoint> sshKeyExchanges() {
        return sshKeyExchanges.stream().map(this::point).toList();
    }

    List<AlgorithmRegistry.CodePoint> sshHostKeys() {
        return sshHostKeys.stream().map(this::point).toList();
    }

    List<AlgorithmRegistry.CodePoint> ikeKeyExchanges() {
        return ikeKeyExchanges.stream().map(this::point).toList();
    }

    /** The exchange of that name, or the several whose names a plus joins: the secrets of all of them are used (RFC 9370). */
    Optional<AlgorithmRegistry.CodePoint> ike(String name) {
        List<AlgorithmRegistry.CodePoint> parts = new ArrayList<>();
        for (String part : name.split("\\+", -1)) {
            Row row = ike.get(lower(part.trim()));
            if (row == null) {
                return Optional.empty();
            }
            parts.add(point(row));
        }
        if (parts.size() == 1) {
            return Optional.of(parts.get(0));
        }
        boolean pqc = parts.stream().anyMatch(it -> it.threat() == QuantumThreat.SAFE);
        return Optional.of(new AlgorithmRegistry.CodePoint(
                NO_NUMBER,
                name,
                pqc ? "hybrid" : "classical",
                parts.stream().flatMap(it -> it.algorithms().stream()).toList(),
                Map.of()));
    }

    private AlgorithmRegistry.CodePoint point(Row row) {
        DataNode node = row.node();
        if (node.get("suites").present()) {
            return suite(row);
        }
        return new AlgorithmRegistry.CodePoint(
                row.code(),
                row.name(),
                node.get("class").text(),
                List.copyOf(node.get("algorithm").present() ? algorithm(node) : algorithms(node.get("algorithms"))),
                attributes(node, SHOWN));
    }

    private AlgorithmRegistry.CodePoint suite(Row row) {
        int with = row.name().indexOf("_WITH_");
        String cipher = with < 0 ? row.name() : row.name().substring(with + "_WITH_".length());
        List<Algorithm.Known> algorithms = algorithms(row.node().get("algorithms"));
        algorithms.addAll(algorithms(ciphers.get(cipher)));
        return new AlgorithmRegistry.CodePoint(
                row.code(),
                "TLS_" + row.name(),
                row.node().get("classification").text(),
                List.copyOf(algorithms),
                attributes(row.node(), SHOWN_OF_SUITES));
    }

    private static Map<String, String> attributes(DataNode node, List<String> columns) {
        Map<String, String> attributes = new TreeMap<>();
        for (String column : columns) {
            node.get(column).optionalText().ifPresent(value -> attributes.put(column, value));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static List<Algorithm.Known> algorithm(DataNode node) {
        return List.of(Algorithm.Known.parse(node.get("algorithm").text()));
    }

    private static List<Algorithm.Known> algorithms(DataNode node) {
        List<Algorithm.Known> algorithms = new ArrayList<>();
        for (DataNode identity : node.items()) {
            algorithms.add(Algorithm.Known.parse(identity.text()));
        }
        return algorithms;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
