package dev.shirube.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names found in hostile input, made fit to stand in a location: labels, never paths to open or write. */
public final class LogicalPath {

    /** What stands between an archive and the path within it. */
    public static final String IN_ARCHIVE = "!/";

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private LogicalPath() {}

    /**
     * The name with control characters, line separators and marks that turn the direction of writing around (Unicode
     * TR 36) shown as {@code \}{@code uXXXX}, so that no terminal, sheet or log can be led astray.
     */
    public static String label(String name) {
        int first = 0;
        while (first < name.length() && !misleads(name.charAt(first))) {
            first++;
        }
        if (first == name.length()) {
            return name;
        }
        StringBuilder label = new StringBuilder(name.length() + 16).append(name, 0, first);
        for (int i = first; i < name.length(); i++) {
            char value = name.charAt(i);
            if (misleads(value)) {
                label.append(String.format(Locale.ROOT, "\\u%04x", (int) value));
            } else {
                label.append(value);
            }
        }
        return label.toString();
    }

    /** Whether the name leads out of its root, is absolute, or holds characters that {@link #label} replaces. */
    public static boolean suspicious(String name) {
        return name.startsWith("/")
                || name.startsWith("\\")
                || DRIVE.matcher(name).lookingAt()
                || ("/" + name.replace('\\', '/') + "/").contains("/../")
                || !label(name).equals(name);
    }

    private static boolean misleads(char value) {
        if (value >= ' ' && value < 0x7f) {
            return false;
        }
        return Character.isISOControl(value)
                || value >= '\u2028' && value <= '\u202e'
                || value >= '\u2066' && value <= '\u2069'
                || value == '\u200e'
                || value == '\u200f'
                || value == '\ufeff';
    }
}
