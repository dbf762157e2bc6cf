package dev.shirube.engine.settings;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a Java properties file with their line numbers, which {@link java.util.Properties} forgets. */
public final class PropertyLines {

    private PropertyLines() {}

    /** All properties; a value goes on over lines that end in a backslash, and is not split here. */
    public static List<Setting> of(String text) {
        List<Setting> settings = new ArrayList<>();
        StringBuilder logical = new StringBuilder();
        int start = 1;
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.stripLeading();
            if (logical.length() == 0) {
                start = number;
                if (line.startsWith("#") || line.startsWith("!")) {
                    continue;
                }
            }
            boolean more = line.endsWith("\\") && !line.endsWith("\\\\");
            logical.append(more ? line.substring(0, line.length() - 1) : line);
            if (!more) {
                property(logical.toString(), start, settings);
                logical.setLength(0);
            }
        }
        property(logical.toString(), start, settings);
        return settings;
    }

    private static void property(String line, int start, List<Setting> settings) {
        String[] parts = line.split("\\s*[=:]\\s*|\\s+", 2);
        if (parts.length == 2 && !parts[0].isEmpty()) {
            settings.add(new Setting(0, parts[0], List.of(parts[1].strip()), start));
        }
    }
}
