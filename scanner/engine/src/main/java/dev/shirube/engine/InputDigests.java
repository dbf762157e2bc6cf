package dev.shirube.engine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The digests of a unit's inputs at which findings stand that were made while another input was looked at. */
final class InputDigests {
    /** Digests that are kept; further ones are made again each time. */
    private static final int MOST_KEPT = 10_000;

    private final ScanUnit unit;
    private final Map<String, Optional<String>> kept = new ConcurrentHashMap<>();

    InputDigests(ScanUnit unit) {
        this.unit = unit;
    }

    /** The digest of the input there; nothing where there is none, or its bytes cannot be had or are others each time. */
    Optional<String> of(String location) {
        Optional<String> known = kept.get(location);
        if (known != null) {
            return known;
        }
        Optional<String> made = make(location);
        if (kept.size() < MOST_KEPT) {
            kept.put(location, made);
        }
        return made;
    }

    private Optional<String> make(String location) {
        try {
            Optional<ScanInput> input = unit.input(location);
            if (input.isEmpty() || input.get().recorded()) {
                return Optional.empty();
            }
            LoadedInput loaded = new LoadedInput(input.get());
            loaded.load();
            return Optional.of(loaded.digest());
        } catch (IOException e) {
            return Optional.empty(); // whoever looks at that input itself is told why it cannot be read
        }
    }
}
