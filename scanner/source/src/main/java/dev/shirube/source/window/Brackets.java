package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Place;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in brackets: arguments, lists, dictionaries, and the members of an object. */
final class Brackets {

    /** What an element is that is written without its type; nothing where that is not known. */
    private Optional<Expression> elements = Optional.empty();

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    Brackets(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    /** {@code Config{MinVersion: v}}, the opening brace being here. */
    Expression composite(Expression type, int name) {
        int open = cursor.at;
        List<Argument> arguments = new ArrayList<>();
        Optional<Expression> outer = elements;
        elements = Optional.empty();
        inside("}", () -> {
            cursor.skip(syntax.has(Trait.DIRECTIVES) ? "." : "");
            boolean named = (cursor.token().isWord() || cursor.token().kind() == Token.Kind.TEXT)
                    && (cursor.token(1).is(":") || cursor.token(1).is("="));
            String key = cursor.token().text();
            cursor.at += named ? 2 : 0;
            boolean rest = cursor.skip("..");
            Expression value = element();
            arguments.add(
                    named
                            ? Argument.named(key, value)
                            : Argument.of(rest ? new Expression.Spread(value.place(), value) : value));
        });
        elements = outer;
        return new Expression.Call(cursor.place(Math.min(name, open)), type, arguments, true);
    }

    /** The arguments of a call, the opening bracket being here. */
    List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        String close = cursor.is("[") ? "]" : ")";
        inside(close, () -> argument(arguments));
        return arguments;
    }

    /** Does that for each part between commas, up to the closing bracket. */
    private void inside(String close, Runnable each) {
        int last = cursor.closing(cursor.at);
        boolean unclosed = last == cursor.at;
        boolean outer = reader.expressions.header;
        reader.expressions.header = false;
        cursor.at++;
        cursor.brackets++;
        while (cursor.more()
                && (unclosed ? !cursor.is(close) && !cursor.is(";") && !cursor.is("}") : cursor.at < last)) {
            int before = cursor.at;
            if (!cursor.skip(",") && !cursor.skip(";")) {
                each.run();
            }
            cursor.at += cursor.at == before ? 1 : 0;
        }
        cursor.brackets--;
        reader.expressions.header = outer;
        if (!unclosed) {
            cursor.at = last + 1;
        } else if (cursor.is(close)) {
            cursor.at++;
        }
    }

    void argument(List<Argument> arguments) {
        int from = cursor.at;
        Token token = cursor.token();
        String mark = syntax.named();
        boolean named = !mark.isEmpty()
                && (token.isWord() || token.kind() == Token.Kind.TEXT && syntax.has(Trait.COMMANDS))
                && cursor.token(1).is(mark);
        if (named) {
            cursor.at += 2;
            Expression value = cursor.is(",") || cursor.is(")")
                    ? new Expression.Name(cursor.place(from), token.text())
                    : element();
            arguments.add(Argument.named(token.text(), value));
            return;
        }
        if (token.isWord("ref") || token.isWord("out") || token.isWord("in")) {
            cursor.at++;
            cursor.skipWord("var");
            Expression of = element();
            arguments.add(Argument.of(new Expression.Address(cursor.place(from), of)));
            return;
        }
        boolean spread = token.is("*") && syntax.has(Trait.LINES) || token.is("**") || token.is("...");
        cursor.at += spread ? 1 : 0;
        Expression value = element();
        if (cursor.is("=>") && !spread) {
            cursor.at++;
            Expression of = element();
            arguments.add(
                    value instanceof Expression.Text text
                            ? Argument.named(text.value(), of)
                            : Argument.of(new Expression.Mapping(
                                    cursor.place(from), List.of(new Expression.Entry(value, of)))));
        } else {
            arguments.add(Argument.of(spread ? new Expression.Spread(cursor.place(from), value) : value));
        }
    }

