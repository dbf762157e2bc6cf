package dev.shirube.material.settings.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which settings a row is about: the end of a path with dots, {@code server.ssl.ciphers}. An asterisk stands for one part, or
 * for any text within one; a caret before the first says that the path begins there.
 */
final class DirectivePattern {

    private static final Pattern INDEX = Pattern.compile("\\[\\d{1,4}]$");

    private final List<String> parts;
    private final boolean whole;

    private DirectivePattern(List<String> parts, boolean whole) {
        this.parts = parts;
        this.whole = whole;
    }

    static DirectivePattern of(String pattern, boolean relaxed) {
        boolean whole = pattern.startsWith("^");
        return new DirectivePattern(split(whole ? pattern.substring(1) : pattern, relaxed), whole);
    }

    /** The parts of a path as they are compared; relaxed, hyphens and underlines make no difference (Spring Boot). */
    static List<String> split(String path, boolean relaxed) {
        return List.of(compared(path, relaxed).split("\\.", -1));
    }

    /** A name as it is compared: in lower case, and without the index of a list's item. */
    static String compared(String name, boolean relaxed) {
        String lower = name.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith("]") ? INDEX.matcher(lower).replaceFirst("") : lower;
        return relaxed ? bare.replace("-", "").replace("_", "") : bare;
    }

    /** The last part, by which rows are looked up. */
    String last() {
        return parts.get(parts.size() - 1);
    }

    /** What the path has beyond the pattern, in front and for its asterisks; nothing if it does not match. */
    Optional<String> match(List<String> path) {
        int skip = path.size() - parts.size();
        if (skip < 0 || whole && skip > 0) {
            return Optional.empty();
        }
        StringBuilder open = new StringBuilder(String.join(".", path.subList(0, skip)));
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String there = path.get(skip + i);
            int star = part.indexOf('*');
            if (star >= 0 && wild(part, star, there)) {
                open.append('|').append(there);
            } else if (!part.equals(there)) {
                return Optional.empty();
            }
        }
        return Optional.of(open.toString());
    }

    private static boolean wild(String part, int star, String there) {
        return there.length() >= part.length() - 1
                && there.startsWith(part.substring(0, star))
                && there.endsWith(part.substring(star + 1));
    }
}
