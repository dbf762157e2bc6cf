package dev.shirube.catalogue;

import dev.shirube.data.DataNode;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the rows of one library's table; the head of {@code jca.yaml} documents their form. */
final class CatalogueTable {

    private static final Set<String> COLUMNS = Set.of(
            "point",
            "kind",
            "argument",
            "meaning",
            "service",
            "function",
            "category",
            "keys",
            "names",
            "separators",
            "overloads",
            "only",
            "since",
            "example",
            "note");

    private CatalogueTable() {}

    /**
     * @throws IllegalStateException when a row is not well-formed; the message names it
     */
    static List<ApiPoint> read(DataNode table) {
        String library = table.get("library").text();
        Map<String, Map<String, String>> shared = new LinkedHashMap<>();
        table.get("names").entries().forEach((name, names) -> shared.put(name, texts(names)));
        List<ApiPoint> points = new ArrayList<>();
        for (DataNode row : table.get("rows").items()) {
            try {
                points.add(point(library, row, names(row, shared)));
            } catch (IllegalStateException | IllegalArgumentException e) {
                throw new IllegalStateException(
                        "The row " + row.get("point").textOr("without a point") + " of " + library
                                + " is not well-formed: " + e.getMessage(),
                        e);
            }
        }
        return points;
    }

    private static ApiPoint point(String library, DataNode row, Map<String, String> names) {
        for (String column : row.entries().keySet()) {
            check(COLUMNS.contains(column), "there is no column " + column);
        }
        String point = row.get("point").text();
        int hash = point.indexOf('#');
        check(hash > 0, "a point is written owner#member");
        List<String> overloads = row.get("overloads").texts();
        List<String> only = row.get("only").truthOr(false) ? overloads : List.of();
        String meaning = row.get("meaning").text();
        Meaning.of(meaning);
        CryptoFunction function = CryptoFunction.of(row.get("function").text());
        check(function.id().equals(row.get("function").text()), "there is no such function");
        return new ApiPoint(
                only.isEmpty() ? point : point + String.join(",", only),
                library,
                CallSite.Kind.valueOf(
                        row.get("kind").text().toUpperCase(Locale.ROOT).replace('-', '_')),
                point.substring(0, hash),
                point.substring(hash + 1),
                only,
                row.get("argument").present()
                        ? OptionalInt.of(row.get("argument").intOr(0))
                        : OptionalInt.empty(),
                meaning,
                row.get("service").optionalText(),
                function,
                category(row, function),
                keys(row),
                overloads,
                names,
                row.get("separators").textOr(""),
                row.get("example").optionalText());
    }

    private static Map<String, String> keys(DataNode row) {
        Map<String, String> keys = new LinkedHashMap<>();
        row.get("keys").entries().forEach((key, meaning) -> {
            Meaning.of(meaning.text());
            keys.put(key, meaning.text());
        });
        return keys;
    }

    /** The names of the row itself, or those of the table that it refers to. */
    private static Map<String, String> names(DataNode row, Map<String, Map<String, String>> shared) {
        DataNode names = row.get("names");
        if (!(names instanceof DataNode.Text)) {
            return texts(names);
        }
        check(shared.containsKey(names.text()), "there are no names " + names.text());
        return shared.get(names.text());
    }

    private static Map<String, String> texts(DataNode names) {
        if (!names.present()) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        names.entries().forEach((written, name) -> texts.put(written, name.text()));
        return Map.copyOf(texts);
    }

    private static Category category(DataNode row, CryptoFunction function) {
        Optional<String> written = row.get("category").optionalText();
        if (written.isPresent()) {
            Category category = Category.of(written.get());
            check(category.id().equals(written.get()), "there is no category " + written.get());
            return category;
        }
        return switch (function) {
            case SIGN, VERIFY -> Category.SIGNATURE;
            case KEYGEN, KEY_AGREEMENT, KEY_LOAD, CERTIFICATE -> Category.PUBLIC_KEY;
            case KEM -> Category.KEM;
            case DIGEST -> Category.HASH;
            case MAC -> Category.MAC;
            case KEY_DERIVE -> Category.KDF;
            case RANDOM -> Category.RANDOM;
            case TLS -> Category.TLS;
            case STORE -> Category.STORE;
            default -> Category.OTHER;
        };
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
