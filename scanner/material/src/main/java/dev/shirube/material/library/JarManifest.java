package dev.shirube.material.library;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The main attributes of a {@code META-INF/MANIFEST.MF} (JAR File Specification, "Manifest Specification"), read leniently:
 * a line that is none is passed over, where the platform's reader would refuse the whole file.
 */
final class JarManifest {

    /** The longest value that is a name or a version. */
    private static final int LONGEST_VALUE = 400;

    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    JarManifest(String text) {
        String last = "";
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isEmpty()) {
                return;
            }
            last = line.charAt(0) == ' ' ? continued(last, line) : attribute(line, number);
        }
    }

    /** The value of that attribute, or an empty text. */
    String value(String name) {
        return attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The line of that attribute, from 1; 0 where there is none. */
    int line(String name) {
        return lines.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private String continued(String name, String line) {
        String before = attributes.getOrDefault(name, "");
        if (!name.isEmpty() && before.length() < LONGEST_VALUE) {
            attributes.put(name, before + line.substring(1));
        }
        return name;
    }

    private String attribute(String line, int number) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return "";
        }
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        attributes.put(name, line.substring(colon + 1).strip());
        lines.put(name, number);
        return name;
    }
}
