package dev.shirube.source.window;

import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions: their parameters, which are unknown in them, and what belongs to them. */
final class Functions {

    /** How far from its word the parts of a function's head may stand. */
    static final int FARTHEST = 60;

    private static final Set<String> NO_TYPES = Set.of(
            "return", "new", "else", "await", "throw", "case", "goto", "in", "delete", "sizeof", "co_return", "using");

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    Functions(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    /** The function that begins with a word such as {@code def} here, with its name; nothing where there is none. */
    Optional<Function> declared() {
        int from = cursor.at;
        boolean keyword = cursor.token().isWord()
                && syntax.functions().contains(cursor.token().text());
        if (!keyword) {
            return syntax.has(Trait.TYPES_FIRST) ? typed() : method();
        }
        int open = open(cursor.at + 1);
        if (cursor.get(cursor.at + 1).is("(")
                && syntax.id().equals("go")
                && cursor.get(cursor.closing(cursor.at + 1) + 1).isWord()) {
            open = open(cursor.closing(cursor.at + 1) + 1); // the parameters stand behind the receiver's
        }
        int name = syntax.has(Trait.INDENTED) || open < 0 ? nameIn(from) : nameBefore(open);
        boolean named = name > from && cursor.get(name).isWord();
        if (!named) {
            return Optional.empty();
        }
        List<Parameter> parameters = new ArrayList<>();
        List<String> others = new ArrayList<>();
        if (open >= 0 && (!syntax.has(Trait.INDENTED) || open == name + 1)) {
            cursor.at = open;
            reader.parameters.read(parameters, others);
        } else {
            cursor.at = name + 1;
        }
        if (syntax.id().equals("go") && cursor.get(from + 1).is("(")) {
            int after = cursor.at;
            cursor.at = from + 1;
            List<Parameter> receiver = new ArrayList<>();
            reader.parameters.read(receiver, others);
            parameters.addAll(receiver);
            cursor.at = after;
        }
        Statement.Block body = syntax.has(Trait.INDENTED) ? indented(from, others) : braced(others);
        String called = cursor.get(name).text();
        return Optional.of(new Function(place(name), called, parameters, Optional.empty(), body));
    }

    /** {@code def self.name}: the last name before the parameters. */
    private int nameIn(int from) {
        int at = from + 1;
        while (cursor.get(at + 1).is(".") && cursor.get(at + 2).isWord()) {
            at += 2;
        }
        return at;
    }

    private int nameBefore(int open) {
        int at = open - 1;
        if (cursor.get(at).is(">")) {
            int depth = 0;
            while (at > open - FARTHEST && at > 0) {
                depth += cursor.get(at).is(">") ? 1 : cursor.get(at).is("<") ? -1 : 0;
                at--;
                if (depth == 0) {
                    break;
                }
            }
        }
        return at;
    }

    int open(int start) {
        for (int i = start; i < start + FARTHEST && i < cursor.size(); i++) {
            Token token = cursor.get(i);
            if (token.is("(")) {
                return i;
            } else if (token.is("{") || token.is(";") || token.is("=") || syntax.has(Trait.INDENTED) && token.first()) {
                return -1;
            }
        }
        return -1;
    }

    private Place place(int name) {
        Token token = cursor.get(name);
        return new Place(token.line(), token.column(), token.start(), token.end());
    }

    /** {@code name(a, b) {}} at the beginning of a statement. */
    private Optional<Function> method() {
        int from = cursor.at;
        boolean braces = syntax.has(Trait.BRACES_MAP) && !syntax.has(Trait.LINES);
        if (!braces
                || !cursor.token().isWord()
                || !cursor.token(1).is("(")
                || reader.statements.controls(cursor.token())) {
            return Optional.empty();
        }
        int close = cursor.closing(from + 1);
        boolean body = close > from + 1
                && (cursor.get(close + 1).is("{") || cursor.get(close + 1).is(":") && opens(close + 1));
        if (!body) {
            return Optional.empty();
        }
        return headed(from, from + 1);
    }

    /** Whether a block begins before the statement ends. */
    private boolean opens(int start) {
        for (int i = start; i < start + FARTHEST && i < cursor.size(); i++) {
            Token token = cursor.get(i);
            if (token.is("{")) {
                return true;
            } else if (token.is(";") || token.is(",") || token.is(")")) {
                return false;
            }
        }
        return false;
    }

    private Optional<Function> headed(int name, int open) {
        List<Parameter> parameters = new ArrayList<>();
        List<String> others = new ArrayList<>();
        cursor.at = open;
        reader.parameters.read(parameters, others);
        Statement.Block body = braced(others);
        return Optional.of(new Function(place(name), cursor.get(name).text(), parameters, Optional.empty(), body));
    }

    /** {@code static int name(int a) {}}; a declaration without a body is gone over. */
    private Optional<Function> typed() {
        int from = cursor.at;
        int at = from;
        int words = 0;
        while (at < from + FARTHEST && at < cursor.size()) {
            Token token = cursor.get(at);
            if (token.isWord() && NO_TYPES.contains(token.text())
                    || token.isWord() && reader.statements.controls(token)) {
                return Optional.empty();
            } else if (token.isWord()) {
                words++;
            } else if (token.is("(")) {
                break;
            } else if (token.is("[") && cursor.closing(at) > at) {
                at = cursor.closing(at);
            } else if (!Set.of("*", "&", "&&", "::", ".", "<", ">", ",", "?", "~")
                            .contains(token.text())
                    || token.is(",") && !cursor.get(at - 2).is("<") && !angle(from, at)) {
                return Optional.empty();
            }
            at++;
        }
        int name = nameBefore(at);
        int close = cursor.closing(at);
        if (!cursor.get(at).is("(") || close == at || !cursor.get(name).isWord()) {
            return Optional.empty();
        }
        Token before = cursor.get(name - 1);
        boolean qualified = before.is("::") || before.is(".");
        boolean typed = name > from
                && (before.isWord()
                        || before.is("*")
                        || before.is("&")
                        || before.is(">")
                        || before.is("]")
                        || before.is("?"));
        int after = close + 1;
        while (cursor.get(after).isWord()
                && Set.of("const", "noexcept", "override", "final")
                        .contains(cursor.get(after).text())) {
            after++;
        }
        boolean body = cursor.get(after).is("{")
                || cursor.get(after).is("=>")
                || (cursor.get(after).is(":") || cursor.get(after).isWord("where")) && opens(after);
        if (body && (typed || qualified || words == 1 || name == from)) {
            return headed(name, at);
        }
        boolean prototype = typed && cursor.get(after).is(";") && !(syntax.id().equals("cpp") && constructs(at, close));
        if (prototype) {
            cursor.at = after;
            return Optional.of(new Function(place(name), "", List.of(), Optional.empty(), Statement.Block.EMPTY));
        }
        return Optional.empty();
    }

    private boolean angle(int from, int at) {
        for (int i = at; i > from; i--) {
            if (cursor.get(i).is("<")) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is in the parentheses are values rather than parameters. */
    private boolean constructs(int open, int close) {
        if (close == open + 1) {
            return false;
        }
        for (int i = open + 1; i < close; i++) {
            Token token = cursor.get(i);
            Token next = cursor.get(i + 1);
            boolean pair = token.isWord()
                    && (next.isWord()
                            || (next.is("*") || next.is("&"))
                                    && !cursor.get(i + 2).isWord("this")
                                    && cursor.get(i + 2).isWord()
                                    && cursor.get(i + 3).is(","));
            if (token.kind() == Token.Kind.TEXT
                    || token.kind() == Token.Kind.NUMBER
                    || token.is("(")
                    || token.is(".")) {
                return true;
            } else if (pair || token.is("*") && (next.is(",") || next.is(")"))) {
                return false;
            }
        }
        return reader.inFunction();
    }

    /** The block behind the head of a function, or the value behind {@code =} or {@code =>}. */
    Statement.Block braced(List<String> unknown) {
        for (int i = 0; i < FARTHEST && cursor.more(); i++) {
            boolean empty = cursor.is("{")
                    && (cursor.token(-1).isWord("interface") || cursor.token(-1).isWord("struct"));
            if (cursor.is("{") && !empty) {
                int open = cursor.at;
                int close = cursor.closing(open);
                int end = close > open ? close : cursor.size();
                cursor.at++;
                Statement.Block body = reader.statements.function(end, 0, unknown);
                cursor.at = Math.min(cursor.size(), end + 1);
                return body;
            } else if (cursor.is("=") || cursor.is("=>")) {
                cursor.at++;
                return reader.lambdas.value();
            } else if (cursor.is(";") || cursor.is(",") || cursor.is("}") || cursor.is(")") && i == 0) {
                break;
            }
            boolean opens = (cursor.is("(") || cursor.is("[") || empty) && cursor.closing(cursor.at) > cursor.at;
            cursor.at = opens ? cursor.closing(cursor.at) + 1 : cursor.at + 1;
        }
        return Statement.Block.EMPTY;
    }

    /** What stands deeper than the head. */
    private Statement.Block indented(int head, List<String> unknown) {
        int column = cursor.indentation(head);
        int end = cursor.at;
        while (end < cursor.size()
                && !(cursor.get(end).first() && cursor.get(end).column() <= column)) {
            end++;
        }
        int body = 0;
        for (int i = cursor.at; i < end && body == 0; i++) {
            body = cursor.get(i).first() && cursor.get(i).column() > column
                    ? cursor.get(i).column()
                    : 0;
        }
        Statement.Block block = reader.statements.function(end, body, unknown);
        cursor.at = end;
        return block;
    }
}
