package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function.Parameter;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parameters of functions, and the types that are written for them and for variables. */
final class Parameters {

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    Parameters(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    /** The parameters between the parentheses here, and names that are taken out of others. */
    void read(List<Parameter> parameters, List<String> others) {
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
                        && angle < end + Functions.FARTHEST
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
        while (cursor.more() && !cursor.is(">") && cursor.at < open + Functions.FARTHEST) {
            if (cursor.token().isWord()) {
                arguments.add(type());
            } else {
                cursor.at++;
            }
        }
        cursor.skip(">");
        return new Expression.Generic(cursor.place(start), base, arguments);
    }
}
