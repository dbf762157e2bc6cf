package dev.shirube.domain.readiness;

import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions that a library may have, where the evidence does not allow one, or a manifest asks for no single one.
 *
 * <p>As a version of an asset it is written as a VERS range (ECMA-427, "vers"), for example
 * {@code vers:maven/>=4.2.9.Final|<=4.2.20.Final}; {@link Versions#comparable} refuses that text, so that nobody takes it for
 * one version.
 *
 * @param scheme whose versions they are, as VERS names it: {@code maven}, {@code npm}, {@code pypi}
 * @param from lowest possible version; empty where there is no bound
 * @param to highest possible version; empty where there is no such bound
 * @param below first version of a later line that it cannot be; empty where there is no such bound, or {@code to} is one
 */
public record VersionRange(String scheme, Optional<String> from, Optional<String> to, Optional<String> below) {

    private static final String MAVEN = "maven";

    private static final String VERSION = "([0-9][0-9A-Za-z._+-]{0,63})";
    private static final Pattern WRITTEN = Pattern.compile("vers:([a-z0-9.-]{1,20})/(?=[<>])(?:>=" + VERSION
            + "(?:[|](?=<)|$))?(?:<=" + VERSION + "|<" + VERSION + ")?");

    /** Refuses a range without any bound, and one with two upper bounds. */
    public VersionRange {
        if (from.isEmpty() && to.isEmpty() && below.isEmpty() || to.isPresent() && below.isPresent()) {
            throw new IllegalArgumentException("A range has a bound, and at most one on each side");
        }
    }

    /** A range of Maven's versions. */
    public VersionRange(Optional<String> from, Optional<String> to, Optional<String> below) {
        this(MAVEN, from, to, below);
    }

    /** The range that an asset's version stands for, if it is one. */
    public static Optional<VersionRange> of(String version) {
        Matcher written = WRITTEN.matcher(version);
        return written.matches()
                ? Optional.of(new VersionRange(
                        written.group(1),
                        Optional.ofNullable(written.group(2)),
                        Optional.ofNullable(written.group(3)),
                        Optional.ofNullable(written.group(4))))
                : Optional.empty();
    }

    /** How a version, a range or an unknown version is shown: as written, in words, or as an empty text. */
    public static Text words(String version) {
        return of(version).map(VersionRange::words).orElse(Text.same(version));
    }

    /** The written form, for an asset's version. */
    public String vers() {
        List<String> bounds = new ArrayList<>();
        from.ifPresent(it -> bounds.add(">=" + it));
        to.ifPresent(it -> bounds.add("<=" + it));
        below.ifPresent(it -> bounds.add("<" + it));
        return "vers:" + scheme + "/" + String.join("|", bounds);
    }

    /** The range as people read it, for example {@code 4.2.9.Final - 4.2.20.Final}. */
    public Text words() {
        if (from.isPresent() && to.isPresent()) {
            return new Text(from.get() + "～" + to.get(), from.get() + " - " + to.get());
        }
        Text lower = from.map(it -> new Text(it + " 以降", it + " or later")).orElse(Text.same(""));
        Text upper = to.map(it -> new Text(it + " 以前", it + " or earlier"))
                .or(() -> below.map(it -> new Text(it + " 未満", "below " + it)))
                .orElse(Text.same(""));
        boolean both = !lower.en().isEmpty() && !upper.en().isEmpty();
        return new Text(lower.ja() + (both ? "、" : "") + upper.ja(), lower.en() + (both ? ", " : "") + upper.en());
    }

    /** Whether that version may be meant. */
    public boolean contains(String version) {
        return from.filter(it -> Versions.compare(version, it) < 0).isEmpty()
                && to.filter(it -> Versions.compare(version, it) > 0).isEmpty()
                && below.filter(it -> Versions.compare(version, it) >= 0).isEmpty();
    }

    /** Whether every version of the range is that one or newer. */
    boolean atOrAbove(String version) {
        return from.filter(it -> Versions.compare(it, version) >= 0).isPresent();
    }

    /** Whether every version of the range is older than that one. */
    boolean below(String version) {
        return to.filter(it -> Versions.compare(it, version) < 0).isPresent()
                || below.filter(it -> Versions.compare(it, version) <= 0).isPresent();
    }

    /** Whether every version of the range is that one or older. */
    boolean atMost(String version) {
        return to.filter(it -> Versions.compare(it, version) <= 0).isPresent() || below(version);
    }
}
