package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
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
    private static final int FARTHEST = 60;

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
            parameters(parameters, others);
        } else {
            cursor.at = name + 1;
        }
        if (syntax.id().equals("go") && cursor.get(from + 1).is("(")) {
            int after = cursor.at;
            cursor.at = from + 1;
            List<Parameter> receiver = new ArrayList<>();
            parameters(receiver, others);
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

    private int open(int start) {
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
        parameters(parameters, others);
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

    /** The parameters between the parentheses here, and names that are taken out of others. */
    private void parameters(List<Parameter> parameters, List<String> others) {
        int close = cursor.closing(cursor.at);
        if (close == cursor.at) {
            cursor.at++;
            return;
        }
        cursor.at++;
        cursor.brackets++;
        while (cursor.at < close) {
            if (!cursor.skip(",")) {
                parameter(close, parameters, others);
            }
        }
        cursor.brackets--;
        cursor.at = close + 1;
    }

    private void parameter(int close, List<Parameter> parameters, List<String> others) {
        int from = cursor.at;
        int end = from;
        int equals = -1;
        while (end < close && !cursor.get(end).is(",")) {
            boolean opens = cursor.get(end).is("(")
                    || cursor.get(end).is("[")
                    || cursor.get(end).is("{");
            if (cursor.get(end).is("<") && syntax.has(Trait.ANGLES)) {
                int angle = end;
                while (angle < close
                        && angle < end + FARTHEST
                        && !cursor.get(angle).is(">")) {
                    angle++;
                }
                end = cursor.get(angle).is(">") && equals < 0 ? angle : end;
            }
            equals = equals < 0 && cursor.get(end).is("=") ? end : equals;
            end = opens ? Math.min(close, Math.max(end, cursor.closing(end)) + 1) : end + 1;
        }
        int last = equals < 0 ? end : equals;
        boolean pattern = cursor.get(from).is("{") || cursor.get(from).is("[");
        if (pattern) {
            for (int i = from; i < last; i++) {
                if (cursor.get(i).isWord()) {
                    others.add(cursor.get(i).text());
                }
            }
            parameters.add(Parameter.of("parameter@" + from));
        } else {
            named(from, last, parameters);
        }
        if (equals >= 0 && !parameters.isEmpty()) {
            cursor.at = equals + 1;
            Parameter without = parameters.remove(parameters.size() - 1);
            Expression initial = reader.expressions.read();
            parameters.add(new Parameter(without.name(), without.type(), Optional.of(initial), without.rest()));
        }
        cursor.at = Math.max(end, from + 1);
    }

    private void named(int from, int last, List<Parameter> parameters) {
        int at = from;
        boolean rest = false;
        while (at < last
                && (!cursor.get(at).isWord()
                        || syntax.modifiers().contains(cursor.get(at).text())
                                && at + 1 < last
                                && !cursor.get(at + 1).is(":"))) {
            rest |= Set.of("*", "**", "...").contains(cursor.get(at).text()) && !syntax.has(Trait.TYPES_FIRST);
            at++;
        }
        if (at >= last) {
            return;
        }
        boolean before = syntax.has(Trait.TYPES_FIRST) || syntax.has(Trait.PAGES);
        int name = at;
        int type = -1;
        if (before) {
            for (int i = at; i < last; i++) {
                name = cursor.get(i).isWord() ? i : name;
            }
            type = name > at ? at : -1;
        } else {
            int next = at + 1;
            while (next < last && !cursor.get(next).isWord()) {
                next++;
            }
            type = next < last ? next : -1;
        }
        cursor.at = Math.max(type, 0);
        Optional<Expression> declared = type < 0 ? Optional.empty() : Optional.of(type());
        parameters.add(new Parameter(reader.name(cursor.get(name).text(), false), declared, Optional.empty(), rest));
    }

    /** The type that is written here, without what stands around it; something unknown where there is none. */
    Expression type() {
        int from = cursor.at;
        while (Set.of("*", "&", "\\", "[", "]", "?").contains(cursor.token().text())
                || cursor.token().isWord()
                        && Set.of("const", "mut", "dyn", "impl", "struct", "unsigned", "enum")
                                .contains(cursor.token().text())) {
            cursor.at++;
        }
        if (!cursor.token().isWord()) {
            cursor.at = Math.max(cursor.at, from);
            return new Expression.Other(cursor.place(from), List.of());
        }
        int start = cursor.at;
        String path = cursor.path();
        Expression type = reader.qualified(path, cursor.place(start));
        if (!cursor.is("<") || !syntax.has(Trait.ANGLES)) {
            return type;
        }
        Expression whole = angles(type, start);
        while (cursor.is("::") && cursor.token(1).isWord()) {
            cursor.at += 2;
            whole = new Expression.Member(
                    cursor.place(start), whole, cursor.token(-1).text());
        }
        return whole;
    }

    private Expression angles(Expression base, int start) {
        List<Expression> arguments = new ArrayList<>();
        int open = cursor.at;
        cursor.at++;
        while (cursor.more() && !cursor.is(">") && cursor.at < open + FARTHEST) {
            if (cursor.token().isWord()) {
                arguments.add(type());
            } else {
                cursor.at++;
            }
        }
        cursor.skip(">");
        return new Expression.Generic(cursor.place(start), base, arguments);
    }

    /** A function without a name that begins here; nothing where there is none. */
    Optional<Expression> lambda() {
        int from = cursor.at;
        Token token = cursor.token();
        List<Parameter> parameters = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean keyword = token.isWord() && syntax.functions().contains(token.text()) && !syntax.has(Trait.INDENTED);
        if (keyword) {
            int open = open(cursor.at + 1);
            if (open < 0) {
                return Optional.empty();
            }
            cursor.at = open;
            parameters(parameters, others);
            return Optional.of(lambda(from, parameters, braced(others)));
        } else if (token.isWord("lambda") && syntax.id().equals("python")) {
            cursor.at++;
            while (cursor.more() && !cursor.is(":") && !cursor.is(")")) {
                if (cursor.token().isWord()) {
                    parameters.add(Parameter.of(cursor.token().text()));
                }
                cursor.at++;
            }
            cursor.skip(":");
            return Optional.of(lambda(from, parameters, value()));
        } else if (token.isWord()
                && cursor.token(1).is("=>")
                && !syntax.has(Trait.PAGES)
                && !syntax.has(Trait.INDENTED)
                && !syntax.has(Trait.LIFETIMES)) {
            parameters.add(Parameter.of(token.text()));
            cursor.at += 2;
            return Optional.of(lambda(from, parameters, arrow()));
        } else if (token.is("(") && isArrow(cursor.closing(from))) {
            parameters(parameters, others);
            while (!cursor.is("=>")) {
                cursor.at++;
            }
            cursor.at++;
            return Optional.of(lambda(from, parameters, with(others, arrow())));
        } else if ((token.is("|") || token.is("||")) && syntax.has(Trait.LIFETIMES)) {
            bars(parameters);
            return Optional.of(lambda(from, parameters, arrow()));
        } else if (token.is("[")
                && syntax.id().equals("cpp")
                && cursor.get(cursor.closing(from) + 1).is("(")) {
            cursor.at = cursor.closing(from) + 1;
            parameters(parameters, others);
            return Optional.of(lambda(from, parameters, braced(others)));
        } else if (token.is("{") && syntax.has(Trait.BRACES_CALL)) {
            return Optional.of(braces(parameters));
        }
        return Optional.empty();
    }

    private boolean isArrow(int close) {
        if (syntax.has(Trait.PAGES) || syntax.has(Trait.INDENTED) || syntax.has(Trait.LIFETIMES)) {
            return false;
        }
        boolean typed = cursor.get(close + 1).is(":") && cursor.get(close + 2).isWord();
        for (int i = close + 3; typed && i < close + 20; i++) {
            Token token = cursor.get(i);
            if (token.is("=>")) {
                return true;
            }
            typed = token.isWord() || Set.of(".", "<", ">", "[", "]", "|").contains(token.text());
        }
        return close > cursor.at && cursor.get(close + 1).is("=>");
    }

    /** {@code |a, b|}. */
    private void bars(List<Parameter> parameters) {
        if (cursor.skip("||")) {
            return;
        }
        cursor.at++;
        for (int i = 0; i < FARTHEST && cursor.more() && !cursor.is("|"); i++) {
            boolean name = cursor.token().isWord()
                    && (cursor.token(-1).is("|")
                            || cursor.token(-1).is(",")
                            || cursor.token(-1).is("&"));
            if (name) {
                parameters.add(Parameter.of(cursor.token().text()));
            }
            cursor.at++;
        }
        cursor.skip("|");
    }

    /** A function in the braces here: of Kotlin, or a block of Ruby. */
    Expression braces(List<Parameter> given) {
        int from = cursor.at;
        List<Parameter> parameters = new ArrayList<>(given);
        int close = cursor.closing(from);
        if (cursor.token(1).is("|")) {
            cursor.at++;
            bars(parameters);
            cursor.at--;
        } else {
            for (int i = from + 1; i < Math.min(close, from + FARTHEST); i++) {
                Token token = cursor.get(i);
                if (token.is("->")) {
                    for (int name = from + 1; name < i; name++) {
                        if (cursor.get(name).isWord()) {
                            parameters.add(Parameter.of(cursor.get(name).text()));
                        }
                    }
                    cursor.at = i;
                    break;
                } else if (!token.isWord()
                        && !Set.of(",", ":", "(", ")", "?", ".", "<", ">").contains(token.text())) {
                    break;
                }
            }
        }
        cursor.at++;
        Statement.Block body = reader.statements.function(close > from ? close : cursor.size(), 0, List.of());
        cursor.at = close > from ? close + 1 : cursor.size();
        return lambda(from, parameters, body);
    }

    private Expression lambda(int from, List<Parameter> parameters, Statement.Block body) {
        return new Expression.Lambda(
                cursor.place(from), new Function(cursor.place(from), "", parameters, Optional.empty(), body));
    }

    private Statement.Block arrow() {
        return cursor.is("{") ? braced(List.of()) : value();
    }

    private Statement.Block value() {
        int from = cursor.at;
        Expression value = reader.expressions.read();
        return new Statement.Block(List.of(new Statement.Return(cursor.place(from), Optional.of(value))));
    }

    private static Statement.Block with(List<String> unknown, Statement.Block body) {
        List<Statement> statements = new ArrayList<>(WindowReader.unknown(unknown));
        statements.addAll(body.statements());
        return new Statement.Block(statements);
    }

    /** The block behind the head of a function, or the value behind {@code =} or {@code =>}. */
    private Statement.Block braced(List<String> unknown) {
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
                return value();
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