    /** An expression up to a comma or bracket; of what is not understood all that is in it. */
    private Expression element() {
        int from = cursor.at;
        List<Expression> parts = new ArrayList<>();
        while (cursor.more() && !Set.of(",", ")", "]", "}", ";", "=>").contains(markOf(cursor.token()))) {
            int before = cursor.at;
            boolean ends =
                    before > from && (cursor.breaks() || Postfixes.COMMAND_ENDS.contains(wordOf(cursor.token())));
            if (ends || !parts.isEmpty() && cursor.is(":")) {
                break;
            }
            boolean typed = cursor.is("{") && elements.isPresent();
            Expression one = typed ? composite(elements.get(), cursor.at) : reader.expressions.read();
            if (cursor.at == before) {
                cursor.at = Math.max(cursor.at + 1, cursor.is("{") ? cursor.closing(cursor.at) + 1 : 0);
            } else {
                parts.add(one);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Other(cursor.place(from), parts);
    }

    private String wordOf(Token token) {
        return token.isWord() && syntax.has(Trait.COMMANDS) ? token.text() : "";
    }

    private static String markOf(Token token) {
        return token.kind() == Token.Kind.MARK ? token.text() : "";
    }

    /** A list or dictionary, written out, the opening bracket being here. */
    Expression collection(String close) {
        int from = cursor.at;
        List<Expression> elements = new ArrayList<>();
        List<Expression.Entry> entries = new ArrayList<>();
        inside(close, () -> {
            int start = cursor.at;
            boolean spread = cursor.skip("...") || cursor.skip("**");
            cursor.skip(syntax.has(Trait.DIRECTIVES) ? "." : "");
            boolean key = cursor.token().isWord()
                    && (cursor.token(1).is(":") || cursor.token(1).is("=") && syntax.has(Trait.DIRECTIVES));
            boolean bare = key && !syntax.id().equals("python") && !syntax.id().equals("go");
            Expression first;
            if (bare) {
                first = new Expression.Text(
                        cursor.place(cursor.at), cursor.token().text());
                cursor.at++;
            } else {
                first = element();
            }
            if (first instanceof Expression.Sequence one
                    && one.elements().size() == 1
                    && cursor.is(":")
                    && !syntax.id().equals("python")) {
                first = one.elements().get(0); // a key that is computed
            }
            if (cursor.skip(":") || cursor.skip("=>") || bare && cursor.skip("=")) {
                entries.add(new Expression.Entry(first, element()));
            } else if (spread) {
                Expression all = new Expression.Spread(cursor.place(start), first);
                entries.add(new Expression.Entry(all, all));
                elements.add(all);
            } else {
                boolean shorthand =
                        close.equals("}") && first instanceof Expression.Name && syntax.has(Trait.REGULAR_EXPRESSIONS);
                if (shorthand) {
                    entries.add(new Expression.Entry(
                            new Expression.Text(first.place(), ((Expression.Name) first).name()), first));
                } else {
                    elements.add(first);
                }
            }
        });
        Place place = cursor.place(from);
        boolean maps = !entries.isEmpty()
                        && elements.stream().allMatch(Expression.Spread.class::isInstance)
                        && !(close.equals("]")
                                && entries.stream().allMatch(it -> it.key() instanceof Expression.Spread))
                || elements.isEmpty() && close.equals("}") && syntax.has(Trait.BRACES_MAP);
        if (maps) {
            return new Expression.Mapping(place, entries);
        }
        entries.stream()
                .filter(it -> !(it.key() instanceof Expression.Spread))
                .forEach(it -> elements.add(new Expression.Other(it.key().place(), List.of(it.key(), it.value()))));
        return new Expression.Sequence(place, elements);
    }

    /** Elements of that type, written without it. */
    Expression array(Expression type) {
        Optional<Expression> outer = elements;
        elements = Optional.of(type);
        Expression collection = collection("}");
        elements = outer;
        return collection;
    }

    /** {@code []T{…}}, {@code []byte(x)}, {@code map[K]V{…}}. */
    Expression goType() {
        int from = cursor.at;
        int depth = 0;
        while (cursor.is("[") && depth++ < 4) {
            cursor.at = cursor.closing(cursor.at) + 1;
        }
        cursor.skip("*");
        if (cursor.isWord("map") && cursor.token(1).is("[")) {
            cursor.at++;
            return goType();
        }
        boolean any = (cursor.isWord("interface") || cursor.isWord("struct"))
                && cursor.token(1).is("{");
        Optional<Expression> type = any ? Optional.empty() : Optional.of(reader.parameters.type());
        cursor.at = any ? cursor.closing(cursor.at + 1) + 1 : cursor.at;
        if (cursor.is("{")) {
            return type.isPresent() ? array(type.get()) : collection("}");
        } else if (cursor.is("(")) {
            List<Argument> inside = arguments();
            return new Expression.Cast(
                    cursor.place(from),
                    Optional.empty(),
                    inside.isEmpty()
                            ? reader.expressions.unknown(from)
                            : inside.get(0).value());
        }
        return reader.expressions.unknown(from);
    }
}
