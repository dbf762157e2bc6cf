package dev.shirube.material.dependency;

import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.domain.readiness.Versions;
import java.util.List;
import java.util.Optional;

/**
 * The versions that a requirement allows: an interval, of which a single version is the smallest.
 *
 * <p>Of alternatives it is the smallest interval that holds them all, and a bound that leaves itself out below is taken in: a
 * range is never told narrower than it is written.
 *
 * @param below first version that is too new; empty where there is none, or {@code to} is the bound
 */
record Ranges(Optional<String> from, Optional<String> to, Optional<String> below) {

    static final Ranges ALL = new Ranges(Optional.empty(), Optional.empty(), Optional.empty());

    static Ranges exactly(String version) {
        return new Ranges(Optional.of(version), Optional.of(version), Optional.empty());
    }

    static Ranges atLeast(String version) {
        return new Ranges(Optional.of(version), Optional.empty(), Optional.empty());
    }

    static Ranges atMost(String version) {
        return new Ranges(Optional.empty(), Optional.of(version), Optional.empty());
    }

    static Ranges under(String version) {
        return new Ranges(Optional.empty(), Optional.empty(), Optional.of(version));
    }

    static Ranges between(String from, String below) {
        return new Ranges(Optional.of(from), Optional.empty(), Optional.of(below));
    }

    /** What both allow. */
    Ranges and(Ranges other) {
        Optional<String> lowest =
                from.isEmpty() || other.from.isPresent() && above(other.from.get(), from.get()) ? other.from : from;
        Ranges upper = upper().isEmpty()
                        || other.upper().isPresent()
                                && above(upper().get(), other.upper().get())
                ? other
                : this;
        return new Ranges(lowest, upper.to, upper.below);
    }

    /** The smallest interval that holds all that either allows. */
    Ranges or(Ranges other) {
        Optional<String> lowest = from.isEmpty() || other.from.isEmpty()
                ? Optional.empty()
                : above(from.get(), other.from.get()) ? other.from : from;
        if (upper().isEmpty() || other.upper().isEmpty()) {
            return new Ranges(lowest, Optional.empty(), Optional.empty());
        }
        Ranges upper = above(upper().get(), other.upper().get()) ? this : other;
        return new Ranges(lowest, upper.to, upper.below);
    }

    /** The smallest interval that holds all of them. */
    static Ranges anyOf(List<Ranges> alternatives) {
        return alternatives.stream().reduce(Ranges::or).orElse(ALL);
    }

    private Optional<String> upper() {
        return to.or(() -> below);
    }

    private static boolean above(String one, String other) {
        return Versions.compare(one, other) > 0;
    }

    /** Whether that version is allowed. */
    boolean holds(String version) {
        return from.filter(it -> above(it, version)).isEmpty()
                && to.filter(it -> above(version, it)).isEmpty()
                && below.filter(it -> !above(it, version)).isEmpty();
    }

    /** As an asset's version: one version, a range in VERS notation, or empty where nothing is told. */
    String version(String scheme) {
        if (from.isPresent() && from.equals(to)) {
            return from.get();
        }
        return from.isEmpty() && to.isEmpty() && below.isEmpty()
                ? ""
                : new VersionRange(scheme, from, to, below).vers();
    }
}
