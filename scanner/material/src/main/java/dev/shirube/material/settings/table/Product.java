package dev.shirube.material.settings.table;

import dev.shirube.data.DataNode;
import dev.shirube.material.settings.syntax.Entry;
import dev.shirube.material.settings.syntax.Syntax;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One product's table.
 *
 * <p>A file that bears one of the product's names is read for whatever the rows know. A file with another name is read only
 * if it has a telling number of the product's directives, each where a directive stands.
 */
public final class Product {

    /**
     * Files of one name, and how they are read.
     *
     * @param endings of names that files with telling directives may have; none if any will do
     */
    record Reading(List<FilePattern> files, Syntax syntax, List<String> endings) {}

    /** A row that an entry is about, with what the row's pattern leaves open of its path. */
    public record Match(Row row, String open) {}

    /** A row and where it applies. */
    private record Placed(DirectivePattern pattern, Row row) {}

    private final String name;
    private final boolean relaxed;
    private final boolean always;
    private final boolean embedded;
    private final String protocol;
    private final int telling;
    private final List<String> anchors;
    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, List<Placed>> rows = new HashMap<>();
    private final List<Placed> starred = new ArrayList<>();
    private final List<Default> defaults;
    private final List<Part> inherits;
    private final List<Row> all = new ArrayList<>();

    private Product(DataNode table) {
        name = table.get("product").text();
        relaxed = table.get("relaxed").truthOr(false);
        embedded = table.get("embedded").truthOr(false);
        always = table.get("always").truthOr(false);
        protocol = table.get("protocol").textOr("tls");
        telling = table.get("telling").intOr(0);
        anchors = table.get("anchors").texts();
        defaults = table.get("defaults").items().stream().map(Default::of).toList();
        inherits = table.get("inherits").texts().stream()
                .map(it -> Part.valueOf(it.toUpperCase(Locale.ROOT)))
                .toList();
        for (DataNode reading : table.get("reads").items()) {
            readings.add(new Reading(
                    reading.get("files").texts().stream().map(FilePattern::of).toList(),
                    Syntax.of(reading.get("syntax").text()),
                    reading.get("endings").texts()));
        }
    }

    /** The product of a compiled table. */
    static Product of(DataNode table) {
        Product product = new Product(table);
        for (DataNode node : table.get("rows").items()) {
            Row row = Row.of(node, product.protocol);
            product.all.add(row);
            for (String directive : node.get("directive").texts()) {
                product.place(new Placed(DirectivePattern.of(directive, product.relaxed), row));
            }
        }
        return product;
    }

    private void place(Placed placed) {
        String last = placed.pattern().last();
        if (last.contains("*")) {
            starred.add(placed);
        } else {
            rows.computeIfAbsent(last, it -> new ArrayList<>()).add(placed);
        }
    }

    /** As the table is called: {@code nginx}. */
    public String name() {
        return name;
    }

    /** Whether a file of the product's name speaks its protocol whatever it says. */
    public boolean always() {
        return always;
    }

    /** Whether its settings stand in files of other products, as arguments of a Java machine do. */
    public boolean embedded() {
        return embedded;
    }

    /** The protocol that the product speaks. */
    public String protocol() {
        return protocol;
    }

    /** How many different directives make a file with any name one of this product; 0 if none do. */
    public int telling() {
        return telling;
    }

    /** Texts of which a file of this product that matters holds one. */
    public List<String> anchors() {
        return anchors;
    }

    /** What holds where nothing is set. */
    public List<Default> defaults() {
        return defaults;
    }

    /** What a block takes from the closest block around it that fixes it, where it does not itself. */
    public List<Part> inherits() {
        return inherits;
    }

    /** Every row. */
    public List<Row> rows() {
        return List.copyOf(all);
    }

    /** The location of a file that is read as this product's; for a text that looks like that syntax. */
    public String sample(String text) {
        boolean assigned = text.lines().findFirst().orElse("").contains("=");
        Reading reading = readings.stream()
                .filter(it -> assigned == (it.syntax() == Syntax.PROPERTIES || it.syntax() == Syntax.SECTIONS))
                .findFirst()
                .orElse(readings.get(0));
        return reading.files().isEmpty()
                ? "some." + reading.endings().get(0)
                : reading.files().get(0).sample();
    }

    List<Reading> readings() {
        return readings;
    }

    /** The rows that an entry is about; several where one directive means several things. */
    public List<Match> matches(Entry entry) {
        String last =
                DirectivePattern.compared(entry.name().substring(entry.name().lastIndexOf('.') + 1), relaxed);
        List<Placed> candidates = rows.getOrDefault(last, List.of());
        if (candidates.isEmpty() && starred.isEmpty()) {
            return List.of();
        }
        List<String> path = DirectivePattern.split(entry.path(), relaxed);
        List<Match> matches = new ArrayList<>();
        for (List<Placed> list : List.of(candidates, starred)) {
            for (Placed placed : list) {
                Optional<String> open = placed.pattern().match(path);
                // A row may name one directive twice, in a short form and a long one.
                if (open.isPresent() && matches.stream().noneMatch(it -> it.row() == placed.row())) {
                    matches.add(new Match(placed.row(), open.get()));
                }
            }
        }
        return matches;
    }
}
