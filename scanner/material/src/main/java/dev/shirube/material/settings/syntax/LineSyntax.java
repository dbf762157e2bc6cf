package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One setting on a line, its name before a blank or an equals sign: OpenSSH, PostgreSQL, Postfix, Redis, Mosquitto, OpenVPN,
 * ipsec.conf.
 */
final class LineSyntax {

    /**
     * How a product's files differ.
     *
     * @param heads names, in lower case, of lines that begin a section
     * @param indented whether an indented line goes on with the one before
     */
    record Dialect(Set<String> heads, boolean indented) {}

    private final Dialect dialect;
    private final Entries entries = new Entries();
    private final StringBuilder logical = new StringBuilder();
    private Block block = entries.root();
    private Optional<String> inline = Optional.empty();
    private int start = 1;

    private LineSyntax(Dialect dialect) {
        this.dialect = dialect;
    }

    static SettingsText read(String text, Dialect dialect) {
        LineSyntax syntax = new LineSyntax(dialect);
        int number = 0;
        for (String raw : Lines.of(text)) {
            syntax.line(raw, ++number);
        }
        syntax.flush();
        return syntax.entries.text();
    }

    private void line(String raw, int number) {
        if (inline.isPresent()) {
            // Material within a settings file, as <ca> in OpenVPN's: other detectors read it.
            inline = inline.filter(it -> !raw.strip().equals(it));
            return;
        }
        boolean comment =
                raw.stripLeading().startsWith("#") || raw.stripLeading().startsWith(";");
        if (comment) {
            return;
        }
        boolean goesOn =
                dialect.indented() && logical.length() > 0 && !raw.isEmpty() && Character.isWhitespace(raw.charAt(0));
        if (!goesOn) {
            flush();
            start = number;
        }
        boolean more = Lines.goesOn(raw);
        logical.append(goesOn ? " " : "").append(more ? raw.substring(0, raw.length() - 1) : raw);
        if (!dialect.indented() && !more) {
            flush();
        } else if (more && !dialect.indented()) {
            logical.append(' ');
        }
    }

    private void flush() {
        String line = logical.toString().strip();
        logical.setLength(0);
        if (line.isEmpty()) {
            return;
        }
        if (line.charAt(0) == '<' && line.endsWith(">") && line.indexOf('<', 1) < 0 && line.charAt(1) != '/') {
            inline = Optional.of("</" + line.substring(1));
            return;
        }
        List<String> words = words(line);
        if (words.isEmpty()) {
            return;
        }
        String name = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if (dialect.heads().contains(name.toLowerCase(Locale.ROOT))) {
            block = entries.open(entries.root(), name, rest, start, true);
        } else if (!rest.isEmpty() && rest.get(0).startsWith("(")) {
            map(name, line.substring(line.indexOf('(')));
        } else {
            entries.add(block, name, rest, start);
        }
    }

    /** lighttpd's maps: {@code ssl-conf-cmd = ("Groups" => "X25519", "MinProtocol" => "TLSv1.3")}. */
    private void map(String name, String value) {
        Block map = entries.open(block, name, List.of(), start, false);
        for (String pair : value.replace("(", "").replace(")", "").split(",")) {
            int arrow = pair.indexOf("=>");
            if (arrow > 0) {
                entries.add(
                        map,
                        pair.substring(0, arrow).replace("\"", "").strip(),
                        List.of(pair.substring(arrow + 2).replace("\"", "").strip()),
                        start);
            }
        }
    }

    /** Name and words; sendmail.cf writes {@code O Name=value}. */
    private static List<String> words(String written) {
        String line = written.startsWith("O ") ? written.substring(2).strip() : written;
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && line.charAt(end) != '=') {
            end++;
        }
        int value = end;
        while (value < line.length() && Character.isWhitespace(line.charAt(value))) {
            value++;
        }
        boolean assigned = value < line.length() && line.charAt(value) == '=';
        List<String> words = new ArrayList<>(List.of(line.substring(0, end)));
        words.addAll(Lines.words(line.substring(assigned ? value + 1 : value)));
        return words;
    }
}
