package dev.shirube.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

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

    /**
     * The catalogue of a language that does not run on the JVM, whose libraries are named in {@code
     * src/main/data/…/<language>/libraries.yaml}.
     *
     * @param language id as in the engine's {@code file-kinds.yaml}; languages that share their libraries share the id of one
     * @throws IllegalStateException where the program carries none for it
     */
    static Catalogue of(String language) {
        return StandardCatalogue.of(language);
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

    /** Rows for that member that are meant for a receiver of unknown type, too. */
    default List<ApiPoint> untyped(String member) {
        return List.of();
    }

    /**
     * Texts of which a source file must hold one for a row to be meant, as the heads of the tables say; of the JVM's
     * languages none, since there the {@link #owners} tell.
     */
    default SortedSet<String> anchors() {
        return Collections.emptySortedSet();
    }

    /**
     * Those of the {@link #anchors()} that are enough to mean a row. The others belong to libraries all of whose rows are
     * functions without a type, and mean one only beside one of the {@link #functions()}: a header's prefix like {@code
     * RSA_} stands in many a file that has nothing to do with the library.
     */
    default SortedSet<String> decidingAnchors() {
        return anchors();
    }

    /** Names of functions without a type, one of which must stand as a whole word where no deciding anchor does. */
    default SortedSet<String> functions() {
        return Collections.emptySortedSet();
    }

    /** Beginnings of qualified names, each with the one that rows use for it: {@code Cryptodome} for {@code Crypto}. */
    default SortedMap<String, String> aliases() {
        return Collections.emptySortedMap();
    }

    /** Every row, in authored order. */
    List<ApiPoint> points();
}
