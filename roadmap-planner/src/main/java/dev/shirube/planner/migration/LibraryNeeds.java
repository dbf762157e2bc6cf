package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.CryptoAsset;
import java.util.List;
import java.util.Optional;

/** Which version of a library brings what a use needs, read from {@code libraries.yaml}. */
public final class LibraryReadiness {

    /**
     * What is known of one library.
     *
     * @param since first version that brings it; empty where no such release was known
     * @param uses ids of the uses in the migration map that need it
     * @param brings what that version brings, in the standards' names
     */
    public record Entry(
            List<String> packages, Optional<String> since, List<String> uses, String brings, String evidence) {
        /** Keeps unmodifiable copies. */
        public Entry {
            packages = List.copyOf(packages);
            uses = List.copyOf(uses);
        }

        /** Whether that version already brings it; false where it is not known that any does. */
        public boolean readyAt(String version) {
            return since.isPresent() && Versions.compare(version, since.get()) >= 0;
        }
    }

    private final List<Entry> entries;

    private LibraryReadiness(DataNode table) {
        entries = table.get("libraries").items().stream()
                .map(row -> new Entry(
                        row.get("packages").texts(),
                        Optional.of(row.get("since").text()).filter(it -> !it.isEmpty()),
                        row.get("uses").texts(),
                        row.get("brings").text(),
                        row.get("evidence").text()))
                .toList();
    }

    /** The table that the program carries. */
    public static LibraryReadiness standard() {
        return Holder.TABLE;
    }

    /** What is known of that library, by the namespace and name of its package URL. */
    public Optional<Entry> of(CryptoAsset.Library library) {
        return entries.stream()
                .filter(entry -> entry.packages().stream()
                        .anyMatch(name -> library.purl().startsWith("pkg:maven/" + name + "@")
                                || library.purl().equals("pkg:maven/" + name)))
                .findFirst();
    }

    private static final class Holder {
        static final LibraryReadiness TABLE =
                new LibraryReadiness(DataTable.load(LibraryReadiness.class, "libraries.table"));
    }
}
