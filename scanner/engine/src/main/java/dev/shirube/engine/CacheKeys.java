package dev.shirube.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Names what is kept in a cache by all that decides what a scan says: of other settings, nothing is ever found. */
final class CacheKeys {
    /** Changes when the engine itself says something else of the same inputs. */
    private static final String ENGINE = "1";

    private final Supplier<String> settings;
    private final boolean usable;

    CacheKeys(ScanContext context, Supplier<DetectorList> detectors) {
        settings = new Memoised<>(() -> settings(context, detectors.get()));
        // What passwords open is not kept, since the key would tell whether somebody has guessed them.
        usable = context.passwords().candidates().isEmpty();
    }

    private static String settings(ScanContext context, DetectorList detectors) {
        StringJoiner all = new StringJoiner("\n");
        all.add(ENGINE).add(context.limits().toString()).add(context.filter().toString());
        for (int i = 0; i < detectors.size(); i++) {
            Detector detector = detectors.get(i);
            all.add(detector.id() + " " + detector.version() + " "
                    + detector.getClass().getName());
        }
        return all.toString();
    }

    /** The name of a unit of loose files. */
    Optional<String> unit(String location) {
        return key(List.of("unit", location));
    }

    /** The name of an archive and all archives in it. */
    Optional<String> archive(String location, String content, boolean named) {
        return key(List.of("archive", location, content, Boolean.toString(named)));
    }

    private Optional<String> key(List<String> parts) {
        return usable
                ? Optional.of(ByteDigests.of(
                        (String.join("\n", parts) + "\n" + settings.get()).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
