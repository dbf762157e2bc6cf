package dev.shirube.catalogue;

import java.util.List;

/**
 * The rows of all crypto APIs, by the type and member they match.
 *
 * <p>Authored as one YAML file per library in {@code src/main/data}; both scanners match the same rows.
 */
public interface Catalogue {

    /** The catalogue that the program carries. */
    static Catalogue standard() {
        return StandardCatalogue.instance();
    }

    /** Version of the rows: a digest of their table. */
    String version();

    /** Rows for that owner (with dots, inner types with {@code $}) and member, whatever the overload; or none. */
    List<ApiPoint> find(String owner, String member);

    /** Every owner type that some row names, sorted. */
    List<String> owners();

    /** Every row, in authored order. */
    List<ApiPoint> points();
}
