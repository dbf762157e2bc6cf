package dev.shirube.engine;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that no detector is shown, by a rule of whoever walks the unit: it is only counted. Detectors and indexes that walk
 * the unit do not see it.
 *
 * @param rule what coverage names in the place of a detector
 */
public record SkippedInput(String location, long size, String rule) implements ScanInput {
    /** A symbolic link: what it leads to is looked at where it stands. */
    public static final String LINK = "link";

    /** A file of Git's own, such as an object: what is in it is looked at by scanning the repository. */
    public static final String GIT = "git-internal";

    /** A device, socket or pipe, which holds no bytes of its own. */
    public static final String SPECIAL = "special-file";

    /** Content of another repository. */
    public static final String SUBMODULE = "submodule";

    /** Refuses null. */
    public SkippedInput {
        Objects.requireNonNull(location);
        Objects.requireNonNull(rule);
    }

    @Override
    public byte[] bytes() throws IOException {
        throw new IOException("not to be read");
    }

    @Override
    public Optional<String> skipped() {
        return Optional.of(rule);
    }
}
