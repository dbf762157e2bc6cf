package dev.shirube.source.window;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand in the lines below the place where they belong: of PHP and Ruby. */
final class Heredocs {

    private static final Pattern PHP = Pattern.compile("<<<[ \\t]*([\"']?)([A-Za-z_]\\w{0,60})\\1");
    private static final Pattern RUBY = Pattern.compile("<<[~-]([\"']?)([A-Za-z_]\\w{0,60})\\1");

    private final boolean php;
    private final boolean ruby;
    private final String text;
    private int resume;
    private int unended;

    /** How many may not end: each is looked for through the whole file. */
    private static final int MOST_UNENDED = 10;

    Heredocs(String language, String text) {
        this.php = language.equals("php");
        this.ruby = language.equals("ruby");
        this.text = text;
    }

    /** A text, and where the code goes on after the mark that stands for it. */
    record Found(String text, int end) {}

    boolean begins(int at) {
        return (php || ruby)
                && unended < MOST_UNENDED
                && text.startsWith("<<", at)
                && matcher(at).lookingAt();
    }

    private Matcher matcher(int at) {
        return (php ? PHP : RUBY).matcher(text).region(at, Math.min(text.length(), at + 80));
    }

    Found at(int at) {
        Matcher matcher = matcher(at);
        boolean found = matcher.lookingAt();
        int below = Math.max(resume, text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1);
        int start = below;
        while (found && below < text.length()) {
            int end = text.indexOf('\n', below);
            String row = text.substring(below, end < 0 ? text.length() : end).strip();
            if (row.startsWith(matcher.group(2))
                    && !row.matches("\\w{" + (matcher.group(2).length() + 1) + ",}.*")) {
                int indent = text.indexOf(matcher.group(2), below);
                resume = php ? indent + matcher.group(2).length() : end < 0 ? text.length() : end + 1;
                String content = text.substring(start, below);
                return new Found(
                        content.endsWith("\n") ? content.substring(0, content.length() - 1) : content, matcher.end());
            }
            below = end < 0 ? text.length() : end + 1;
        }
        unended++;
        return new Found("", found ? matcher.end() : at + 2);
    }

    /** Where the code goes on after the end of a line. */
    int after(int next) {
        return Math.max(next, resume);
    }
}
