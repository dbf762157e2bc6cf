package dev.shirube.material.settings.table;

/**
 * Which files are a product's: a name, with asterisks, and folders that must be around it; {@code nginx/**} means anything
 * below. Compared in lower case.
 */
final class FilePattern {

    private final String folder;
    private final String name;
    private final boolean below;

    private FilePattern(String folder, String name, boolean below) {
        this.folder = folder;
        this.name = name;
        this.below = below;
    }

    static FilePattern of(String pattern) {
        if (pattern.endsWith("/**")) {
            return new FilePattern(pattern.substring(0, pattern.length() - 2), "*", true);
        }
        int slash = pattern.lastIndexOf('/') + 1;
        return new FilePattern(pattern.substring(0, slash), pattern.substring(slash), false);
    }

    /** The whole name, where the pattern has no asterisk in it; else empty. */
    String exactName() {
        return name.contains("*") ? "" : name;
    }

    /** A location that is meant. */
    String sample() {
        return folder + (below ? "some.conf" : name.replace("*", ""));
    }

    /** What every name that matches has behind its last dot; empty where names differ there, or have none. */
    String exactEnding() {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return name.contains(".") && !ending.contains("*") ? ending : "";
    }

    /** Whether any name will do that a settings file could have. */
    boolean anyName() {
        return below;
    }

    /** Whether a file of that name in that folder is meant, both in lower case. */
    boolean matches(String inFolder, String fileName) {
        return folder(inFolder) && name(fileName, 0, 0);
    }

    private boolean folder(String there) {
        if (folder.isEmpty()) {
            return true;
        }
        if (!below) {
            int start = there.length() - folder.length();
            return there.endsWith(folder) && (start == 0 || separator(there.charAt(start - 1)));
        }
        for (int at = there.indexOf(folder); at >= 0; at = there.indexOf(folder, at + 1)) {
            if (at == 0 || separator(there.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean separator(char c) {
        return c == '/';
    }

    /** Asterisks match any text; two of them in one name are rare, so trying each end is enough. */
    private boolean name(String there, int from, int at) {
        int star = name.indexOf('*', from);
        if (star < 0) {
            return there.length() - at == name.length() - from && there.startsWith(name.substring(from), at);
        }
        if (!there.startsWith(name.substring(from, star), at)) {
            return false;
        }
        for (int next = at + star - from; next <= there.length(); next++) {
            if (name(there, star + 1, next)) {
                return true;
            }
        }
        return false;
    }
}
