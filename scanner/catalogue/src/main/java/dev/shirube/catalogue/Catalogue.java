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

    /**
     * Every owner type whose mere name makes an input worth a look, sorted. A type like {@code java.lang.System}, all of
     * whose rows wait for a configuration key, is left out: there {@link #keys()} tell.
     */
    List<String> owners();

    /** Every configuration key that some row waits for, sorted. */
    List<String> keys();

    /** Every row, in authored order. */
    List<ApiPoint> points();
}
