package dev.shirube.material.settings;

import dev.shirube.material.settings.syntax.Entry;
import dev.shirube.material.settings.syntax.SettingsText;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that stand in a YAML file under their own names, as ConfigMaps of Kubernetes hold them: {@code nginx.conf: |}. Only
 * those written line by line, since only there a line of the one is a line of the other.
 */
final class EmbeddedFiles {

    /** More than any manifest of practice holds. */
    private static final int MOST = 200;

    /**
     * One of them.
     *
     * @param name as written
     * @param text without the indentation
     * @param above lines of the YAML file before its first
     */
    record Embedded(String name, String text, int above) {}

    private EmbeddedFiles() {}

    /** Whether a text could hold any: asked before it is parsed. */
    static boolean possible(String location, String text) {
        return (location.endsWith(".yaml") || location.endsWith(".yml"))
                && (text.contains(": |\n") || text.contains(": |-\n") || text.contains(": |+\n"));
    }

    /** Those of a YAML text. */
    static List<Embedded> of(String text, SettingsText yaml) {
        List<String> lines = text.lines().toList();
        List<Embedded> embedded = new ArrayList<>();
        for (Entry entry : yaml.entries()) {
            boolean file = entry.words().size() == 1
                    && entry.words().get(0).indexOf('\n') >= 0
                    && entry.line() <= lines.size()
                    && literal(lines.get(entry.line() - 1).stripTrailing());
            if (file && embedded.size() < MOST) {
                embedded.add(new Embedded(entry.name(), entry.words().get(0), entry.line()));
            }
        }
        return embedded;
    }

    private static boolean literal(String line) {
        return line.endsWith(" |") || line.endsWith(" |-") || line.endsWith(" |+");
    }
}
