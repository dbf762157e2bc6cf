package dev.shirube.domain.place;

import java.util.regex.Pattern;

/** Globs over logical paths, which unlike {@link java.nio.file.Path} hold any text in any locale. */
public final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private Glob(String glob) {
        this.glob = glob;
    }

    /**
     * What a glob matches, as a whole.
     *
     * @throws IllegalArgumentException for a glob that does not end; the message says how to mend it
     */
    public static Pattern pattern(String glob) {
        Glob translation = new Glob(glob);
        while (translation.at < glob.length()) {
            translation.next();
        }
        return Pattern.compile(translation.regex.toString(), Pattern.DOTALL);
    }

    private void next() {
        char value = glob.charAt(at++);
        switch (value) {
            case '*' -> star();
            case '?' -> regex.append("[^/]");
            case '[' -> characterClass();
            case '{' -> alternatives();
            case '\\' -> literal(at < glob.length() ? glob.charAt(at++) : '\\');
            default -> literal(value);
        }
    }

    private void literal(char value) {
        regex.append(Pattern.quote(String.valueOf(value)));
    }

    private void star() {
        if (!glob.startsWith("*", at)) {
            regex.append("[^/]*");
            return;
        }
        at++;
        boolean wholeFolders = glob.startsWith("/", at) && (at == 2 || glob.charAt(at - 3) == '/');
        at += wholeFolders ? 1 : 0;
        regex.append(wholeFolders ? "(?:.*/)?" : ".*");
    }

    private void characterClass() {
        int end = glob.indexOf(']', at + 1);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "The pattern \"" + glob + "\" has a [ without ]. Close it, or write \\[.");
        }
        String body = glob.substring(at, end);
        boolean negated = body.startsWith("!");
        String members = (negated ? body.substring(1) : body).replaceAll("[\\[\\]\\\\^&]", "\\\\$0");
        regex.append(negated ? "[^/" : "[").append(members).append(']');
        at = end + 1;
    }

    private void alternatives() {
        int end = glob.indexOf('}', at);
        if (end < 0) {
            throw new IllegalArgumentException(
                    "The pattern \"" + glob + "\" has a { without }. Close it, or write \\{.");
        }
        String separator = "(?:";
        for (String alternative : glob.substring(at, end).split(",", -1)) {
            regex.append(separator).append(pattern(alternative).pattern());
            separator = "|";
        }
        regex.append(')');
        at = end + 1;
    }
}
