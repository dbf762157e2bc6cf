package dev.shirube.material.fingerprint;

import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.domain.readiness.Versions;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which versions of a library its classes allow: every class votes for the versions that it fits.
 *
 * <p>A version is told only if it alone explains the classes; releases that are not in the table are possible wherever the
 * classes around them allow it. As many classes as the best version leaves unexplained may speak for another one.
 */
final class VersionVote {

    /** With more than one class in so many unexplained, the classes are of several versions or none. */
    private static final int UNEXPLAINED = 4;

    private static final Comparator<VersionRange> BY_LOWEST =
            Comparator.comparing(it -> it.from().orElse("0"), Versions::compare);

    private final KnownLibrary library;
    private final Collection<BitSet> votes;

    VersionVote(KnownLibrary library, Collection<BitSet> votes) {
        this.library = library;
        this.votes = votes;
    }

    /** One version, a range in VERS notation, or an empty text. */
    String version() {
        long best = slots().mapToLong(it -> it.count).max().orElse(0);
        long unexplained = votes.size() - best;
        if (unexplained * UNEXPLAINED > votes.size()) {
            return "";
        }
        // A class that no known version has fits every gap: it decides nothing, and what it stands for may be
        // elsewhere.
        long strange = votes.stream().filter(BitSet::isEmpty).count();
        List<VersionRange> possible = slots().filter(it -> it.count >= best - unexplained - strange)
                .map(Counted::versions)
                .toList();
        return written(possible);
    }

    private record Counted(VersionRange versions, long count) {}

    private Stream<Counted> slots() {
        return library.lines().stream()
                .flatMap(line -> line.slots().stream()
                        .map(slot -> new Counted(
                                slot.versions(),
                                votes.stream().filter(it -> line.fits(slot, it)).count())));
    }

    /** The range from the lowest to the highest; an empty text where that is no bound at all. */
    private static String written(List<VersionRange> possible) {
        VersionRange highest = possible.get(0);
        for (VersionRange range : possible) {
            highest = above(range, highest) ? range : highest;
        }
        VersionRange lowest = possible.stream().min(BY_LOWEST).orElseThrow();
        if (lowest.from().isEmpty() && highest.to().isEmpty() && highest.below().isEmpty()) {
            return "";
        }
        VersionRange all = new VersionRange(lowest.from(), highest.to(), highest.below());
        Optional<String> one =
                all.from().filter(it -> all.to().filter(it::equals).isPresent());
        return one.orElseGet(all::vers);
    }

    private static boolean above(VersionRange one, VersionRange other) {
        if (other.to().isEmpty() && other.below().isEmpty()) {
            return false;
        }
        if (one.to().isEmpty() && one.below().isEmpty()) {
            return true;
        }
        int order = Versions.compare(upper(one), upper(other));
        return order > 0 || order == 0 && one.to().isPresent();
    }

    private static String upper(VersionRange range) {
        return range.to().or(range::below).orElseThrow();
    }
}
