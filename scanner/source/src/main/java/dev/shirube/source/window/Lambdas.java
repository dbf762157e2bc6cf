package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.program.Statement;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Functions without a name. */
final class Lambdas {

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    Lambdas(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    /** A function without a name that begins here; nothing where there is none. */
    Optional<Expression> read() {
        int from = cursor.at;
        Token token = cursor.token();
        List<Parameter> parameters = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean keyword = token.isWord() && syntax.functions().contains(token.text()) && !syntax.has(Trait.INDENTED);
        if (keyword) {
            int open = reader.functions.open(cursor.at + 1);
            if (open < 0) {
                return Optional.empty();
            }
            cursor.at = open;
            reader.parameters.read(parameters, others);
            return Optional.of(lambda(from, parameters, reader.functions.braced(others)));
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
            reader.parameters.read(parameters, others);
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
            reader.parameters.read(parameters, others);
            return Optional.of(lambda(from, parameters, reader.functions.braced(others)));
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
        for (int i = 0; i < Functions.FARTHEST && cursor.more() && !cursor.is("|"); i++) {
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
            for (int i = from + 1; i < Math.min(close, from + Functions.FARTHEST); i++) {
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
        return cursor.is("{") ? reader.functions.braced(List.of()) : value();
    }

    Statement.Block value() {
        int from = cursor.at;
        Expression value = reader.expressions.read();
        return new Statement.Block(List.of(new Statement.Return(cursor.place(from), Optional.of(value))));
    }

    private static Statement.Block with(List<String> unknown, Statement.Block body) {
        List<Statement> statements = new ArrayList<>(WindowReader.unknown(unknown));
        statements.addAll(body.statements());
        return new Statement.Block(statements);
    }
}
