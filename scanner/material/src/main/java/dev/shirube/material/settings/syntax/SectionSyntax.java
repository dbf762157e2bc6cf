package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of {@code name = value} below heads in brackets: INI files, openssl.cnf, systemd units, TOML of practice, exported
 * registry keys. A value in brackets is a list, over several lines too.
 */
final class SectionSyntax {

    /** Characters that a list or a continued value may take. */
    private static final int LONGEST_VALUE = 20_000;

    private final Entries entries = new Entries();
    private Block block = entries.root();

    private SectionSyntax() {}

    static SettingsText read(String text) {
        SectionSyntax syntax = new SectionSyntax();
        List<String> lines = Lines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            i += syntax.line(lines, i);
        }
        return syntax.entries.text();
    }

    /** Reads a line, and returns how many more belong to it. */
    private int line(List<String> lines, int at) {
        String line = lines.get(at).strip();
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return 0;
        }
        int close = line.lastIndexOf(']');
        if (line.charAt(0) == '[' && close > 0) {
            String name = line.substring(1, close).replaceAll("[\\[\\]\"']", "").strip();
            block = entries.open(entries.root(), name, List.of(), at + 1, true);
            return 0;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            List<String> words = Lines.words(line);
            if (!words.isEmpty()) {
                entries.add(block, named(words.get(0)), words.subList(1, words.size()), at + 1);
            }
            return 0;
        }
        int more = 0;
        String last = line.substring(equals + 1).strip();
        boolean list = last.startsWith("[");
        StringBuilder value = new StringBuilder();
        // Each line is looked at once, or a long list would cost its length squared.
        while (goesOn(last, list) && value.length() < LONGEST_VALUE && at + more + 1 < lines.size()) {
            value.append(list ? withoutComment(last) : last.substring(0, last.length() - 1))
                    .append(' ');
            last = lines.get(at + ++more).strip();
        }
        value.append(last);
        entries.add(block, named(line.substring(0, equals)), values(value.toString()), at + 1);
        return more;
    }

    private static boolean goesOn(String line, boolean list) {
        return list ? line.indexOf(']') < 0 : Lines.goesOn(line);
    }

    private static String named(String written) {
        String name = written.strip().replace("\"", "").replace("'", "");
        return name.startsWith(".") ? name.substring(1) : name;
    }

    private static String withoutComment(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        return comment < 0 ? line : line.substring(0, comment);
    }

    private static List<String> values(String written) {
        if (!written.startsWith("[")) {
            return Lines.words(written);
        }
        int end = written.indexOf(']');
        List<String> items = new ArrayList<>();
        for (String item :
                written.substring(1, end < 0 ? written.length() : end).split(",")) {
            String bare = item.strip().replace("\"", "").replace("'", "");
            if (!bare.isEmpty()) {
                items.add(bare);
            }
        }
        return items;
    }
}
