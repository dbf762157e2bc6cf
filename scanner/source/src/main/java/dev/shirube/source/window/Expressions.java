package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Expression.Argument;
import dev.shirube.source.program.Expression.Operator;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what it understands of an expression, and leaves the cursor where it does not any more. */
final class Expressions {

    /** Deepest nesting that is read. */
    static final int DEEPEST = 150;

    /** Longest chain of members or operators that is one expression. */
    private static final int LONGEST = 300;

    private static final Set<String> NOTHING = Set.of("None", "null", "nil", "undefined", "nullptr", "NULL");
    private static final Set<String> THROUGH = Set.of(
            "await",
            "async",
            "yield",
            "typeof",
            "delete",
            "void",
            "move",
            "throw",
            "return",
            "clone",
            "mut",
            "not",
            "co_await",
            "try",
            "global");

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;
    private final Postfixes postfixes;
    private int depth;

    /** Whether a brace begins the block of a statement rather than an object. */
    boolean header;

    Expressions(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
        this.postfixes = new Postfixes(reader, this);
    }

    /** What stands here; something unknown where nothing can be understood, and then the cursor may not have moved. */
    Expression read() {
        return read(1);
    }

    Expression read(int least) {
        int from = cursor.at;
        if (depth >= DEEPEST) {
            reader.cut(cursor.token());
            cursor.at = Math.max(cursor.at + 1, cursor.closing(cursor.at) + 1);
            return new Expression.Other(cursor.place(from), List.of());
        }
        depth++;
        try {
            Expression left = unary();
            for (int i = 0; i < LONGEST && !cursor.breaks(); i++) {
                Optional<Expression> more = infix(left, from, least);
                if (more.isEmpty()) {
                    break;
                }
                left = more.get();
            }
            return left;
        } finally {
            depth--;
        }
    }

    /** What the braces here make: an object of that type, or several of them. */
    Expression written(Expression type, boolean array) {
        return array ? reader.brackets.array(type) : reader.brackets.composite(type, cursor.at);
    }

    /** Whether nothing can be nested any deeper. */
    boolean tooDeep() {
        return depth >= DEEPEST;
    }

    private Optional<Expression> infix(Expression left, int from, int least) {
        Token token = cursor.token();
        String mark = token.text();
        boolean word = token.isWord();
        if (token.kind() != Token.Kind.MARK && !word || cursor.at == from) {
            return Optional.empty();
        }
        if (mark.equals("?") && least <= 2 && !syntax.has(Trait.LIFETIMES)) {
            return choice(left, from);
        } else if (word && mark.equals("if") && least <= 2 && syntax.id().equals("python")) {
            cursor.at++;
            Expression condition = read(3);
            boolean otherwise = cursor.skipWord("else");
            Expression other = otherwise ? read(2) : unknown(cursor.at);
            return Optional.of(
                    new Expression.Conditional(cursor.place(from), Optional.of(condition), List.of(left, other)));
        } else if (word
                && mark.equals("as")
                && least <= 9
                && !Set.of("python", "php", "go", "c", "cpp").contains(syntax.id())) {
            cursor.at++;
            cursor.skip("?");
            Expression type = reader.parameters.type();
            return Optional.of(new Expression.Cast(cursor.place(from), Optional.of(type), left));
        }
        boolean joins = mark.equals(".") && syntax.id().equals("php");
        Integer level = joins ? Integer.valueOf(8) : Operators.BINARY.get(mark);
        if (level == null
                || level < least
                || word && (syntax.id().equals("go") || syntax.id().equals("c"))) {
            return Optional.empty();
        }
        cursor.at++;
        if (!level.equals(1)) {
            cursor.skip(mark.equals("<") ? "=" : "");
        }
        Expression right = read(level.equals(1) ? 1 : level + 1);
        return Optional.of(Operators.joined(left, mark, right, cursor.place(from)));
    }

