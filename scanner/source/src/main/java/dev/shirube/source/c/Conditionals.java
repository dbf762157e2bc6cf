package dev.shirube.source.c;

import dev.shirube.source.language.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a text of it that the grammar can read where the preprocessor cuts through statements: the grammar knows {@code #if}
 * between whole statements and declarations only.
 *
 * <p>The directives are blanked and all branches are kept where they can stand one after the other; two values become a
 * choice of both. What {@code #if 0} takes away is blanked, too. Every character that stays keeps its place.
 */
final class Conditionals {
    private final char[] out;
    private final char[] code;
    private final Deque<Group> open = new ArrayDeque<>();
    private Deque<Character> brackets = new ArrayDeque<>();
    private char previous = ';';

    private Conditionals(String text) {
        out = text.toCharArray();
        code = CodeMask.of(text);
    }

    /** The same text, or one of the same length. */
    static SourceText joined(SourceText source) {
        if (!source.text().contains("#")) {
            return source;
        }
        Conditionals conditionals = new Conditionals(source.text());
        conditionals.run();
        String text = new String(conditionals.out);
        return text.equals(source.text()) ? source : new SourceText(source.location(), text);
    }

    private void run() {
        int at = 0;
        boolean lineBegins = true;
        while (at < code.length) {
            char c = code[at];
            if (c == '#' && lineBegins) {
                int end = directiveEnd(at);
                directive(at, end);
                at = end;
                continue;
            }
            if (c == '\n') {
                lineBegins = true;
            } else if (!Character.isWhitespace(c)) {
                lineBegins = false;
                bracket(c);
                previous = c;
            }
            at++;
        }
    }

    private int directiveEnd(int at) {
        int end = at;
        while (end < code.length && (code[end] != '\n' || code[end - 1] == '\\')) {
            end++;
        }
        return end;
    }

    private void bracket(char c) {
        switch (c) {
            case '(', '[' -> brackets.push(c);
            case '{' -> {
                boolean initialiser = previous == '='
                        || previous == ','
                        || previous == '('
                        || previous == '{' && !brackets.isEmpty() && brackets.peek() == '=';
                brackets.push(initialiser ? '=' : '{');
            }
            case ')', ']', '}' -> {
                if (!brackets.isEmpty()) {
                    brackets.pop();
                }
            }
            default -> {}
        }
    }

    private void directive(int start, int end) {
        String line = new String(code, start + 1, end - start - 1).strip();
        if (line.startsWith("if")) {
            open.push(new Group(new ArrayDeque<>(brackets), previous, line));
            open.peek().directives.add(new int[] {start, end});
        } else if (open.isEmpty()) {
            return;
        } else if (line.startsWith("el")) {
            Group group = open.peek();
            group.directives.add(new int[] {start, end});
            group.last = line.startsWith("else");
            group.branchEnds(brackets, previous);
            brackets = new ArrayDeque<>(group.before);
            previous = group.previous;
        } else if (line.startsWith("endif")) {
            Group group = open.pop();
            group.directives.add(new int[] {start, end});
            group.branchEnds(brackets, previous);
            brackets = group.after;
            previous = group.end;
            close(group);
        }
    }

    private void close(Group group) {
        if (group.condition.matches("if\\s+0")) {
            blank(group.directives.get(0)[0], group.directives.get(1)[0]);
            dropDirectives(group);
        } else if (group.condition.matches("if\\s+1") && group.branches() == 2) {
            blank(group.directives.get(1)[0], group.directives.get(2)[1]);
            dropDirectives(group);
        } else if (!balanced(group)) {
            dropDirectives(group);
            for (int i = 1; i < group.branches(); i++) {
                blankUnmatched(group.from(i), group.to(i));
            }
        } else if (group.inExpression()) {
            value(group);
        } else if (group.inStatement()) {
            dropDirectives(group);
        }
    }

    private boolean balanced(Group group) {
        for (int i = 0; i < group.branches(); i++) {
            if (!unmatched(group.from(i), group.to(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Several values that exclude one another become a choice; otherwise the first is kept. */
    private void value(Group group) {
        dropDirectives(group);
        if (!group.last) {
            return;
        }
        boolean single = true;
        for (int i = 0; i < group.branches(); i++) {
            single &= Values.isOne(code, group.from(i), group.to(i));
        }
        boolean commas = Values.comma(code, group.from(0), group.to(0)) >= 0;
        for (int i = 1; i < group.branches(); i++) {
            single &= commas == Values.comma(code, group.from(i), group.to(i)) >= 0;
        }
        for (int i = 0; i < group.branches(); i++) {
            int directive = group.directives.get(i)[0];
            if (!single) {
                blank(i == 0 ? directive : group.from(i), i == 0 ? directive : group.to(i));
                continue;
            }
            String sign = (i == 0 ? "" : ":") + (i < group.branches() - 1 ? "_?" : "");
            sign.getChars(0, sign.length(), out, directive);
            int comma = Values.comma(code, group.from(i), group.to(i));
            if (comma >= 0 && i < group.branches() - 1) {
                out[comma] = ' ';
                code[comma] = ' ';
            }
        }
    }

    private void dropDirectives(Group group) {
        group.directives.forEach(it -> blank(it[0], it[1]));
    }

    private void blankUnmatched(int from, int to) {
        List<Integer> unmatched = unmatched(from, to);
        for (int at : unmatched) {
            if (code[at] != '{' && code[at] != '}') {
                blank(from, to);
                return;
            }
        }
        for (int at : unmatched) {
            boolean opens = code[at] == '{' && !isInitialiser(at);
            blank(at, at + 1);
            if (opens) {
                out[at] = ';'; // what follows stands in the block of the first branch
            }
        }
    }

    private boolean isInitialiser(int brace) {
        int at = brace - 1;
        while (at >= 0 && Character.isWhitespace(code[at])) {
            at--;
        }
        return at >= 0 && code[at] == '=';
    }

    private List<Integer> unmatched(int from, int to) {
        Deque<Integer> opened = new ArrayDeque<>();
        List<Integer> unmatched = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if ("([{".indexOf(code[i]) >= 0) {
                opened.push(i);
            } else if (")]}".indexOf(code[i]) >= 0 && opened.poll() == null) {
                unmatched.add(i);
            }
        }
        unmatched.addAll(opened);
        return unmatched;
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (out[i] != '\n') {
                out[i] = ' ';
                code[i] = ' ';
            }
        }
    }

    /** One {@code #if} with its branches. */
    private static final class Group {
        final Deque<Character> before;
        final char previous;
        final String condition;
        final List<int[]> directives = new ArrayList<>();
        Deque<Character> after;
        char end;
        boolean last;

        Group(Deque<Character> before, char previous, String condition) {
            this.before = before;
            this.previous = previous;
            this.condition = condition;
        }

        void branchEnds(Deque<Character> brackets, char at) {
            if (after == null) {
                after = brackets;
                end = at;
            }
        }

        int branches() {
            return directives.size() - 1;
        }

        int from(int branch) {
            return directives.get(branch)[1];
        }

        int to(int branch) {
            return directives.get(branch + 1)[0];
        }

        boolean inExpression() {
            boolean parenthesis = !before.isEmpty() && (before.peek() == '(' || before.peek() == '[');
            return parenthesis || "=|&+-*/?<".indexOf(previous) >= 0;
        }

        boolean inStatement() {
            return !before.isEmpty() && before.peek() == '=' || ";{}:".indexOf(previous) < 0;
        }
    }

    /** A branch as a single value, with or without a comma behind it. */
    private static final class Values {
        private Values() {}

        static boolean isOne(char[] code, int from, int to) {
            int depth = 0;
            boolean empty = true;
            int comma = comma(code, from, to);
            for (int i = from; i < to; i++) {
                depth += "([{".indexOf(code[i]) >= 0 ? 1 : ")]}".indexOf(code[i]) >= 0 ? -1 : 0;
                boolean divides = code[i] == ';' || code[i] == '#' || code[i] == ',' && i != comma;
                if (depth == 0 && divides) {
                    return false;
                }
                empty &= Character.isWhitespace(code[i]) || i == comma;
            }
            return !empty;
        }

        /** Where the comma stands that ends the branch; -1 where none does. */
        static int comma(char[] code, int from, int to) {
            int at = to - 1;
            while (at >= from && Character.isWhitespace(code[at])) {
                at--;
            }
            return at >= from && code[at] == ',' ? at : -1;
        }
    }
}
