package dev.shirube.material.fingerprint;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes by which crypto libraries are known when they were moved to another package; the facts are in
 * {@code fingerprints.yaml}, which a program in {@code build-tools/fingerprint-table} writes.
 */
public final class FingerprintTable {

    private static final String CLASS_FILE = ".class";

    private final List<KnownLibrary> libraries;
    private final Map<String, List<Candidate>> bySimpleName = new HashMap<>();

    /** A class of a library that an entry of that name could be. */
    record Candidate(KnownLibrary library, Witness witness) {}

    FingerprintTable(DataNode table) {
        libraries =
                table.get("libraries").items().stream().map(KnownLibrary::of).toList();
        for (KnownLibrary library : libraries) {
            for (Witness witness : library.witnesses()) {
                String path = witness.path();
                bySimpleName
                        .computeIfAbsent(
                                path.substring(path.lastIndexOf('/') + 1) + CLASS_FILE, it -> new ArrayList<>())
                        .add(new Candidate(library, witness));
            }
        }
    }

    /** The table that the program carries. */
    public static FingerprintTable standard() {
        return Holder.TABLE;
    }

    /** Whether a class file at that location could tell of a library: by its name alone, in constant time. */
    public boolean mayTell(String location) {
        return !candidates(location).isEmpty();
    }

    List<KnownLibrary> libraries() {
        return libraries;
    }

    List<Candidate> candidates(String location) {
        String simpleName = location.substring(location.lastIndexOf('/') + 1);
        List<Candidate> named = bySimpleName.getOrDefault(simpleName, List.of());
        return named.isEmpty()
                ? named
                : named.stream()
                        .filter(it -> endsWith(location, it.witness().path()))
                        .toList();
    }

    private static boolean endsWith(String location, String path) {
        int end = location.length() - CLASS_FILE.length();
        int start = end - path.length();
        return start > 0 && location.charAt(start - 1) == '/' && location.startsWith(path, start);
    }

    private static final class Holder {
        static final FingerprintTable TABLE =
                new FingerprintTable(DataTable.load(FingerprintTable.class, "fingerprints.table"));
    }
}
