package dev.shirube.material.settings.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HAProxy's lines: a keyword and words, in sections that begin with a keyword of their own. The options of {@code bind} and
 * {@code server} stand one behind the other in one line, a name and mostly a value.
 *
 * <p>What {@code global} and {@code defaults} say holds around the sections behind them, so those are blocks within: the
 * settings of {@code global} are the file's own, and a {@code default-server} is its section's.
 */
final class HaproxySyntax {

    private static final Set<String> SECTIONS = Set.of(
            "global",
            "defaults",
            "frontend",
            "backend",
            "listen",
            "peers",
            "resolvers",
            "userlist",
            "cache",
            "program",
            "mailers",
            "ring",
            "log-forward",
            "http-errors",
            "crt-store",
            "acme",
            "traces");

    /** Lines whose options are about what the line itself opens. */
    private static final Set<String> LINES = Set.of("bind", "server");

    /** Lines whose options are about the section. */
    private static final Set<String> OF_SECTION =
            Set.of("default-server", "ssl-default-bind-options", "ssl-default-server-options");

    private HaproxySyntax() {}

    static SettingsText read(String text) {
        Entries entries = new Entries();
        Block block = entries.root();
        Block around = entries.root();
        Map<String, Block> named = new HashMap<>();
        int number = 0;
        for (String raw : Lines.of(text)) {
            number++;
            List<String> words = Lines.words(raw);
            if (words.isEmpty()) {
                continue;
            }
            String name = words.get(0);
            List<String> rest = words.subList(1, words.size());
            if (name.equals("global")) {
                block = entries.open(entries.root(), name, rest, number, false);
            } else if (name.equals("defaults")) {
                block = entries.open(from(rest, named, entries.root()), name, rest, number, true);
                around = block;
                named.put(rest.isEmpty() ? "" : rest.get(0), block);
            } else if (SECTIONS.contains(name)) {
                block = entries.open(from(rest, named, around), name, rest, number, true);
            } else if (LINES.contains(name)) {
                options(entries, entries.open(block, name, rest, number, true), number);
            } else if (OF_SECTION.contains(name)) {
                options(entries, entries.open(block, name, rest, number, false), number);
            } else {
                entries.add(block, name, rest, number);
            }
        }
        return entries.text();
    }

    /** The {@code defaults} that a section names, else those that hold there. */
    private static Block from(List<String> words, Map<String, Block> named, Block otherwise) {
        int from = words.indexOf("from");
        return from < 0 || from + 1 >= words.size() ? otherwise : named.getOrDefault(words.get(from + 1), otherwise);
    }

    private static void options(Entries entries, Block line, int number) {
        List<String> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            entries.add(line, words.get(i), i + 1 < words.size() ? List.of(words.get(i + 1)) : List.of(), number);
        }
    }
}
