package dev.shirube.engine.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the block mappings of a YAML text as paths with dots: enough for settings written as people write them. It is no
 * YAML parser: anchors, flow mappings over lines and block scalars are passed over.
 */
public final class YamlPaths {

    private static final Pattern ENTRY = Pattern.compile("^( *)([A-Za-z0-9_.-]+):(?: +(.*))?$");
    private static final Pattern ITEM = Pattern.compile("^ *- +([^: ][^:]*)$");

    /** A key that later, deeper lines belong to. */
    private record Open(int indent, String path, int line) {}

    private YamlPaths() {}

    /** All entries with a scalar or a list of scalars; the items of a block list are joined by commas. */
    public static List<Setting> of(String text) {
        List<Setting> settings = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        int section = 0;
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = withoutComment(raw).stripTrailing();
            if (line.startsWith("---")) {
                open.clear();
                section++;
                continue;
            }
            Matcher item = ITEM.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (item.matches() && !open.isEmpty()) {
                item(open.element(), item.group(1), section, settings);
            } else if (entry.matches()) {
                entry(entry, number, section, open, settings);
            }
        }
        return settings;
    }

    /** A comment begins after a blank; looked for in one pass, however many blanks there are. */
    private static String withoutComment(String line) {
        for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
            if (at > 0 && Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private static void entry(Matcher entry, int number, int section, Deque<Open> open, List<Setting> settings) {
        int indent = entry.group(1).length();
        while (!open.isEmpty() && open.element().indent() >= indent) {
            open.pop();
        }
        String path = (open.isEmpty() ? "" : open.element().path() + ".") + entry.group(2);
        open.push(new Open(indent, path, number));
        if (entry.group(3) != null && !entry.group(3).isBlank()) {
            settings.add(new Setting(section, path, List.of(entry.group(3).strip()), number));
        }
    }

    private static void item(Open owner, String value, int section, List<Setting> settings) {
        int last = settings.size() - 1;
        if (last >= 0 && settings.get(last).line() == owner.line()) {
            String joined = settings.get(last).values().get(0) + "," + value;
            settings.set(last, new Setting(section, owner.path(), List.of(joined), owner.line()));
        } else {
            settings.add(new Setting(section, owner.path(), List.of(value), owner.line()));
        }
    }
}
