package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;
import java.util.List;
import java.util.Optional;

/**
 * Something post-quantum that some versions of a library have.
 *
 * @param what as the standards name it
 * @param since first version seen to have it
 * @param absent last version seen to lack it: {@code since} itself where the first version with it is known exactly; empty
 *     where nobody looked at versions before {@code since}
 * @param until first version that no longer has it
 * @param lines versions of older lines of releases that were seen to have it
 * @param standing whether it is the final standard
 * @param source where it is said; may be empty
 */
public record Capability(
        String what,
        String since,
        Optional<String> absent,
        Optional<String> until,
        List<String> lines,
        Standing standing,
        ReadinessEvidence evidence,
        String source) {

    /** Keeps an unmodifiable copy. */
    public Capability {
        lines = List.copyOf(lines);
    }

    static Capability of(DataNode row) {
        boolean exact = row.get("since").present() && !row.get("absent").present();
        String since = row.get("since").textOr(row.get("checked").textOr(""));
        return new Capability(
                row.get("what").text(),
                since,
                exact ? Optional.of(since) : row.get("absent").optionalText(),
                row.get("until").optionalText(),
                row.get("lines").texts(),
                Standing.of(row.get("status").textOr("final")),
                ReadinessEvidence.of(row.get("evidence").text()),
                row.get("source").textOr(""));
    }

    /** Whether that version has it; of a range, whether all of its versions have it. */
    public Presence at(String version) {
        if (!Versions.comparable(version)) {
            return VersionRange.of(version).map(this::within).orElse(Presence.UNKNOWN);
        }
        if (until.filter(it -> Versions.compare(version, it) >= 0).isPresent()) {
            return Presence.NO;
        }
        if (Versions.compare(version, since) >= 0) {
            return Presence.YES;
        }
        for (String line : lines) {
            if (Versions.sameLine(version, line)) {
                return Versions.compare(version, line) >= 0 ? Presence.YES : Presence.UNKNOWN;
            }
        }
        return absent.filter(it -> it.equals(since) || Versions.compare(version, it) <= 0)
                .map(it -> Presence.NO)
                .orElse(Presence.UNKNOWN);
    }

    private Presence within(VersionRange range) {
        if (until.filter(range::atOrAbove).isPresent()) {
            return Presence.NO;
        }
        if (range.atOrAbove(since) && until.filter(it -> !range.below(it)).isEmpty()) {
            return Presence.YES;
        }
        // A line of releases that is kept up beside newer ones may lack what an older line has.
        boolean lacked = absent.filter(it -> it.equals(since) ? range.below(it) : range.atMost(it))
                .isPresent();
        return lacked && lines.isEmpty() ? Presence.NO : Presence.UNKNOWN;
    }
}
