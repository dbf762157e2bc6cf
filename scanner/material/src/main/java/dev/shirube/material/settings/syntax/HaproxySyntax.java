package dev.shirube.material.settings.syntax;

import java.util.List;
import java.util.Set;

/**
 * HAProxy's lines: a keyword and words, in sections that begin with a keyword of their own. The options of {@code bind} and
 * {@code server} stand one behind the other in one line, a name and mostly a value.
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

    private static final Set<String> WITH_OPTIONS =
            Set.of("bind", "server", "default-server", "ssl-default-bind-options", "ssl-default-server-options");

    private HaproxySyntax() {}

    static SettingsText read(String text) {
        Entries entries = new Entries();
        Block block = entries.root();
        int number = 0;
        for (String raw : Lines.of(text)) {
            number++;
            List<String> words = Lines.words(raw);
            if (words.isEmpty()) {
                continue;
            }
            String name = words.get(0);
            List<String> rest = words.subList(1, words.size());
            if (SECTIONS.contains(name)) {
                block = entries.open(entries.root(), name, rest, number, true);
            } else if (WITH_OPTIONS.contains(name)) {
                options(entries, entries.open(block, name, rest, number, !name.startsWith("ssl-default")), number);
            } else {
                entries.add(block, name, rest, number);
            }
        }
        return entries.text();
    }

    private static void options(Entries entries, Block line, int number) {
        List<String> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            entries.add(line, words.get(i), i + 1 < words.size() ? List.of(words.get(i + 1)) : List.of(), number);
        }
    }
}