    private Optional<Expression> choice(Expression condition, int from) {
        int start = cursor.at;
        cursor.at++;
        Expression then = read(2);
        if (cursor.is(":")) {
            cursor.at++;
            Expression otherwise = read(2);
            return Optional.of(
                    new Expression.Conditional(cursor.place(from), Optional.of(condition), List.of(then, otherwise)));
        } else if (cursor.at == start + 1) {
            return Optional.of(condition); // a type that may be nothing, or a value that is taken out
        }
        return Optional.of(new Expression.Other(cursor.place(from), List.of(condition, then)));
    }

    Expression unknown(int from) {
        return new Expression.Other(cursor.place(from), List.of());
    }

    private Expression unary() {
        int from = cursor.at;
        Token token = cursor.token();
        if (token.isWord()
                && THROUGH.contains(token.text())
                && starts(cursor.token(1))
                && !cursor.token(1).is("(")
                && !cursor.token(1).first()) {
            cursor.at++;
            Expression of = read(9);
            return token.text().equals("not")
                    ? new Expression.Operation(cursor.place(from), Operator.NOT, List.of(of))
                    : of;
        } else if (token.kind() != Token.Kind.MARK) {
            return postfixes.after(primary(), from);
        }
        switch (token.text()) {
            case "-", "+", "!", "~", "++", "--", "!!", "<-", "@" -> {
                cursor.at++;
                Expression of = starts(cursor.token()) ? read(9) : unknown(from);
                if (token.is("-") && of instanceof Expression.Whole whole) {
                    return new Expression.Whole(cursor.place(from), -whole.value());
                } else if (token.is("+") || token.is("@")) {
                    return of;
                }
                Operator operator = token.is("!") ? Operator.NOT : Operator.OTHER;
                return new Expression.Operation(cursor.place(from), operator, List.of(of));
            }
            case "&", "&&", "*", "**", "..." -> {
                cursor.at++;
                boolean mutable = cursor.skipWord("mut");
                Expression of = starts(cursor.token()) ? read(9) : unknown(from);
                boolean variable = of instanceof Expression.Name || of instanceof Expression.Member;
                boolean address = token.is("&") && variable && (mutable || !syntax.has(Trait.LIFETIMES));
                return address && !syntax.has(Trait.COMMANDS) ? new Expression.Address(cursor.place(from), of) : of;
            }
            default -> {
                return postfixes.after(primary(), from);
            }
        }
    }

    /** Whether a value can begin with the token. */
    boolean starts(Token token) {
        return token.kind() != Token.Kind.MARK
                || Set.of("(", "[", "{", "-", "!", "&", "*", "::", "~", "|", "||", "->", "<-", "@")
                        .contains(token.text());
    }

    private Expression primary() {
        int from = cursor.at;
        Token token = cursor.token();
        return switch (token.kind()) {
            case TEXT -> text();
            case TEMPLATE -> template();
            case NUMBER -> {
                cursor.at++;
                Place place = cursor.place(from);
                yield Literals.whole(number(token.text()))
                        .<Expression>map(it -> new Expression.Whole(place, it))
                        .orElseGet(() -> new Expression.Other(place, List.of()));
            }
            case WORD -> word(token);
            case OPAQUE -> {
                cursor.at++;
                yield unknown(from);
            }
            case MARK -> bracket(token);
            default -> unknown(from);
        };
    }

    /** Without the type that Rust writes behind a number. */
    private static String number(String written) {
        return written.startsWith("0x") ? written : written.replaceFirst("_?[iu](8|16|32|64|128|size)$", "");
    }

    private Expression text() {
        int from = cursor.at;
        StringBuilder text = new StringBuilder(cursor.token().text());
        cursor.at++;
        while (syntax.has(Trait.TEXTS_JOIN) && cursor.token().kind() == Token.Kind.TEXT && !cursor.breaks()) {
            text.append(cursor.token().text());
            cursor.at++;
        }
        return new Expression.Text(cursor.place(from), text.toString());
    }

