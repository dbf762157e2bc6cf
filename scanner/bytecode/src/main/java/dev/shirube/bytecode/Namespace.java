package dev.shirube.bytecode;

import java.util.List;

/**
 * The beginning of a package name that by convention belongs to one organisation (Java Language Specification, section
 * 6.1: the reversed Internet domain).
 */
final class Namespace {

    private static final int COUNTRY = 2;
    private static final int SHORT = 3;

    private Namespace() {}

    /**
     * The namespace of a package or group, in dots or slashes: {@code org.acme} of {@code org.acme.tools}, {@code
     * jp.co.acme} of {@code jp.co.acme.tools}, {@code acme} of {@code acme.tools}; empty for the package without a name.
     */
    static String of(String name) {
        String dotted = name.replace('/', '.');
        String[] labels = dotted.split("\\.", 4);
        int wanted = labels[0].length() > SHORT && !labels[0].equals("info") ? 1 : 2;
        if (labels[0].length() == COUNTRY && labels.length > 1 && labels[1].length() <= SHORT) {
            wanted = 3;
        }
        int length = Math.min(wanted, labels.length);
        return String.join(".", List.of(labels).subList(0, length));
    }

    /** Whether one of the names begins with the other, label by label. */
    static boolean within(String name, String outer) {
        return !outer.isEmpty() && (name.equals(outer) || name.startsWith(outer + "."));
    }
}
