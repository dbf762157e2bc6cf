package dev.shirube.engine;

/** Names found in hostile input, made fit to stand in a location: labels, never paths to open or write. */
public final class LogicalPath {

    /** What stands between an archive and the path within it. */
    public static final String IN_ARCHIVE = "!/";

    private LogicalPath() {}

    /**
     * The name with control characters, line separators and marks that turn the direction of writing around (Unicode
     * TR 36) shown as {@code \}{@code uXXXX}, so that no terminal, sheet or log can be led astray.
     */
    public static String label(String name) {
        StringBuilder label = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char value = name.charAt(i);
            if (misleads(value)) {
                label.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) value));
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
                || name.matches("[A-Za-z]:.*")
                || ("/" + name.replace('\\', '/') + "/").contains("/../")
                || !label(name).equals(name);
    }

    private static boolean misleads(char value) {
        return Character.isISOControl(value)
                || value >= '\u2028' && value <= '\u202e'
                || value >= '\u2066' && value <= '\u2069'
                || value == '\u200e'
                || value == '\u200f'
                || value == '\ufeff';
    }
}
