package dev.shirube.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names found in hostile input, made fit to stand in a location: labels, never paths to open or write. */
public final class LogicalPath {

    /** What stands between an archive and the path within it. */
    public static final String IN_ARCHIVE = "!/";

    private static final String COMMIT_PREFIX = ".@";
    private static final Pattern COMMIT = Pattern.compile("\\.@[0-9a-f]{40,64}:");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private LogicalPath() {}

    /** The location of a file as a commit of the scanned repository has it: {@code .@<commit>:src/A.java}. */
    public static String atCommit(String commit, String path) {
        return COMMIT_PREFIX + commit + ":" + path;
    }

    /** The location of what stands in a Git object itself, such as its signature: {@code .@<commit>!gpgsig}. */
    public static String inObject(String object, String part) {
        return COMMIT_PREFIX + object + "!" + part;
    }

    /** The location without the commit that it may name. */
    public static String path(String location) {
        if (!location.startsWith(COMMIT_PREFIX)) {
            return location;
        }
        Matcher commit = COMMIT.matcher(location);
        return commit.lookingAt() ? location.substring(commit.end()) : location;
    }

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
