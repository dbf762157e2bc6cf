package dev.shirube.material.settings.syntax;

import java.util.ArrayList;
import java.util.List;

/** What the syntaxes made of lines share. */
final class Lines {

    private Lines() {}

    /** The lines of a text without their ends; LF, CR LF and CR end a line. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, at));
                at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 1 : 0;
                start = at + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }

    /**
     * The words of a line, separated by blanks; quotes hold a word together and are taken off. A comment from a {@code #}
     * that begins a word is left out.
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '#' && !inWord) {
                break;
            } else if ((c == '"' || c == '\'') && !inWord && line.indexOf(c, at + 1) > 0) {
                int end = line.indexOf(c, at + 1);
                words.add(line.substring(at + 1, end));
                at = end;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                inWord = true;
                word.append(c);
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a backslash at the end says that the line goes on in the next. */
    static boolean goesOn(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
