package dev.shirube.material.settings;

import dev.shirube.engine.settings.Setting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Splits an nginx configuration into directives: words up to a semicolon, blocks in braces, comments from {@code #}, quoted
 * words. Nothing is expanded: a variable stays as it is written.
 */
final class NginxDirectives {

    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final Deque<Integer> sections = new ArrayDeque<>(List.of(0));
    private boolean inWord;
    private int sectionCount;
    private int line = 1;
    private int startLine = 1;

    private NginxDirectives(String text) {
        this.text = text;
    }

    /** All directives, each with the block it stands in. */
    static List<Setting> of(String text) {
        return new NginxDirectives(text).read();
    }

    private List<Setting> read() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
        return settings;
    }

    private int next(int at) {
        char c = text.charAt(at);
        switch (c) {
            case '#' -> {
                if (!inWord) {
                    int end = text.indexOf('\n', at);
                    return end < 0 ? text.length() : end;
                }
                append(c);
            }
            case '"', '\'' -> {
                if (!inWord) {
                    return quoted(at, c);
                }
                append(c);
            }
            case ';' -> endOfDirective();
            case '{' -> {
                endOfWord();
                words.clear();
                sections.push(++sectionCount);
            }
            case '}' -> {
                endOfDirective();
                if (sections.size() > 1) {
                    sections.pop();
                }
            }
            default -> {
                if (Character.isWhitespace(c)) {
                    endOfWord();
                    line += c == '\n' ? 1 : 0;
                } else {
                    append(c);
                }
            }
        }
        return at + 1;
    }

    private int quoted(int at, char quote) {
        int end = text.indexOf(quote, at + 1);
        String content = text.substring(at + 1, end < 0 ? text.length() : end);
        for (int i = 0; i < content.length(); i++) {
            append(content.charAt(i));
        }
        inWord = true;
        endOfWord();
        line += (int) content.chars().filter(it -> it == '\n').count();
        return end < 0 ? text.length() : end + 1;
    }

    private void append(char c) {
        if (words.isEmpty() && !inWord) {
            startLine = line;
        }
        inWord = true;
        word.append(c);
    }

    private void endOfWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endOfDirective() {
        endOfWord();
        if (!words.isEmpty()) {
            settings.add(new Setting(sections.element(), words.get(0), words.subList(1, words.size()), startLine));
            words.clear();
        }
    }
}
