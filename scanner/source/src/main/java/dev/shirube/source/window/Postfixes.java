package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Members, calls with their arguments, elements, type arguments, and what makes objects and collections. */
final class Postfixes {

    private static final int LONGEST = 300;

    /** What may stand behind the name of a method that is given nothing, or behind its arguments. */
    static final Set<String> COMMAND_ENDS = Set.of(
            "do", "if", "unless", "and", "or", "then", "while", "until", "rescue", "in", "end", "to", "is", "not");

    private static final Set<String> HOLDERS = Set.of(
            "Some",
            "Ok",
            "Box.new",
            "Rc.new",
            "Arc.new",
            "Mutex.new",
            "RefCell.new",
            "Cow.Borrowed",
            "Cow.Owned",
            "Cow.from");

    private static final Set<String> CONVERSIONS = Set.of(
            "parse", "try_into", "as_bytes", "into_bytes", "as_mut", "borrow", "borrow_mut", "lock", "into_inner");

    private static final int FARTHEST_ANGLE = 40;

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;
    private final Expressions expressions;

    Postfixes(WindowReader reader, Expressions expressions) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
        this.expressions = expressions;
    }

    /** The expression with all that stands behind it. */
    Expression after(Expression first, int from) {
        Expression at = first;
        int name = from; // the token of the name that is called
        if (cursor.at == from) {
            return at;
        }
        for (int i = 0; i < LONGEST && cursor.more(); i++) {
            Token token = cursor.token();
            boolean member = token.kind() == Token.Kind.MARK
                    && syntax.separators().contains(token.text())
                    && (cursor.token(1).isWord() || cursor.token(1).kind() == Token.Kind.NUMBER);
            if (member) {
                name = cursor.at + 1;
                at = member(at, from);
                continue;
            }
            if (cursor.breaks()) {
                break;
            }
            Optional<Expression> more = more(at, token, from, name);
            if (more.isEmpty()) {
                break;
            }
            at = more.get();
        }
        return commanded(at, from, name);
    }

    private Expression member(Expression object, int from) {
        boolean method = syntax.has(Trait.COMMANDS) && !cursor.is("::");
        cursor.at++;
        Token token = cursor.token();
        int name = cursor.at;
        cursor.at++;
        if (token.isWord("class") && !cursor.is("(")) {
            return new Expression.Cast(cursor.place(from), Optional.empty(), object);
        } else if (token.isWord("await") && syntax.has(Trait.LIFETIMES)) {
            return object;
        }
        Expression member = new Expression.Member(cursor.place(from), object, reader.name(token.text(), true));
        boolean called = cursor.is("(") && !cursor.token().spaced();
        boolean command = method && isCommand(member, name);
        return method && !called && !command && !cursor.is("=")
                ? new Expression.Call(call(name), member, List.of(), false)
                : member;
    }

    private Place call(int name) {
        return cursor.place(name);
    }

    private Optional<Expression> more(Expression at, Token token, int from, int name) {
        boolean path =
                at instanceof Expression.Name || at instanceof Expression.Member || at instanceof Expression.Generic;
        switch (token.kind() == Token.Kind.MARK ? token.text() : "") {
            case "(" -> {
                if (syntax.has(Trait.COMMANDS) && token.spaced() && path) {
                    return Optional.empty();
                }
                List<Argument> arguments = reader.brackets.arguments();
                trailing(arguments);
                return Optional.of(held(at, arguments).orElseGet(() -> called(at, name, arguments)));
            }
            case "[" -> {
                if (syntax.has(Trait.COMMANDS) && token.spaced()) {
                    return Optional.empty();
                }
                return Optional.of(index(at, from));
            }
            case "{" -> {
                if (syntax.has(Trait.BRACES_CALL) && path && !expressions.header) {
                    List<Argument> arguments = new ArrayList<>();
                    trailing(arguments);
                    return Optional.of(new Expression.Call(call(name), at, arguments, false));
                }
                boolean makes = syntax.has(Trait.BRACES_MAKE) && path && !expressions.header && isType(name);
                return makes ? Optional.of(reader.brackets.composite(at, name)) : Optional.empty();
            }
            case "<", "::" -> {
                return path && syntax.has(Trait.ANGLES) ? generic(at, from) : Optional.empty();
            }
            case "!!", "++", "--" -> {
                cursor.at++;
                return Optional.of(at);
            }
            case "!" -> {
                boolean asserts =
                        Set.of(".", ")", ";", ",", "[").contains(cursor.token(1).text());
                cursor.at += asserts ? 1 : 0;
                return asserts ? Optional.of(at) : Optional.empty();
            }
            case "?" -> {
                boolean takes = syntax.has(Trait.LIFETIMES);
                cursor.at += takes ? 1 : 0;
                return takes
                        ? Optional.of(new Expression.Cast(cursor.place(from), Optional.empty(), at))
                        : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Expression called(Expression callee, int name, List<Argument> arguments) {
        boolean makes = syntax.id().equals("go")
                && callee instanceof Expression.Name it
                && it.name().equals("new")
                && arguments.size() == 1;
        return makes
                ? new Expression.Call(call(name), arguments.get(0).value(), List.of(), true)
                : reader.scripts.inline(new Expression.Call(call(name), callee, arguments, false));
    }

    /** What only holds a value, or gives it in another type, is that value. */
    private Optional<Expression> held(Expression callee, List<Argument> arguments) {
        boolean converts = syntax.has(Trait.LIFETIMES)
                && arguments.isEmpty()
                && callee instanceof Expression.Member member
                && CONVERSIONS.contains(member.name());
        if (converts) {
            return Optional.of(((Expression.Member) callee).object());
        }
        boolean holds = syntax.has(Trait.LIFETIMES) && HOLDERS.contains(reader.path(callee));
        return holds && arguments.size() == 1 ? Optional.of(arguments.get(0).value()) : Optional.empty();
    }

    /** In Rust and Go, what is made by braces is called with a capital, or stands in another package. */
    private boolean isType(int name) {
        String text = cursor.get(name).text();
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    /** A function in braces behind a call. */
    private void trailing(List<Argument> arguments) {
        boolean block = (syntax.has(Trait.BRACES_CALL) || syntax.has(Trait.COMMANDS))
                && cursor.is("{")
                && !cursor.breaks()
                && !expressions.header;
        if (block) {
            arguments.add(Argument.of(reader.lambdas.braces(List.of())));
        }
    }

    private Expression index(Expression object, int from) {
        List<Argument> inside = reader.brackets.arguments();
        return inside.size() == 1
                ? new Expression.Index(cursor.place(from), object, inside.get(0).value())
                : object;
    }

    private Optional<Expression> generic(Expression base, int from) {
        int start = cursor.at;
        cursor.skip("::");
        int open = cursor.at;
        int depth = 0;
        int end = -1;
        for (int i = open; i < open + FARTHEST_ANGLE && i < cursor.size() && end < 0; i++) {
            Token token = cursor.get(i);
            depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
            if (depth == 0) {
                end = token.is(">") ? i : open;
            } else if (!token.isWord()
                    && !Set.of("<", ">", ",", ".", "::", "*", "&", "?", "[", "]", "_")
                            .contains(token.text())
                    && token.kind() != Token.Kind.NUMBER) {
                end = open;
            }
        }
        Token next = cursor.get(end + 1);
        boolean fits = end > open
                && (Set.of("(", ")", "]", "::", ".", ",", ";", "{", ">", "=", "&", "*")
                                .contains(next.text())
                        || next.isWord());
        if (!fits) {
            cursor.at = start;
            return Optional.empty();
        }
        List<Expression> arguments = new ArrayList<>();
        cursor.at = open + 1;
        while (cursor.at < end) {
            if (cursor.token().isWord()) {
                arguments.add(reader.parameters.type());
            } else {
                if (cursor.token().kind() == Token.Kind.NUMBER) {
                    arguments.add(expressions.unknown(cursor.at));
                }
                cursor.at++;
            }
        }
        cursor.at = end + 1;
        return Optional.of(new Expression.Generic(cursor.place(from), base, arguments));
    }

    /** {@code new T(a, b) { C = d }}, the word being here. */
    Expression made() {
        int from = cursor.at++;
        if (!cursor.token().isWord() && !cursor.is("\\")) {
            while (cursor.is("(") || cursor.is("[")) {
                reader.brackets.arguments();
            }
            return cursor.is("{") ? reader.brackets.collection("}") : expressions.unknown(from);
        }
        int start = cursor.at;
        Expression type = reader.parameters.type();
        int name = cursor.at - 1;
        for (int i = cursor.at - 1; i >= start; i--) {
            if (cursor.get(i).is("<") || i == start && name < 0) {
                name = i - 1;
            }
        }
        boolean array = false;
        while (cursor.is("[") && syntax.has(Trait.TYPES_FIRST)) {
            cursor.at = cursor.closing(cursor.at) + 1;
            array = true;
        }
        if (array) {
            return cursor.is("{") ? reader.brackets.collection("}") : expressions.unknown(from);
        }
        List<Argument> arguments = new ArrayList<>();
        if (cursor.is("(")) {
            arguments.addAll(reader.brackets.arguments());
        }
        if (cursor.is("{") && syntax.id().equals("csharp")) {
            Expression set = reader.brackets.composite(type, name);
            arguments.addAll(((Expression.Call) set).arguments());
        }
        Expression made = new Expression.Call(call(Math.max(start, name)), type, arguments, true);
        return after(made, from);
    }

    /** Whether arguments without parentheses follow the name. */
    private boolean isCommand(Expression called, int name) {
        Token next = cursor.token();
        boolean near = syntax.has(Trait.COMMANDS) && !next.first() && next.spaced() && cursor.more();
        boolean value = next.kind() == Token.Kind.TEXT
                || next.kind() == Token.Kind.TEMPLATE
                || next.kind() == Token.Kind.NUMBER
                || next.isWord() && !COMMAND_ENDS.contains(next.text())
                || (next.is("[") || next.is("*")) && !cursor.token(1).spaced();
        return near
                && value
                && cursor.at == name + 1
                && (called instanceof Expression.Member || called instanceof Expression.Name);
    }

    private Expression commanded(Expression at, int from, int name) {
        if (!isCommand(at, name)) {
            return at;
        }
        List<Argument> arguments = new ArrayList<>();
        do {
            int before = cursor.at;
            reader.brackets.argument(arguments);
            if (cursor.at == before) {
                break;
            }
        } while (cursor.skip(",") && !expressions.tooDeep());
        return new Expression.Call(call(name), at, arguments, false);
    }
}
