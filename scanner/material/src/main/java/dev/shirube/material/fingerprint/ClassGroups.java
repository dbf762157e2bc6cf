package dev.shirube.material.fingerprint;

import dev.shirube.material.fingerprint.FingerprintTable.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers the names of an archive's classes that may tell of a library, before any of them is read: a class that merely has
 * such a name is seldom in the company of others.
 */
public final class ClassGroups {

    private static final int CLASS_FILE = ".class".length();

    private final FingerprintTable table;
    private final Map<String, Group> groups = new TreeMap<>();

    /** No names yet, for the libraries of that table. */
    public ClassGroups(FingerprintTable table) {
        this.table = table;
    }

    /**
     * Classes below one folder that are named like those of one library.
     *
     * @param library its id among the crypto libraries
     * @param inOwnPackage whether the folder is that of the library's own package, as far as names tell
     * @param locations of the class files
     */
    public record Group(String library, boolean inOwnPackage, SortedSet<String> locations) {}

    /** Takes in the location of a class file, if it is named like one of the table's. */
    public void add(String location) {
        for (Candidate candidate : table.candidates(location)) {
            int end = location.length() - candidate.witness().path().length() - CLASS_FILE - 1;
            String folder = location.substring(0, end);
            KnownLibrary library = candidate.library();
            groups.computeIfAbsent(
                            folder + " " + library.id(),
                            it -> new Group(library.id(), isOwn(folder, library.root()), new TreeSet<>()))
                    .locations()
                    .add(location);
        }
    }

    /** The groups that are large enough to tell of a library, by folder and library. */
    public List<Group> groups() {
        List<Group> large = new ArrayList<>();
        groups.values().stream()
                .filter(it -> it.locations().size() >= ClassEvidence.FEWEST)
                .forEach(large::add);
        return List.copyOf(large);
    }

    private static boolean isOwn(String folder, String root) {
        String inside = folder.substring(folder.lastIndexOf("!/") + (folder.contains("!/") ? 2 : 1));
        for (String classes : List.of("", "WEB-INF/classes/", "BOOT-INF/classes/", "classes/")) {
            if (inside.equals(classes + root)) {
                return true;
            }
        }
        return false;
    }
}
