package dev.shirube.material.library;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.material.fingerprint.ClassEvidence;
import dev.shirube.material.fingerprint.ClassFingerprint;
import dev.shirube.material.fingerprint.ClassGroups;
import dev.shirube.material.fingerprint.FingerprintTable;
import dev.shirube.material.fingerprint.Identification;
import dev.shirube.material.library.ShadedLibraries.Found;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The libraries that the classes of one unit tell of, where no manifest tells as much: only classes named like those of the
 * table are read, and only where enough of them lie together.
 */
record ShadedLibraries(FingerprintTable table, NamedLibraries named) implements UnitIndex<Found> {

    /** Most bytes of classes that are read of one unit: ten times what all libraries of the table together have in it. */
    static final long MOST_BYTES = 64L << 20;

    /**
     * What was found.
     *
     * @param limit told once, when there are more classes than are read
     */
    record Found(List<Identification> libraries, Optional<Diagnostic> limit) {

        /** Keeps an unmodifiable copy. */
        Found {
            libraries = List.copyOf(libraries);
        }
    }

    @Override
    public Found compute(ScanUnit unit) {
        Map<String, ScanInput> inputs = new TreeMap<>();
        ClassGroups groups = new ClassGroups(table);
        try {
            unit.forEach(
                    input -> {
                        if (ShadedLibraryDetector.mayTell(input, table)) {
                            inputs.put(input.location(), input);
                            groups.add(input.location());
                        }
                    },
                    diagnostic -> {});
        } catch (IOException e) {
            return new Found(List.of(), Optional.empty()); // whoever walks the unit says why it cannot be read
        }
        return read(wanted(groups, unit), inputs);
    }

    /** The classes of all groups but those that a manifest names with a version and that are where they belong. */
    private SortedSet<String> wanted(ClassGroups groups, ScanUnit unit) {
        SortedSet<String> wanted = new TreeSet<>();
        for (ClassGroups.Group group : groups.groups()) {
            if (!group.inOwnPackage()
                    || unit.index(named).versioned(group.library()).isEmpty()) {
                wanted.addAll(group.locations());
            }
        }
        return wanted;
    }

    private Found read(SortedSet<String> wanted, Map<String, ScanInput> inputs) {
        ClassEvidence evidence = new ClassEvidence(table);
        long read = 0;
        for (String location : wanted) {
            if (read > MOST_BYTES) {
                return new Found(
                        evidence.libraries(),
                        Optional.of(Diagnostic.of(
                                DiagnosticCode.LIMIT_REACHED,
                                wanted.first(),
                                "library-class-bytes=" + MOST_BYTES,
                                read + " bytes")));
            }
            read += add(inputs.get(location), evidence);
        }
        return new Found(evidence.libraries(), Optional.empty());
    }

    /** How many bytes were read. */
    private static int add(ScanInput input, ClassEvidence evidence) {
        try {
            byte[] bytes = input.bytes();
            ClassFingerprint.of(bytes).ifPresent(it -> evidence.add(input.location(), it));
            return bytes.length;
        } catch (IOException e) {
            return 0; // as an input of its own it is a diagnostic; here it tells of nothing
        }
    }
}
