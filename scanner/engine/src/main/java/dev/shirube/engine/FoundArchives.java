package dev.shirube.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The archives among the inputs of a unit, which are opened when the unit was gone through. */
final class FoundArchives {
    private final List<Found> archives = new ArrayList<>();

    /**
     * An archive.
     *
     * @param content equal texts mean equal bytes; nothing where that was not asked for
     */
    record Found(ScanInput input, long order, Optional<String> content) {}

    /** Adds an archive, with the digest of its bytes where that is to be kept. */
    void add(ScanInput archive, long order, InputLog log) {
        String digest = "";
        if (log.kept()) {
            log.archive();
            digest = digest(archive);
            log.digest(digest);
        }
        add(found(archive, order, digest));
    }

    /** Adds an archive of which the digest is known, or empty if it has a version that says as much. */
    void add(ScanInput archive, String digest) {
        add(found(archive, 0, digest));
    }

    private synchronized void add(Found found) {
        archives.add(found);
    }

    /** By location, and equal ones in the order in which the unit hands them over. */
    synchronized List<Found> sorted() {
        return archives.stream()
                .sorted(Comparator.comparing((Found it) -> it.input.location()).thenComparing(Found::order))
                .toList();
    }

    private static String digest(ScanInput archive) {
        try {
            return archive.version().filter(InputVersion::exact).isPresent() ? "" : ByteDigests.of(archive);
        } catch (IOException e) {
            return ""; // it is opened, and found to be unreadable
        }
    }

    private static Found found(ScanInput archive, long order, String digest) {
        Optional<String> exact = archive.version().filter(InputVersion::exact).map(InputVersion::text);
        return new Found(archive, order, exact.or(() -> Optional.of(digest).filter(it -> !it.isEmpty())));
    }
}
