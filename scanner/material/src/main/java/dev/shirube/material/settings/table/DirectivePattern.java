package dev.shirube.material.settings.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which settings a row is about: the end of a path with dots, {@code server.ssl.ciphers}. An asterisk stands for one part, or
 * for what a part begins with; a caret before the first says that the path begins there.
 */
final class DirectivePattern {

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
        String lower = path.toLowerCase(Locale.ROOT);
        return List.of((relaxed ? lower.replace("-", "").replace("_", "") : lower).split("\\.", -1));
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
            if (part.startsWith("*") && there.endsWith(part.substring(1))) {
                open.append('|').append(there);
            } else if (!part.equals(there)) {
                return Optional.empty();
            }
        }
        return Optional.of(open.toString());
    }
}
