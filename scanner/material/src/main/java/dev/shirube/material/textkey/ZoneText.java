package dev.shirube.material.textkey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Records of a zone file (RFC 1035 section 5) that have one of the wanted types: comments taken off, lines in parentheses put
 * together. Any text will do: a line without such a type is passed over, and parentheses count only behind one.
 */
final class ZoneText {

    /** More lines than the parentheses of any record hold. */
    private static final int MAX_LINES = 200;

    /** More characters than any record has; RRSIG and DNSKEY with post-quantum keys have the longest. */
    private static final int MAX_CHARS = 128 << 10;

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param owner whether anything stands before the type, as it does in a zone file
     * @param data the words behind the type
     */
    record Entry(int line, String type, boolean owner, List<String> data) {}

    private final String[] lines;
    private int next;
    private int asked;

    ZoneText(String text) {
        lines = text.split("\\R", -1);
    }

    /** The records of those types, in the order of the text, at most that many. */
    List<Entry> entries(Set<String> types, int limit) {
        List<Entry> entries = new ArrayList<>();
        while (next < lines.length && entries.size() < limit) {
            int line = next + 1;
            String content = withoutComment(lines[next++]);
            List<String> words = words(content);
            int type = indexOf(words, types);
            if (type >= 0) {
                words = words(joined(content));
                List<String> data = new ArrayList<>(words.subList(type + 1, words.size()));
                data.removeIf(it -> it.equals("(") || it.equals(")"));
                entries.add(new Entry(line, words.get(type), type > 0, List.copyOf(data)));
            }
        }
        return entries;
    }

    private String joined(String first) {
        if (!first.contains("(") || first.contains(")")) {
            return first;
        }
        int end = closing();
        if (end < 0) {
            return first; // what seemed a record is prose
        }
        StringBuilder all = new StringBuilder(first);
        while (next <= end && all.length() < MAX_CHARS) {
            all.append(' ').append(withoutComment(lines[next++]));
        }
        return all.toString();
    }

    /** Index of the next line that closes a parenthesis, or -1; no line is asked twice. */
    private int closing() {
        int limit = Math.min(lines.length, next + MAX_LINES);
        for (asked = Math.max(asked, next); asked < limit; asked++) {
            if (withoutComment(lines[asked]).contains(")")) {
                return asked;
            }
        }
        return -1;
    }

    private static int indexOf(List<String> words, Set<String> types) {
        // Owner, time to live and class stand before the type at most.
        for (int i = 0; i < Math.min(4, words.size()); i++) {
            if (types.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> words(String content) {
        String apart = content.replace("(", " ( ").replace(")", " ) ").strip();
        return apart.isEmpty() ? List.of() : List.of(apart.split("\\s+"));
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }
}
