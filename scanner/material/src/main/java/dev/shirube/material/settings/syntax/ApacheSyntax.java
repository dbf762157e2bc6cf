package dev.shirube.material.settings.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The directives of Apache httpd: one on a line, goes on after a backslash, sections in angle brackets. */
final class ApacheSyntax {

    private ApacheSyntax() {}

    static SettingsText read(String text) {
        Entries entries = new Entries();
        Deque<Block> open = new ArrayDeque<>();
        open.push(entries.root());
        StringBuilder logical = new StringBuilder();
        int number = 0;
        int start = 1;
        for (String raw : Lines.of(text)) {
            number++;
            start = logical.length() == 0 ? number : start;
            boolean more = Lines.goesOn(raw) && !raw.stripLeading().startsWith("#");
            logical.append(more ? raw.substring(0, raw.length() - 1) : raw);
            if (!more) {
                line(logical.toString().strip(), start, open, entries);
                logical.setLength(0);
            }
        }
        line(logical.toString().strip(), start, open, entries);
        return entries.text();
    }

    private static void line(String line, int number, Deque<Block> open, Entries entries) {
        if (line.isEmpty() || line.charAt(0) == '#') {
            return;
        }
        if (line.startsWith("</")) {
            close(line.substring(2).replace(">", "").strip(), open);
        } else if (line.charAt(0) == '<') {
            int end = line.lastIndexOf('>');
            List<String> words = new ArrayList<>(Lines.words(line.substring(1, end < 0 ? line.length() : end)));
            String name = words.isEmpty() ? "" : words.remove(0);
            // Conditions are not sections: what they hold belongs to what is around them.
            boolean own = !name.toLowerCase(Locale.ROOT).startsWith("if");
            open.push(entries.open(open.element(), name, words, number, own));
        } else {
            List<String> words = Lines.words(line);
            if (!words.isEmpty()) {
                entries.add(open.element(), words.get(0), words.subList(1, words.size()), number);
            }
        }
    }

    private static void close(String name, Deque<Block> open) {
        if (open.size() > 1
                && (open.element().name().equalsIgnoreCase(name)
                        || open.element().depth() >= Entries.DEEPEST)) {
            open.pop();
        }
    }
}
