package dev.shirube.material.dependency;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of a build file that stand for texts: {@code ${bc.version}}, {@code $(BcVersion)}; one that nobody tells stays as written. */
final class Properties {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}$]{1,200})}|\\$\\(([A-Za-z0-9_.-]{1,200})\\)");
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_TEXT = 1000;

    private final Map<String, String> values = new HashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    void putIfAbsent(String name, String value) {
        values.putIfAbsent(name, value);
    }

    /** The text with all that is told put in, as often as names lead to names, but not without end. */
    String resolve(String text) {
        String value = text;
        for (int step = 0; step < MOST_STEPS && value.length() <= LONGEST_TEXT; step++) {
            Matcher variable = VARIABLE.matcher(value);
            String next = variable.replaceAll(it -> Matcher.quoteReplacement(
                    values.getOrDefault(it.group(1) == null ? it.group(2) : it.group(1), it.group())));
            if (next.equals(value)) {
                return value;
            }
            value = next;
        }
        return value;
    }
}
