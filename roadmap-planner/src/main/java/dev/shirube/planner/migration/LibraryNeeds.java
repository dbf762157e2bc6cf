package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.Goal;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.Upgrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which uses need what of a library, read from {@code library-needs.yaml}; from which version on it has that is the
 * domain's {@link LibraryReadiness}.
 */
public final class LibraryNeeds {

    /**
     * What is needed of one library.
     *
     * @param upgrade the version that brings it; empty where no such release was known
     * @param uses ids of the uses in the migration map that need it
     */
    public record Entry(CryptoLibrary library, Optional<Upgrade> upgrade, List<String> uses) {
        /** Keeps an unmodifiable copy. */
        public Entry {
            uses = List.copyOf(uses);
        }

        /** Whether that version already brings it; false where it is not known that any does, or which version it is. */
        public boolean readyAt(String version) {
            return upgrade.filter(it -> it.doneAt(version)).isPresent();
        }
    }

    private final LibraryReadiness readiness;
    private final Map<String, Entry> byLibrary = new HashMap<>();

    private LibraryNeeds(LibraryReadiness readiness, DataNode table) {
        this.readiness = readiness;
        for (DataNode row : table.get("needs").items()) {
            CryptoLibrary library = readiness
                    .byId(row.get("library").text())
                    .orElseThrow(() -> new IllegalStateException("No library has the id "
                            + row.get("library").text() + ": name one of the domain's libraries.yaml"));
            Goal goal = Goal.of(row.get("goal").text());
            byLibrary.put(
                    library.id(),
                    new Entry(library, library.upgrade(goal), row.get("uses").texts()));
        }
    }

    /** The table that the program carries. */
    public static LibraryNeeds standard() {
        return Holder.TABLE;
    }

    /** What is needed of that library, by its package URL; empty where no use needs anything of it. */
    public Optional<Entry> of(CryptoAsset.Library library) {
        return readiness.of(library).map(it -> byLibrary.get(it.id()));
    }

    /** All entries, with no order to rely on. */
    List<Entry> entries() {
        return List.copyOf(byLibrary.values());
    }

    private static final class Holder {
        static final LibraryNeeds TABLE = new LibraryNeeds(
                LibraryReadiness.standard(), DataTable.load(LibraryNeeds.class, "library-needs.table"));
    }
}
