package dev.shirube.material.fingerprint;

import dev.shirube.domain.readiness.VersionRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place in a line of releases: a version whose classes are in the table, or the releases between two of them.
 *
 * @param versions the version, or the first and last release of the gap
 * @param column number of the version among all of the library in the table; -1 for a gap
 * @param before column of the version before a gap; -1 where there is none
 * @param after column of the version behind a gap; -1 where there is none
 */
record Slot(VersionRange versions, int column, int before, int after) {

    static final int NONE = -1;

    private static final Pattern GAP = Pattern.compile("([^.<].*?)?\\.\\.(?:(<)?([^.<].*))?");

    static Slot version(String version, int column) {
        return new Slot(
                new VersionRange(Optional.of(version), Optional.of(version), Optional.empty()), column, NONE, NONE);
    }

    /**
     * A gap as the table writes it: {@code 1.2..1.4}, {@code ..1.1} for all older releases, {@code 1.9..} for the newest
     * and whatever follows it, {@code 1.9..<2} for whatever follows within the line.
     */
    static Slot gap(String written, int before, int after) {
        Matcher gap = GAP.matcher(written);
        if (!gap.matches()) {
            throw new IllegalStateException("No gap between releases: " + written);
        }
        Optional<String> from = Optional.ofNullable(gap.group(1));
        Optional<String> last = Optional.ofNullable(gap.group(3));
        boolean exclusive = gap.group(2) != null;
        return new Slot(
                new VersionRange(from, exclusive ? Optional.empty() : last, exclusive ? last : Optional.empty()),
                NONE,
                before,
                after);
    }

    boolean isGap() {
        return column == NONE;
    }
}
