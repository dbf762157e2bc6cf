package dev.shirube.material.dependency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a manifest asks for, as written, and the versions that it allows as far as they are told: {@code workspace:*}, a path,
 * a branch or a variable tells none.
 *
 * @param dialect whose way of writing it is
 * @param written shortened nowhere, trusted nowhere
 * @param said what the file says, where {@code written} is our way of writing it
 */
record Requirement(Dialect dialect, String written, String said) {

    /** A longer one is none that somebody wrote. */
    private static final int LONGEST = 300;

    private static final Pattern COMPARATOR =
            Pattern.compile("(\\^|~>|~=|~|>=|<=|===|==|!=|=|>|<)?[ \\t]*v?([0-9*xX][0-9A-Za-z.*+_-]{0,63})");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final Pattern HYPHEN = Pattern.compile("v?([0-9][^\\s]*)\\s+-\\s+v?([0-9][^\\s]*)");
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(\\]])([^,\\[\\]()]*)(?:(,)([^,\\[\\]()]*))?([\\])\\[])");
    private static final Pattern WILDCARD = Pattern.compile("(.*?)(?:\\.[*xX+])+(?:[.-].*)?|[*xX+]");
    private static final Pattern VERSION = Pattern.compile("v?([0-9][0-9A-Za-z.+_-]{0,63})");
    private static final Pattern PARTS = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})*)(.*)");
    private static final Pattern ALL_NUMBERS = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})*");
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z+]{1,20}:");
    private static final int SEMVER_PARTS = 3;

    /** A requirement that the file writes in the dialect itself. */
    Requirement(Dialect dialect, String written) {
        this(dialect, written, written);
    }

    /** The versions that it allows; all where it tells nothing. */
    Ranges ranges() {
        String text = dialect == Dialect.COMPOSER ? written.strip().replaceFirst("@[a-zA-Z]+$", "") : written.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Ranges.ALL;
        }
        if ("[(]".indexOf(text.charAt(0)) >= 0) {
            return intervals(text);
        }
        if (dialect.bare() == Dialect.Bare.ALONE) {
            return alone(text);
        }
        List<Ranges> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|?", -1)) {
            Optional<Ranges> ranges = alternative(alternative.strip());
            if (ranges.isEmpty()) {
                return Ranges.ALL;
            }
            alternatives.add(ranges.get());
        }
        return Ranges.anyOf(alternatives);
    }

    /** As an asset's version: one version, a range, or empty. */
    String version() {
        return ranges().version(dialect.scheme());
    }

    /** One version, or all that begin with it: {@code 1.+}, {@code 1.*}. */
    private static Ranges alone(String text) {
        Matcher wildcard = WILDCARD.matcher(text);
        if (wildcard.matches()) {
            String prefix = wildcard.group(1) == null ? "" : wildcard.group(1);
            return ALL_NUMBERS.matcher(prefix).matches() ? within(prefix) : Ranges.ALL;
        }
        Matcher version = VERSION.matcher(text);
        return version.matches() ? Ranges.exactly(version.group(1)) : Ranges.ALL;
    }

    /** As evidence may show it: an address may hold somebody's token, so of one only the beginning is told. */
    String shown() {
        String text = said.strip();
        boolean address = text.contains("://") || text.indexOf('@') >= 0 || text.length() > LONGEST;
        Matcher scheme = SCHEME.matcher(text);
        return !address ? text : scheme.lookingAt() ? scheme.group() + "…" : "…";
    }

    private Optional<Ranges> alternative(String text) {
        Matcher hyphen = HYPHEN.matcher(text);
        if (hyphen.matches()) {
            String last = hyphen.group(2);
            return partial(last)
                    ? Optional.of(
                            Ranges.between(hyphen.group(1), bumped(parts(last).size() - 1, last)))
                    : Optional.of(Ranges.atLeast(hyphen.group(1)).and(Ranges.atMost(last)));
        }
        Ranges all = Ranges.ALL;
        int at = 0;
        Matcher comparator = COMPARATOR.matcher(text);
        while (at < text.length()) {
            comparator.region(at, text.length());
            if (!comparator.lookingAt()) {
                return Optional.empty();
            }
            Optional<Ranges> one = comparator(
                    comparator.group(1) == null ? "" : comparator.group(1), withoutStability(comparator.group(2)));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all = all.and(one.get());
            at = comparator.end();
            Matcher separator = SEPARATOR.matcher(text).region(at, text.length());
            if (separator.lookingAt()) {
                at = separator.end();
            } else if (at < text.length()) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** Cargo's and npm's build metadata say nothing of which version it is. */
    private static String withoutStability(String version) {
        int plus = version.indexOf('+');
        return plus > 0 && !version.endsWith("+") ? version.substring(0, plus) : version;
    }

    private Optional<Ranges> comparator(String operator, String version) {
        Matcher wildcard = WILDCARD.matcher(version);
        if (wildcard.matches()) {
            String prefix = wildcard.group(1) == null ? "" : wildcard.group(1);
            boolean excluded = operator.equals("!=");
            return prefix.isEmpty() || excluded
                    ? Optional.of(Ranges.ALL)
                    : ALL_NUMBERS.matcher(prefix).matches() ? Optional.of(wild(operator, prefix)) : Optional.empty();
        }
        if (!PARTS.matcher(version).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operator) {
                    case "^" -> caret(version);
                    case "~" -> tilde(version);
                    case "~>", "~=" -> pessimistic(version);
                    case ">=", ">" -> Ranges.atLeast(version);
                    case "<=" -> Ranges.atMost(version);
                    case "<" -> Ranges.under(version);
                    case "!=" -> Ranges.ALL;
                    case "==", "===" -> Ranges.exactly(version);
                    case "=" -> partial(version) ? within(version) : Ranges.exactly(version);
                    default -> bare(version);
                });
    }

    private Ranges wild(String operator, String prefix) {
        return switch (operator) {
            case ">=", ">" -> Ranges.atLeast(prefix);
            case "<" -> Ranges.under(prefix);
            case "^" -> caret(prefix);
            case "<=" -> Ranges.under(bumped(parts(prefix).size() - 1, prefix));
            default -> within(prefix);
        };
    }

    private Ranges bare(String version) {
        return switch (dialect.bare()) {
            case CARET -> caret(version);
            case PART_IS_RANGE -> partial(version) ? within(version) : Ranges.exactly(version);
            default -> Ranges.exactly(version);
        };
    }

    /** Whether npm and Cargo take it for all versions that begin with it. */
    private boolean partial(String version) {
        return (dialect == Dialect.NPM || dialect == Dialect.CARGO)
                && parts(version).size() < SEMVER_PARTS;
    }

    private static Ranges within(String prefix) {
        return Ranges.between(prefix, bumped(parts(prefix).size() - 1, prefix));
    }

    /** The leftmost part that is not zero stays. */
    private static Ranges caret(String version) {
        List<String> parts = parts(version);
        int kept = 0;
        while (kept < parts.size() - 1 && Long.parseLong(parts.get(kept)) == 0) {
            kept++;
        }
        return Ranges.between(version, bumped(kept, version));
    }

    private Ranges tilde(String version) {
        int size = parts(version).size();
        if (!dialect.tildeKeepsMinor()) {
            return pessimistic(version);
        }
        return Ranges.between(version, bumped(Math.min(1, size - 1), version));
    }

    /** All parts but the last stay. */
    private static Ranges pessimistic(String version) {
        return Ranges.between(version, bumped(Math.max(0, parts(version).size() - 2), version));
    }

    private static List<String> parts(String version) {
        Matcher parts = PARTS.matcher(version);
        return parts.matches() ? Arrays.asList(parts.group(1).split("\\.")) : List.of("0");
    }

    /** The version that has one more at that place and nothing behind it. */
    private static String bumped(int place, String version) {
        List<String> parts = parts(version);
        String bumped = Long.toString(Long.parseLong(parts.get(place)) + 1);
        return parts.stream().limit(place).map(it -> it + ".").collect(Collectors.joining()) + bumped;
    }

    /** Intervals of Maven, Gradle and NuGet: {@code [1.0,2.0)}, {@code [1.0]}, {@code (,1.0],[1.2,)}. */
    private static Ranges intervals(String text) {
        List<Ranges> all = new ArrayList<>();
        Matcher interval = INTERVAL.matcher(text);
        int at = 0;
        while (interval.region(at, text.length()).lookingAt()) {
            String low = interval.group(2).strip();
            boolean single = interval.group(3) == null;
            String high = single ? low : interval.group(4).strip();
            if (!low.isEmpty() && !version(low) || !high.isEmpty() && !version(high) || single && low.isEmpty()) {
                return Ranges.ALL;
            }
            Ranges ranges = low.isEmpty() ? Ranges.ALL : Ranges.atLeast(low);
            if (!high.isEmpty()) {
                ranges = ranges.and(interval.group(5).equals("]") ? Ranges.atMost(high) : Ranges.under(high));
            }
            all.add(ranges);
            at = interval.end();
            while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')) {
                at++;
            }
        }
        return at < text.length() ? Ranges.ALL : Ranges.anyOf(all);
    }

    private static boolean version(String text) {
        return VERSION.matcher(text).matches();
    }
}
