package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The code points of TLS and the names of SSH, with the algorithms they stand for. */
final class CodePointTable {

    private static final List<String> SHOWN = List.of(
            "kind", "key", "classical_bits", "pq_category", "spec", "note", "client_share", "server_share", "national");

    private final Map<Integer, AlgorithmRegistry.CodePoint> groups = new HashMap<>();
    private final Map<Integer, AlgorithmRegistry.CodePoint> schemes = new HashMap<>();
    private final Map<Integer, AlgorithmRegistry.CodePoint> suites = new HashMap<>();
    private final Map<String, AlgorithmRegistry.CodePoint> names = new HashMap<>();
    private final Map<String, AlgorithmRegistry.CodePoint> groupsByCurve = new HashMap<>();
    private final Map<String, Algorithm.Known> ssh = new HashMap<>();

    private CodePointTable() {}

    static CodePointTable of(DataNode data) {
        CodePointTable table = new CodePointTable();
        data.get("tls_named_groups").items().forEach(row -> table.addGroup(point(row)));
        data.get("tls_signature_schemes").items().forEach(row -> table.add(table.schemes, point(row)));
        data.get("tls_cipher_suite_classes").items().forEach(row -> table.addSuites(row, data.get("tls_suite_ciphers")));
        data.get("tls_openssl_names").entries().forEach((code, name) -> {
            AlgorithmRegistry.CodePoint suite = table.suites.get(Integer.parseInt(code));
            table.names.putIfAbsent(lower(name.text()), suite);
        });
        data.get("ssh_kex").items().forEach(table::addSsh);
        data.get("ssh_hostkey").items().forEach(table::addSsh);
        return table;
    }

    Optional<AlgorithmRegistry.CodePoint> group(int code) {
        return Optional.ofNullable(groups.get(code));
    }

    Optional<AlgorithmRegistry.CodePoint> scheme(int code) {
        return Optional.ofNullable(schemes.get(code));
    }

    Optional<AlgorithmRegistry.CodePoint> suite(int code) {
        return Optional.ofNullable(suites.get(code));
    }

    Optional<AlgorithmRegistry.CodePoint> byName(String name) {
        return Optional.ofNullable(names.get(lower(name.trim())));
    }

    /** The first group on that curve, in the order of code points. */
    Optional<AlgorithmRegistry.CodePoint> groupOnCurve(String curve) {
        return Optional.ofNullable(groupsByCurve.get(curve));
    }

    Optional<Algorithm.Known> ssh(String name) {
        return Optional.ofNullable(ssh.get(name));
    }

    private void addGroup(AlgorithmRegistry.CodePoint group) {
        add(groups, group);
        if (group.algorithms().size() == 1) {
            group.algorithms().get(0).curve().ifPresent(curve -> groupsByCurve.putIfAbsent(curve, group));
        }
    }

    private void add(Map<Integer, AlgorithmRegistry.CodePoint> points, AlgorithmRegistry.CodePoint point) {
        points.put(point.code(), point);
        names.putIfAbsent(lower(point.name()), point);
    }

    private void addSsh(DataNode row) {
        row.get("algorithm")
                .optionalText()
                .ifPresent(is -> ssh.put(row.get("name").text(), Algorithm.Known.parse(is)));
    }

    private void addSuites(DataNode suiteClass, DataNode ciphers) {
        String classification = suiteClass.get("classification").text();
        List<Algorithm.Known> exchange = algorithms(suiteClass.get("algorithms"));
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : List.of("class", "key_exchange", "authentication", "quantum", "forward_secrecy")) {
            attributes.put(name, suiteClass.get(name).text());
        }
        suiteClass.get("suites").entries().forEach((code, node) -> {
            String name = node.text();
            int with = name.indexOf("_WITH_");
            List<Algorithm.Known> all = new ArrayList<>(exchange);
            all.addAll(algorithms(ciphers.get(with < 0 ? name : name.substring(with + "_WITH_".length()))));
            add(suites, new AlgorithmRegistry.CodePoint(
                    Integer.parseInt(code), "TLS_" + name, classification, List.copyOf(all), Map.copyOf(attributes)));
            names.putIfAbsent(lower(name), suites.get(Integer.parseInt(code)));
        });
    }

    private static AlgorithmRegistry.CodePoint point(DataNode row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : SHOWN) {
            row.get(name).optionalText().ifPresent(value -> attributes.put(name, value));
        }
        // Some names of the table carry a remark in parentheses, such as (TLS1.2).
        String name = row.get("name").text();
        int remark = name.indexOf(' ');
        return new AlgorithmRegistry.CodePoint(
                (int) row.get("codepoint").whole(),
                remark < 0 ? name : name.substring(0, remark),
                row.get("class").text(),
                algorithms(row.get("algorithms")),
                Map.copyOf(attributes));
    }

    private static List<Algorithm.Known> algorithms(DataNode node) {
        List<Algorithm.Known> algorithms = new ArrayList<>();
        node.texts().forEach(text -> algorithms.add(Algorithm.Known.parse(text)));
        return List.copyOf(algorithms);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
