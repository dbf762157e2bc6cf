package dev.shirube.material.fingerprint;

import dev.shirube.data.DataNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A library in the table of fingerprints.
 *
 * @param id its id among the crypto libraries
 * @param purl package URL without version
 * @param root its own package, with slashes
 */
record KnownLibrary(String id, String purl, String root, List<ReleaseLine> lines, List<Witness> witnesses) {

    /** Keeps unmodifiable copies. */
    KnownLibrary {
        lines = List.copyOf(lines);
        witnesses = List.copyOf(witnesses);
    }

    static KnownLibrary of(DataNode row) {
        List<ReleaseLine> lines = new ArrayList<>();
        int column = 0;
        for (String written : row.get("lines").texts()) {
            ReleaseLine line = ReleaseLine.of(written, column);
            lines.add(line);
            column = line.end();
        }
        return new KnownLibrary(
                row.get("id").text(),
                row.get("package").text(),
                row.get("root").text(),
                lines,
                row.get("classes").texts().stream().map(Witness::of).toList());
    }
}
