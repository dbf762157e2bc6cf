package dev.shirube.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lines of {@code name = value}, in sections with a head in brackets or without: INI files, TOML of that form, and
 * files of environment variables. Values that go on over lines are passed over.
 */
public final class SectionLines {

    private static final Pattern HEAD = Pattern.compile("\\[\\[?\\s*([^\\]]+?)\\s*]]?\\s*(?:[#;].*)?");
    private static final Pattern ENTRY = Pattern.compile("(?:export\\s+)?([\\w.\"'-]{1,100}?)\\s*[=:]\\s*(.*)");

    /** A longer line is no setting that somebody wrote. */
    private static final int LONGEST = 2_000;

    private SectionLines() {}

    /** All entries, the name of their section and a dot before theirs. */
    public static List<Setting> of(String text) {
        List<Setting> settings = new ArrayList<>();
        String section = "";
        int number = 0;
        int sections = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            Matcher head = HEAD.matcher(line); // matched only if the line is short enough
            Matcher entry = ENTRY.matcher(line);
            if (line.startsWith("#") || line.startsWith(";") || line.length() > LONGEST) {
                continue;
            } else if (head.matches()) {
                section = head.group(1).replace("\"", "") + ".";
                sections++;
            } else if (entry.matches()) {
                String value = value(entry.group(2));
                if (!value.isEmpty()) {
                    String name = section + entry.group(1).replace("\"", "").replace("'", "");
                    settings.add(new Setting(sections, name, List.of(value), number));
                }
            }
        }
        return settings;
    }

    /** Without quotes, or without the comment behind it. */
    private static String value(String written) {
        if (written.length() > 1 && (written.charAt(0) == '"' || written.charAt(0) == '\'')) {
            int end = written.indexOf(written.charAt(0), 1);
            return end < 0 ? "" : written.substring(1, end);
        }
        return written.replaceFirst("\\s+[#;].*$", "").strip();
    }
}
