package dev.shirube.source.window;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Function;
import dev.shirube.source.program.Place;
import dev.shirube.source.program.Statement;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements one after the other. What stands in a block of its own may be run or not: nobody asks here what the block is
 * for, so no assignment in one is taken for the only one.
 */
final class Statements {

    private static final Set<String> CONTROLS = Set.of(
            "if",
            "else",
            "elif",
            "elsif",
            "for",
            "foreach",
            "while",
            "switch",
            "match",
            "when",
            "case",
            "try",
            "catch",
            "finally",
            "except",
            "do",
            "unless",
            "until",
            "begin",
            "rescue",
            "ensure",
            "loop",
            "select",
            "with",
            "using",
            "lock",
            "defer",
            "go",
            "return",
            "break",
            "continue",
            "end",
            "then",
            "default",
            "impl",
            "mod",
            "raise",
            "assert",
            "pass",
            "echo",
            "print",
            "namespace",
            "template",
            "synchronized",
            "init",
            "next",
            "fallthrough",
            "unsafe",
            "module",
            "fixed",
            "checked");

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;
    private List<Statement> out = new ArrayList<>();
    private int depth;
    private int functions;

    Statements(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    /** Whether the word begins or ends what is no expression. */
    boolean controls(Token token) {
        if (!token.isWord() || !CONTROLS.contains(token.text())) {
            return false;
        }
        return switch (token.text()) {
            case "match",
                    "when",
                    "module",
                    "print",
                    "end",
                    "then",
                    "begin",
                    "loop",
                    "next",
                    "init",
                    "select",
                    "unless",
                    "until",
                    "raise",
                    "with",
                    "using",
                    "lock",
                    "mod",
                    "go",
                    "unsafe",
                    "template",
                    "fixed",
                    "checked",
                    "pass",
                    "echo",
                    "assert",
                    "namespace",
                    "default",
                    "rescue",
                    "ensure",
                    "except",
                    "defer" -> isKeyword(token.text());
            default -> true;
        };
    }

    private boolean isKeyword(String word) {
        Set<String> own = switch (syntax.id()) {
            case "python" -> Set.of("with", "except", "raise", "assert", "pass");
            case "go" -> Set.of("go", "defer", "select", "default");
            case "rust" -> Set.of("match", "loop", "unsafe", "mod");
            case "kotlin" -> Set.of("when", "init");
            case "ruby" ->
                Set.of(
                        "end", "then", "begin", "unless", "until", "rescue", "ensure", "next", "when", "loop", "module",
                        "raise");
            case "php" -> Set.of("match", "echo", "print", "namespace", "default");
            case "csharp" -> Set.of("using", "lock", "unsafe", "fixed", "checked", "namespace", "default", "when");
            case "c", "cpp" -> Set.of("using", "namespace", "template", "default");
            default -> Set.of("default", "with");
        };
        return own.contains(word);
    }

    /** How many functions are around. */
    int functions() {
        return functions;
    }

    /** The statements up to that token as the body of a function. */
    Statement.Block function(int end, int column, List<String> unknown) {
        functions++;
        List<Statement> outer = out;
        out = new ArrayList<>(WindowReader.unknown(unknown));
        boolean header = reader.expressions.header;
        int brackets = cursor.brackets;
        reader.expressions.header = false;
        cursor.brackets = 0;
        all(end, column);
        cursor.brackets = brackets;
        reader.expressions.header = header;
        Statement.Block body = new Statement.Block(out);
        out = outer;
        functions--;
        return body;
    }

    /** All statements of the file. */
    List<Statement> file() {
        all(cursor.size(), syntax.has(Trait.INDENTED) ? 1 : 0);
        return out;
    }

    private void all(int end, int column) {
        if (depth >= Expressions.DEEPEST) {
            reader.cut(cursor.token());
            cursor.at = end;
            return;
        }
        depth++;
        boolean guarded = false;
        while (cursor.at < end) {
            int before = cursor.at;
            Token token = cursor.token();
            boolean deeper = column > 0 && cursor.indentation(before) > column;
            List<Statement> outer = out;
            out = new ArrayList<>();
            boolean control = controls(token);
            one(token);
            List<Statement> found = out;
            out = outer;
            boolean conditional = deeper || guarded || trailingCondition();
            if (conditional && !found.isEmpty()) {
                Place place = cursor.place(before);
                out.add(new Statement.Branch(
                        place,
                        new Expression.Other(place, List.of()),
                        new Statement.Block(found),
                        Statement.Block.EMPTY));
            } else {
                out.addAll(found);
            }
            boolean separates = token.kind() == Token.Kind.MARK && !token.is("{");
            guarded = control && !token.isWord("return") || guarded && separates && !token.is(";") && !token.is("}");
            cursor.at += cursor.at == before ? 1 : 0;
        }
        depth--;
    }

    /** {@code x = 1 if y} in Ruby. */
    private boolean trailingCondition() {
        Token token = cursor.token();
        return syntax.has(Trait.COMMANDS)
                && !token.first()
                && (token.isWord("if") || token.isWord("unless") || token.isWord("rescue"));
    }

    /** What stands between the braces here. */
    void block() {
        int open = cursor.at;
        int close = cursor.closing(open);
        cursor.at++;
        if (close == open) {
            return;
        }
        List<Statement> outer = out;
        out = new ArrayList<>();
        int brackets = cursor.brackets;
        cursor.brackets = 0;
        boolean header = reader.expressions.header;
        reader.expressions.header = false;
        all(close, 0);
        reader.expressions.header = header;
        cursor.brackets = brackets;
        Statement.Block body = new Statement.Block(out);
        out = outer;
        cursor.at = close + 1;
        if (!body.statements().isEmpty()) {
            out.add(new Statement.Loop(
                    cursor.place(open), Optional.empty(), Optional.empty(), Statement.Block.EMPTY, body));
        }
    }

    private void one(Token token) {
        if (token.is("{")) {
            block();
        } else if (token.kind() == Token.Kind.INCLUDE || reader.imports.read()) {
            if (token.kind() == Token.Kind.INCLUDE) {
                reader.imports.include(token);
            }
        } else if (token.kind() == Token.Kind.DEFINE) {
            define();
        } else if (token.kind() == Token.Kind.MARK && !reader.expressions.starts(token)) {
            cursor.at++;
        } else if (grouped(token)) {
            cursor.at++;
            group();
        } else if (!attribute(token) && !type(token)) {
            while (cursor.token().isWord()
                    && syntax.modifiers().contains(cursor.token().text())
                    && cursor.token(1).kind() != Token.Kind.MARK) {
                cursor.at++;
            }
            int head = cursor.at;
            Optional<Function> function = reader.functions.declared();
            if (function.isPresent()) {
                declare(function.get(), head);
            } else if (controls(cursor.token())) {
                control();
            } else {
                if (cursor.token().isWord()
                        && syntax.modifiers().contains(cursor.token().text())) {
                    cursor.at++;
                }
                reader.assignments.read();
            }
        }
    }

    /** {@code const (}, of Go. */
    private boolean grouped(Token token) {
        boolean word = token.isWord() && (syntax.modifiers().contains(token.text()) || token.isWord("type"));
        return syntax.has(Trait.TYPES_LAST) && word && cursor.token(1).is("(");
    }

    /** Declarations in the parentheses here, each in its line. */
    private void group() {
        int close = cursor.closing(cursor.at);
        cursor.at++;
        if (close >= cursor.at) {
            all(close, 0);
            cursor.at = close + 1;
        }
    }

    /** What stands behind a word such as {@code if}. */
    private void control() {
        boolean opens = syntax.has(Trait.BRACES_MAKE) && !cursor.isWord("return") && !cursor.isWord("else");
        boolean header = reader.expressions.header;
        cursor.at++;
        cursor.skipWord("let");
        if (cursor.breaks()
                || controls(cursor.token())
                || cursor.is("{")
                || !reader.expressions.starts(cursor.token())) {
            return;
        }
        if (cursor.is("(") && !opens) {
            int open = cursor.at;
            int close = cursor.closing(open);
            if (close > open) {
                cursor.at++;
                all(close, 0); // the head of a loop may have statements
                cursor.at = close + 1;
            }
            return;
        }
        reader.expressions.header = opens || syntax.has(Trait.BRACES_CALL);
        reader.assignments.read();
        while (reader.expressions.header && cursor.more() && (cursor.is(";") || cursor.is(","))) {
            cursor.at++;
            if (cursor.is("{")) {
                break;
            }
            reader.assignments.read();
        }
        reader.expressions.header = header;
    }

    private boolean attribute(Token token) {
        boolean rust =
                token.is("#") && (cursor.token(1).is("[") || cursor.token(1).is("!"));
        if (rust || token.is("#")) {
            cursor.at += cursor.token(1).is("!") ? 2 : 1;
            cursor.at = Math.max(cursor.at, cursor.closing(cursor.at) + 1);
            return true;
        }
        return false;
    }

    /** A type that is declared: its name is that of nothing else. */
    private boolean type(Token token) {
        int at = cursor.at;
        while (cursor.get(at).isWord()
                && syntax.modifiers().contains(cursor.get(at).text())
                && !syntax.types().contains(cursor.get(at).text())) {
            at++;
        }
        if (!cursor.get(at).isWord()
                || !syntax.types().contains(cursor.get(at).text())
                || !cursor.get(at + 1).isWord()) {
            return false;
        }
        int name = at + 1;
        while (cursor.get(name).isWord("class") || cursor.get(name).isWord("struct")) {
            name++;
        }
        int end = name + 1;
        while (end < name + 80
                && end < cursor.size()
                && !cursor.get(end).is("{")
                && !cursor.get(end).is(";")) {
            boolean ends = cursor.get(end).first() && syntax.has(Trait.LINES)
                    || cursor.get(end).is("=");
            if (ends) {
                break;
            }
            end++;
        }
        boolean declares = cursor.get(end).is("{") || syntax.has(Trait.LINES);
        boolean variable = syntax.has(Trait.TYPES_FIRST)
                && cursor.get(end).is("{")
                && cursor.get(end - 1).is(")");
        if (!declares
                || variable
                || syntax.id().equals("go")
                        && !cursor.get(name + 1).isWord()
                        && !cursor.get(name + 1).is("[")) {
            return false;
        }
        Token called = cursor.get(name);
        reader.declared.add(called.text());
        cursor.at = end;
        if (cursor.is("{") && (syntax.id().equals("go") || syntax.id().equals("rust"))) {
            cursor.at = Math.max(end, cursor.closing(end)) + 1; // nothing but fields
        } else if (cursor.is("{") && syntax.has(Trait.BRACES_CALL)) {
            block();
        }
        return true;
    }

    /** At the top of a file a function is called by its name; elsewhere it has none that others could call. */
    private void declare(Function function, int at) {
        if (function.body().statements().isEmpty() && function.name().isEmpty()) {
            return;
        }
        boolean top = functions == 0
                && depth == 1
                && !syntax.id().equals("csharp")
                && (!syntax.has(Trait.INDENTED) || cursor.indentation(at) == 1);
        Function called = top
                ? function
                : new Function(function.place(), "", function.parameters(), Optional.empty(), function.body());
        if (top) {
            reader.functionsOfFile.add(called);
        } else if (ownVariables()) {
            reader.methods.add(called);
        } else {
            out.add(new Statement.Evaluate(new Expression.Lambda(called.place(), called)));
        }
    }

    /** Whether a function that is declared sees no variables but its own. */
    boolean ownVariables() {
        return syntax.has(Trait.PAGES) || syntax.has(Trait.COMMANDS);
    }

    private void define() {
        cursor.at++;
        int from = cursor.at;
        String name = cursor.token().text();
        cursor.at++;
        if (cursor.is(";")) {
            return;
        }
        boolean function = cursor.is("(") && !cursor.token().spaced();
        Expression value = function ? reader.expressions.unknown(from) : reader.expressions.read();
        boolean whole = cursor.is(";");
        while (cursor.more() && !cursor.is(";")) {
            cursor.at++;
        }
        if (whole) {
            Place place = cursor.place(from);
            out.add(new Statement.Assign(
                    place, new Expression.Name(place, name), Optional.empty(), Optional.of(value), false));
        }
    }

    void add(Statement statement) {
        out.add(statement);
    }
}
