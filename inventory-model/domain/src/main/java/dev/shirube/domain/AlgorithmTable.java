package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** The entries of the registry, and the strength of their parameter sets. */
final class AlgorithmTable {

    /**
     * One entry with what the registry's interface does not show.
     *
     * @param display patterns of its name; see {@link DisplayNames}
     */
    record Row(AlgorithmRegistry.Entry entry, String display, List<Strength> strengths) {}

    /**
     * How strong one parameter set is.
     *
     * @param key parameter set or curve
     * @param inherent whether it is the only one the algorithm has
     * @param display a name of its own; empty if the entry's pattern serves
     * @param bits classical strength
     * @param level NIST category
     */
    record Strength(String key, boolean inherent, String display, OptionalInt bits, OptionalInt level) {
        static final Strength UNKNOWN = new Strength("", false, "", OptionalInt.empty(), OptionalInt.empty());
    }

    private final Map<String, DataNode> nodes;
    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    private AlgorithmTable(Map<String, DataNode> nodes) {
        this.nodes = nodes;
    }

    static AlgorithmTable of(DataNode entries) {
        Map<String, DataNode> nodes = new LinkedHashMap<>();
        for (DataNode node : entries.items()) {
            nodes.put(node.get("id").text(), node);
        }
        return new AlgorithmTable(nodes);
    }

    /** The row of that id, made when first asked for: a scan meets few of them. */
    Optional<Row> row(String id) {
        DataNode node = nodes.get(id);
        return node == null ? Optional.empty() : Optional.of(rows.computeIfAbsent(id, it -> row(it, node)));
    }

    List<AlgorithmRegistry.Entry> entries() {
        List<AlgorithmRegistry.Entry> entries = new ArrayList<>();
        nodes.forEach((id, node) -> entries.add(row(id).orElseThrow().entry()));
        return List.copyOf(entries);
    }

    private Row row(String id, DataNode node) {
        AlgorithmRegistry.Entry entry = entry(id, node);
        String display = node.get("display").textOr(entry.name() + "[-{parameter}]");
        DataNode parameters = nodes.get(node.get("parameters_ref").textOr(id)).get("parameters");
        return new Row(entry, display, strengths(parameters));
    }

    /** The strength of that parameter set or curve; of a number between two rows the lower, after SP 800-57 part 1. */
    Strength strengthOf(Algorithm.Known algorithm) {
        Optional<Row> row = row(algorithm.entry());
        if (row.isEmpty()) {
            return Strength.UNKNOWN;
        }
        String key = algorithm.parameterSet().or(algorithm::curve).orElse("");
        int size = number(key);
        Strength best = Strength.UNKNOWN;
        int bestSize = -1;
        for (Strength strength : row.get().strengths()) {
            if (strength.key().equals(key) || key.isEmpty() && strength.inherent()) {
                return strength;
            }
            int floor = number(strength.key());
            if (floor >= 0 && floor <= size && floor > bestSize) {
                best = strength;
                bestSize = floor;
            }
        }
        return best;
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private static List<Strength> strengths(DataNode parameters) {
        List<Strength> strengths = new ArrayList<>();
        for (DataNode node : parameters.items()) {
            String key = node.get("cdx_curve")
                    .textOr(node.get("set").textOr(node.get("name").text()));
            strengths.add(new Strength(
                    key,
                    node.get("inherent").truthOr(false),
                    node.get("display").textOr(""),
                    number(node.get("classical_bits")),
                    number(node.get("nist_level"))));
        }
        return List.copyOf(strengths);
    }

    private static OptionalInt number(DataNode node) {
        return node.present() ? OptionalInt.of(node.intOr(0)) : OptionalInt.empty();
    }

    private static AlgorithmRegistry.Entry entry(String id, DataNode node) {
        String kind = node.get("kind").text();
        String primitive = node.get("primitive").text();
        List<String> functions = node.get("functions").texts();
        return new AlgorithmRegistry.Entry(
                id,
                node.get("name").text(),
                node.get("group").text(),
                kind,
                primitive,
                node.get("cyclonedx_family").optionalText(),
                threat(node.get("quantum_threat").text()),
                functions,
                category(kind, primitive, functions));
    }

    private static QuantumThreat threat(String text) {
        return switch (text) {
            case "shor" -> QuantumThreat.VULNERABLE;
            case "grover" -> QuantumThreat.WEAKENED;
            case "none" -> QuantumThreat.SAFE;
            default -> QuantumThreat.UNKNOWN;
        };
    }

    private static Category category(String kind, String primitive, List<String> functions) {
        if (!kind.equals("public-key")) {
            return Category.of(kind);
        }
        if (functions.contains("encapsulate")) {
            return Category.KEM;
        }
        return primitive.equals("signature") || functions.contains("sign") ? Category.SIGNATURE : Category.PUBLIC_KEY;
    }
}
