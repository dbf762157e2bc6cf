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
            "size",
            "unit",
            "curve",
            "digest",
            "key",
            "object",
            "default",
            "returns",
            "writes",
            "where",
            "untyped",
            "part",
            "silent",
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
        check(hash >= 0, "a point is written owner#member");
        List<String> overloads = row.get("overloads").texts();
        List<String> only = row.get("only").truthOr(false) ? overloads : List.of();
        String meaning = row.get("meaning").text();
        Meaning.of(meaning);
        CryptoFunction function = CryptoFunction.of(row.get("function").text());
        check(function.id().equals(row.get("function").text()), "there is no such function");
        return new ApiPoint(
                id(point, only, row),
                library,
                CallSite.Kind.valueOf(
                        row.get("kind").textOr("call").toUpperCase(Locale.ROOT).replace('-', '_')),
                point.substring(0, hash),
                point.substring(hash + 1),
                only,
                position(path(row, "argument")),
                meaning,
                row.get("service").optionalText(),
                function,
                category(row, function),
                keys(row),
                overloads,
                names,
                row.get("separators").textOr(""),
                shape(row),
                row.get("example").optionalText());
    }

    private static CallShape shape(DataNode row) {
        String unit = row.get("unit").textOr("bits");
        check(unit.equals("bits") || unit.equals("bytes"), "a unit is bits or bytes");
        return new CallShape(
                path(row, "argument"),
                path(row, "size"),
                unit.equals("bytes"),
                path(row, "curve"),
                path(row, "digest"),
                path(row, "key"),
                path(row, "object"),
                row.get("default").optionalText(),
                row.get("returns").optionalText(),
                path(row, "writes"),
                texts(row.get("where")),
                row.get("untyped").truthOr(false),
                row.get("part").truthOr(false),
                row.get("silent").truthOr(false));
    }

    private static ArgumentPath path(DataNode row, String column) {
        return row.get(column).optionalText().map(ArgumentPath::of).orElse(ArgumentPath.NONE);
    }

    /** The position, where the path is nothing else. */
    private static OptionalInt position(ArgumentPath path) {
        boolean plain = path.alternatives().size() == 1
                && path.alternatives().get(0).size() == 1
                && path.alternatives().get(0).get(0).matches("[0-9]+");
        return plain
                ? OptionalInt.of(Integer.parseInt(path.alternatives().get(0).get(0)))
                : OptionalInt.empty();
    }

    /** Several rows of one point are told apart by what they ask for. */
    private static String id(String point, List<String> only, DataNode row) {
        StringBuilder id = new StringBuilder(point).append(String.join(",", only));
        texts(row.get("where")).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> id.append('[')
                        .append(it.getKey())
                        .append('=')
                        .append(it.getValue())
                        .append(']'));
        return id.toString();
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
