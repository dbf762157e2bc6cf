package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Assignments and declarations of variables, and expressions that stand for what they do. */
final class Assignments {

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    Assignments(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    void read() {
        int from = cursor.at;
        if (reader.scripts.required()) {
            return;
        }
        if (syntax.has(Trait.TYPES_FIRST) && typed()) {
            return;
        }
        List<Expression> targets = new ArrayList<>();
        targets.add(reader.expressions.read());
        while (cursor.is(",")
                && cursor.brackets == 0
                && targets.size() < 20
                && cursor.token(1).isWord()
                && isList(from)) {
            cursor.at++;
            targets.add(reader.expressions.read());
        }
        Expression first = targets.get(0);
        if (cursor.isWord("as") && cursor.token(1).isWord() && syntax.id().equals("python")) {
            cursor.at++;
            Expression target =
                    new Expression.Name(cursor.place(cursor.at), cursor.token().text());
            cursor.at++;
            assign(from, target, Optional.empty(), first);
        } else if (cursor.is(":")
                && first instanceof Expression.Name
                && cursor.token(1).isWord()
                && !syntax.has(Trait.TYPES_FIRST)
                && !syntax.has(Trait.COMMANDS)) {
            annotated(from, first);
        } else if (syntax.has(Trait.TYPES_LAST)
                && cursor.token().isWord()
                && !cursor.breaks()
                && first instanceof Expression.Name
                && !reader.statements.controls(cursor.token())) {
            Expression type = reader.parameters.type();
            value(from, first, Optional.of(type), cursor.skip("="));
        } else if (targets.size() > 1) {
            Expression last = targets.get(targets.size() - 1);
            Expression.Assigned assigned = last instanceof Expression.Assigned it ? it : null;
            if (assigned != null) {
                targets.set(targets.size() - 1, assigned.target());
                List<Expression> values = new ArrayList<>(List.of(assigned.value()));
                while (cursor.is(",") && cursor.brackets == 0) {
                    cursor.at++;
                    values.add(reader.expressions.read());
                }
                assign(
                        from,
                        new Expression.Sequence(first.place(), targets),
                        Optional.empty(),
                        values.size() == 1 ? values.get(0) : new Expression.Sequence(cursor.place(from), values));
            } else if (cursor.is(":=")) {
                cursor.at++;
                List<Expression> values = new ArrayList<>(List.of(ranged()));
                while (cursor.is(",")) {
                    cursor.at++;
                    values.add(reader.expressions.read());
                }
                assign(
                        from,
                        new Expression.Sequence(first.place(), targets),
                        Optional.empty(),
                        values.size() == 1 ? values.get(0) : new Expression.Sequence(cursor.place(from), values));
            } else {
                targets.forEach(this::evaluate);
            }
        } else if (cursor.is(":=")) {
            cursor.at++;
            assign(from, first, Optional.empty(), ranged());
        } else if (cursor.token().kind() == Token.Kind.MARK
                && cursor.token().text().matches("[-+*/|&%.?<]{1,2}=")
                && !Set.of("<=", ">=").contains(cursor.token().text())) {
            boolean adds = cursor.is("+=") || cursor.is(".=");
            cursor.at++;
            Expression more = reader.expressions.read();
            assign(
                    from,
                    first,
                    Optional.empty(),
                    new Expression.Operation(
                            cursor.place(from), adds ? Operator.ADD : Operator.OTHER, List.of(first, more)));
        } else if (first instanceof Expression.Assigned assigned) {
            assign(from, assigned.target(), Optional.empty(), assigned.value());
        } else {
            evaluate(first);
        }
    }

    /** Of {@code for x := range y} an element is meant, which nobody knows. */
    private Expression ranged() {
        int from = cursor.at;
        if (cursor.skipWord("range")) {
            return new Expression.Other(cursor.place(from), List.of(reader.expressions.read()));
        }
        return reader.expressions.read();
    }

    /** Whether names stand one after the other up to what assigns them. */
    private boolean isList(int from) {
        for (int i = cursor.at; i < cursor.at + 40; i++) {
            Token token = cursor.get(i);
            if (token.is("=") || token.is(":=")) {
                return true;
            } else if (!token.isWord() && !token.is(",") && !token.is(".")
                    || token.first() && i > from && syntax.has(Trait.LINES)) {
                return false;
            }
        }
        return false;
    }

    private void annotated(int from, Expression target) {
        cursor.at++;
        Expression type = reader.parameters.type();
        while (cursor.is("[") && cursor.closing(cursor.at) > cursor.at || cursor.is("?") || cursor.is("|")) {
            cursor.at = cursor.is("[") ? cursor.closing(cursor.at) + 1 : cursor.at + 1;
            if (cursor.token(-1).is("|") && cursor.token().isWord()) {
                reader.parameters.type();
            }
        }
        value(from, target, Optional.of(type), cursor.skip("="));
    }

    private void value(int from, Expression target, Optional<Expression> type, boolean given) {
        Optional<Expression> value = given ? Optional.of(reader.expressions.read()) : Optional.empty();
        reader.statements.add(new Statement.Assign(cursor.place(from), target, type, value, false));
    }

    private void assign(int from, Expression target, Optional<Expression> type, Expression value) {
        if (target instanceof Expression.Name
                || target instanceof Expression.Member
                || target instanceof Expression.Index
                || target instanceof Expression.Sequence
                || target instanceof Expression.Mapping) {
            reader.statements.add(new Statement.Assign(cursor.place(from), target, type, Optional.of(value), false));
        } else {
            evaluate(target);
            evaluate(value);
        }
    }

    private void evaluate(Expression expression) {
        boolean says = !(expression instanceof Expression.Text
                || expression instanceof Expression.Whole
                || expression instanceof Expression.Truth
                || expression instanceof Expression.Nothing
                || expression instanceof Expression.This
                || expression instanceof Expression.Other other && other.parts().isEmpty());
        if (says) {
            reader.statements.add(new Statement.Evaluate(expression));
        }
    }

    /** {@code Type name = value}, and what C++ makes by {@code Type name(a)}. */
    private boolean typed() {
        int from = cursor.at;
        if (!cursor.token().isWord()
                || cursor.token(1).is("(")
                || cursor.token(1).is("=")
                || cursor.isWord("new")
                || cursor.isWord("await")
                || cursor.isWord("throw")
                || cursor.isWord("delete")) {
            return false;
        }
        Expression type = reader.parameters.type();
        while (cursor.is("*")
                || cursor.is("&")
                || cursor.is("?")
                || cursor.is("[") && cursor.token(1).is("]")
                || cursor.isWord("const")) {
            cursor.at += cursor.is("[") ? 2 : 1;
        }
        Token name = cursor.token();
        Token next = cursor.token(1);
        boolean plain = name.isWord()
                        && !name.isWord("as")
                        && !name.isWord("is")
                        && Set.of("=", ";", ",", "[", "(", "{", "=>", ":", ")").contains(next.text())
                || name.isWord() && next.isWord("in");
        if (!plain || next.is("(") && !syntax.id().equals("cpp")) {
            cursor.at = from;
            return false;
        }
        Expression target = new Expression.Name(cursor.place(cursor.at), name.text());
        Place place = cursor.place(cursor.at);
        target = new Expression.Name(new Place(name.line(), name.column(), name.start(), name.end()), name.text());
        cursor.at++;
        boolean array = false;
        while (cursor.is("[") && cursor.closing(cursor.at) > cursor.at) {
            cursor.at = cursor.closing(cursor.at) + 1;
            array = true;
        }
        if (cursor.is("=") || cursor.is("=>")) {
            cursor.at++;
            boolean made = cursor.is("{")
                    && syntax.has(Trait.DIRECTIVES)
                    && !syntax.id().equals("csharp");
            Expression value = made ? reader.expressions.written(type, array) : reader.expressions.read();
            assign(from, target, Optional.of(type), value);
        } else if (cursor.is("(") || cursor.is("{") && syntax.id().equals("cpp")) {
            Expression made = reader.making(type, from, cursor.at - 2);
            assign(from, target, Optional.of(type), made);
        } else if (cursor.is("{")) {
            assign(from, target, Optional.of(type), new Expression.Other(place, List.of())); // a property
        } else {
            boolean made = syntax.id().equals("cpp") && cursor.is(";") && reader.inFunction();
            reader.statements.add(new Statement.Assign(
                    place,
                    target,
                    Optional.of(type),
                    made ? Optional.of(new Expression.Call(place, type, List.of(), true)) : Optional.empty(),
                    false));
        }
        return true;
    }
}
