package dev.shirube.material.settings.syntax;

import dev.shirube.material.settings.syntax.CommandEntries.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The commands of a script, by the shell's rules for words (POSIX.1, Shell Command Language, 2.2 and 2.3). Nothing is expanded:
 * a variable stays as it is written; a command whose output is taken is a command as well. Comments and here-documents are none.
 */
final class ShellCommands {

    /** Commands within commands beyond that are left out. */
    private static final int DEEPEST = 6;

    /** How a kind of script differs: the character that continues a line, and whether it quotes and there are here-documents. */
    enum Dialect {
        POSIX('\\'),
        POWERSHELL('`'),
        BATCH('^');

        private final char goesOn;

        Dialect(char goesOn) {
            this.goesOn = goesOn;
        }
    }

    private final CommandEntries commands;
    private final Dialect dialect;
    private final String text;
    private final int depth;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final Deque<String> documents = new ArrayDeque<>();
    private boolean inWord;
    private boolean redirected;
    private int wordLine;
    private int line;
    private int at;

    private ShellCommands(CommandEntries commands, Dialect dialect, String text, int line, int depth) {
        this.commands = commands;
        this.dialect = dialect;
        this.text = text;
        this.line = line;
        this.depth = depth;
    }

    /** Adds the commands of a text that begins on that line. */
    static void read(CommandEntries commands, Dialect dialect, String text, int line) {
        new ShellCommands(commands, dialect, text, line, 0).read();
    }

    private void read() {
        while (at < text.length() && !commands.full()) {
            next(text.charAt(at));
        }
        endOfCommand();
    }

    private void next(char c) {
        if (c == dialect.goesOn && continued()) {
            return;
        }
        switch (c) {
            case '\n' -> {
                endOfCommand();
                step();
                documents();
            }
            case ';', '|', '&', '(', ')' -> {
                endOfCommand();
                step();
            }
            case '#' -> comment();
            case '\'' -> single();
            case '"' -> twice();
            case '\\' -> escaped();
            case '`' -> backticks();
            case '$' -> dollar();
            case '<', '>' -> redirection(c);
            default -> plain(c);
        }
    }

    private void plain(char c) {
        boolean block = dialect == Dialect.POWERSHELL && (c == '{' || c == '}');
        if (block) {
            endOfCommand();
        } else if (Character.isWhitespace(c)) {
            endOfWord();
        } else {
            append(c);
        }
        step();
    }

    private boolean continued() {
        int end = text.startsWith("\r\n", at + 1) ? at + 2 : at + 1;
        if (end >= text.length() || text.charAt(end) != '\n') {
            return false;
        }
        endOfWord();
        at = end;
        step();
        return true;
    }

    private void step() {
        if (at < text.length()) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    private void append(char c) {
        wordLine = inWord ? wordLine : line;
        inWord = true;
        word.append(c);
    }

    private void comment() {
        if (inWord) {
            append('#');
            step();
        } else {
            skipTo(text.indexOf('\n', at));
        }
    }

    private void skipTo(int end) {
        int until = end < 0 ? text.length() : end;
        while (at < until) {
            step();
        }
    }

    private void open() {
        wordLine = inWord ? wordLine : line;
        inWord = true;
        step();
    }

    private void single() {
        open();
        while (at < text.length() && text.charAt(at) != '\'') {
            word.append(text.charAt(at));
            step();
        }
        step();
    }

    private void twice() {
        open();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\\' && dialect == Dialect.POSIX) {
                step();
                if (at < text.length() && text.charAt(at) != '\n') {
                    word.append(text.charAt(at));
                }
                step();
            } else if (c == '$' && dialect != Dialect.BATCH) {
                dollar();
            } else if (c == '`' && dialect == Dialect.POSIX) {
                backticks();
            } else {
                word.append(c);
                step();
            }
        }
        step();
    }

    private void escaped() {
        if (dialect == Dialect.POSIX) {
            step();
        }
        if (at < text.length()) {
            append(text.charAt(at));
            step();
        }
    }

    private void backticks() {
        if (dialect != Dialect.POSIX) {
            append('`');
            step();
            return;
        }
        int from = at + 1;
        int end = text.indexOf('`', from);
        append('$');
        within(from, end < 0 ? text.length() : end);
    }

    /** A variable as it is written, or a command whose output is taken. */
    private void dollar() {
        append('$');
        boolean command = text.startsWith("$(", at);
        boolean braces = text.startsWith("${", at);
        if (!command && !braces) {
            step();
            return;
        }
        int end = closing(at + 1, command ? '(' : '{', command ? ')' : '}');
        if (command) {
            within(at + 2, end);
        } else {
            word.append(text, at + 1, Math.min(text.length(), end + 1));
            skipTo(Math.min(text.length(), end + 1));
        }
    }

    /** Reads the commands between two places, and goes on behind them. */
    private void within(int from, int end) {
        if (depth < DEEPEST) {
            new ShellCommands(commands, dialect, text.substring(Math.min(from, end), end), line, depth + 1).read();
        }
        skipTo(Math.min(text.length(), end + 1));
    }

    private int closing(int from, char opens, char closes) {
        int brackets = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == opens) {
                brackets++;
            } else if (c == closes && --brackets == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void redirection(char c) {
        if (dialect == Dialect.POWERSHELL && text.startsWith("<#", at)) {
            int end = text.indexOf("#>", at);
            skipTo(end < 0 ? -1 : end + 2);
            return;
        }
        if (inWord && word.chars().allMatch(Character::isDigit)) {
            word.setLength(0);
            inWord = false;
        }
        endOfWord();
        if (dialect == Dialect.POSIX && text.startsWith("<<", at) && !text.startsWith("<<<", at)) {
            hereDocument();
            return;
        }
        while (at < text.length() && (text.charAt(at) == c || text.charAt(at) == '&')) {
            step();
        }
        redirected = true;
    }

    private void hereDocument() {
        at += 2;
        while (at < text.length() && "- \t'\"\\".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-!.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at > start) {
            documents.add(text.substring(start, at));
        }
        while (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** Goes past the here-documents that the line began. */
    private void documents() {
        while (!documents.isEmpty()) {
            String end = documents.remove();
            boolean found = false;
            while (at < text.length() && !found) {
                int eol = text.indexOf('\n', at);
                found = text.substring(at, eol < 0 ? text.length() : eol)
                        .strip()
                        .equals(end);
                skipTo(eol < 0 ? -1 : eol + 1);
            }
        }
    }

    private void endOfWord() {
        if (inWord && !redirected) {
            words.add(new Word(word.toString(), wordLine));
        }
        redirected &= !inWord;
        word.setLength(0);
        inWord = false;
    }

    private void endOfCommand() {
        endOfWord();
        redirected = false;
        if (!words.isEmpty()) {
            commands.command(List.copyOf(words))
                    .filter(it -> depth < DEEPEST)
                    .ifPresent(it -> new ShellCommands(commands, dialect, it.text(), it.line(), depth + 1).read());
            words.clear();
        }
    }
}