    /** Names in it are followed; of other expressions only that they are there. */
    private Expression template() {
        int from = cursor.at;
        List<String> parts = cursor.token().parts();
        cursor.at++;
        Place place = cursor.place(from);
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (i % 2 == 0) {
                values.add(new Expression.Text(place, part));
            } else {
                values.add(
                        part.matches("[$@]?[A-Za-z_]\\w*")
                                ? new Expression.Name(
                                        place, reader.name(part, syntax.id().equals("php")))
                                : new Expression.Other(place, List.of()));
            }
        }
        return new Expression.Template(place, values);
    }

    private Expression word(Token token) {
        int from = cursor.at;
        String word = token.text();
        if (NOTHING.contains(word)) {
            cursor.at++;
            return new Expression.Nothing(cursor.place(from));
        } else if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            cursor.at++;
            return new Expression.Truth(cursor.place(from), word.equalsIgnoreCase("true"));
        }
        Optional<Expression> function = reader.lambdas.read();
        if (function.isPresent()) {
            return function.get();
        }
        if (word.equals("new")
                && !cursor.token(1).is(".")
                && !syntax.has(Trait.COMMANDS)
                && !cursor.token(1).is("=")) {
            return postfixes.made();
        }
        boolean macro = syntax.has(Trait.LIFETIMES)
                && cursor.token(1).is("!")
                && Set.of("(", "[", "{").contains(cursor.token(2).text());
        if (reader.statements.controls(token) && !macro) {
            return unknown(from); // an if that is a value: what is in it is read as statements
        }
        cursor.at++;
        if (word.equals("this")
                || word.equals("self") && Set.of("python", "ruby", "rust").contains(syntax.id())
                || word.equals("$this")) {
            return new Expression.This(cursor.place(from));
        }
        if (macro) {
            cursor.at++;
            return cursor.is("[")
                    ? bracket(cursor.token())
                    : postfixes.after(new Expression.Name(cursor.place(from), word), from);
        }
        return reader.named(word, cursor.place(from));
    }

    private Expression bracket(Token token) {
        int from = cursor.at;
        Optional<Expression> function = reader.lambdas.read();
        if (function.isPresent()) {
            return function.get();
        }
        return switch (token.text()) {
            case "(" -> parentheses();
            case "[" -> syntax.id().equals("go") ? reader.brackets.goType() : reader.brackets.collection("]");
            case "{" -> braces();
            case "::", "\\" -> {
                cursor.at++; // a name from the top
                yield cursor.token().isWord() ? read(10) : unknown(from);
            }
            default -> unknown(from);
        };
    }

    private Expression braces() {
        if (syntax.has(Trait.BRACES_MAP)
                || syntax.has(Trait.TYPES_FIRST)
                || syntax.id().equals("go")) {
            return reader.brackets.collection("}");
        }
        int from = cursor.at;
        reader.statements.block();
        return unknown(from);
    }

    private Expression parentheses() {
        int from = cursor.at;
        boolean outer = header;
        header = false;
        List<Argument> inside = reader.brackets.arguments();
        header = outer;
        List<Expression> values = inside.stream().map(Argument::value).toList();
        Token next = cursor.token();
        boolean casts = syntax.has(Trait.TYPES_FIRST)
                && values.size() == 1
                && isType(values.get(0))
                && !cursor.breaks()
                && (next.isWord() && !Operators.BINARY.containsKey(next.text()) && !next.isWord("as")
                        || next.kind() == Token.Kind.TEXT
                        || next.kind() == Token.Kind.NUMBER
                        || next.is("(") && values.get(0) instanceof Expression.Operation
                        || next.is("&") && get(from + 2).is("*"));
        if (casts) {
            Expression of = read(9);
            return new Expression.Cast(cursor.place(from), Optional.of(plain(values.get(0))), of);
        }
        return values.size() == 1 ? values.get(0) : new Expression.Sequence(cursor.place(from), values);
    }

    private Token get(int i) {
        return cursor.get(i);
    }

    private static boolean isType(Expression value) {
        return value instanceof Expression.Name
                || value instanceof Expression.Member
                || value instanceof Expression.Generic
                || value instanceof Expression.Operation it
                        && it.operator() == Operator.MULTIPLY
                        && it.operands().get(1) instanceof Expression.Other;
    }

    private static Expression plain(Expression type) {
        return type instanceof Expression.Operation it ? it.operands().get(0) : type;
    }
}
