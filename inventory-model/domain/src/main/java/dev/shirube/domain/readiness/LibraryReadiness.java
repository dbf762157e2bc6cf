package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.CryptoAsset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The crypto libraries that are known, and which of their versions bring what; the facts are in {@code libraries.yaml}. */
public final class LibraryReadiness {

    /** Package URL of a library whose artefact is not known for certain: this and the library's id. */
    public static final String GENERIC = "pkg:generic/";

    private final String asOf;
    private final List<CryptoLibrary> libraries;
    private final Map<String, CryptoLibrary> byPackage = new HashMap<>();

    private LibraryReadiness(DataNode table) {
        asOf = table.get("as_of").text();
        libraries =
                table.get("libraries").items().stream().map(CryptoLibrary::of).toList();
        for (CryptoLibrary library : libraries) {
            byPackage.put(GENERIC + library.id(), library);
            library.packages().forEach(it -> byPackage.put(it, library));
        }
    }

    /** The table that the program carries. */
    public static LibraryReadiness standard() {
        return Holder.TABLE;
    }

    /** The date of the research behind it, in ISO 8601. */
    public String asOf() {
        return asOf;
    }

    /** All libraries, in the table's order. */
    public List<CryptoLibrary> libraries() {
        return libraries;
    }

    /** What is known of the library of that package URL; version, qualifiers and subpath are not looked at. */
    public Optional<CryptoLibrary> of(String purl) {
        return Optional.ofNullable(byPackage.get(purl.split("[@?#]", 2)[0]));
    }

    /** What is known of that library. */
    public Optional<CryptoLibrary> of(CryptoAsset.Library library) {
        return of(library.purl());
    }

    /** What may be said of that library in its version; empty for a library that is not listed. */
    public Optional<PqcStatement> statement(CryptoAsset.Library library) {
        return of(library).map(it -> new PqcStatement(it, library.version()));
    }

    /** The library of that stable id. */
    public Optional<CryptoLibrary> byId(String id) {
        return libraries.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static final class Holder {
        static final LibraryReadiness TABLE =
                new LibraryReadiness(DataTable.load(LibraryReadiness.class, "libraries.table"));
    }
}
