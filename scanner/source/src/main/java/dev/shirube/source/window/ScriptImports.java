package dev.shirube.source.window;

import dev.shirube.source.program.Expression;

/** Imports of JavaScript and TypeScript, and modules that are required. */
final class ScriptImports {

    private final WindowReader reader;
    private final Cursor cursor;
    private final WindowSyntax syntax;

    ScriptImports(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.syntax = reader.cursor.syntax;
    }

    boolean read(Token token) {
        int from = cursor.at;
        boolean imports = token.isWord("import")
                && !cursor.token(1).is("(")
                && !cursor.token(1).is(".");
        boolean exports = token.isWord("export")
                && (cursor.token(1).is("{") || cursor.token(1).is("*"));
        if (!imports && !exports) {
            return false;
        }
        int end = from;
        while (end < from + 2000
                && end < cursor.size()
                && cursor.get(end).kind() != Token.Kind.TEXT
                && !cursor.get(end).is(";")
                && !cursor.get(end).is("=")) {
            end++;
        }
        boolean equals = cursor.get(end).is("=") && cursor.get(end + 1).isWord("require");
        String module = equals ? cursor.get(end + 3).text() : cursor.get(end).text();
        if (cursor.get(end).kind() == Token.Kind.TEXT || equals) {
            cursor.at++;
            cursor.skipWord("type");
            if (equals) {
                reader.imports.one(from, module, cursor.token().text());
            } else {
                clauses(end, module);
            }
        }
        cursor.at = Math.max(from + 1, equals ? end + 5 : end + 1);
        return true;
    }

    private void clauses(int end, String module) {
        while (cursor.at < end && !cursor.isWord("from")) {
            if (cursor.is("*") && cursor.token(1).isWord("as")) {
                reader.imports.one(cursor.at, module, cursor.token(2).text());
                cursor.at += 3;
            } else if (cursor.is("{")) {
                int close = cursor.closing(cursor.at);
                cursor.at++;
                bindings(close, module, "as");
                cursor.at = close + 1;
            } else if (cursor.token().isWord()) {
                reader.imports.one(
                        cursor.at, member(module, "default"), cursor.token().text());
                cursor.at++;
            } else {
                cursor.at++;
            }
        }
    }

    private void bindings(int close, String module, String mark) {
        while (cursor.at < close) {
            Token name = cursor.token();
            if (name.isWord("type") && cursor.token(1).isWord()) {
                cursor.at++;
            } else if (name.isWord() || name.kind() == Token.Kind.TEXT) {
                boolean aliased = cursor.token(1).text().equals(mark);
                String local = aliased ? cursor.token(2).text() : name.text();
                reader.imports.one(cursor.at, member(module, name.text()), local);
                cursor.at += aliased ? 3 : 1;
            } else {
                cursor.at++;
            }
        }
    }

    private static String member(String module, String name) {
        boolean file = module.startsWith(".") || module.startsWith("/");
        return name.equals("default") && !file ? module : module + "." + name;
    }

    /** {@code x = require("m")} and {@code {a: b} = await import("m")}, of which the first token is here. */
    boolean required() {
        boolean pattern = cursor.is("{") && cursor.closing(cursor.at) > cursor.at;
        int equals = pattern ? cursor.closing(cursor.at) + 1 : cursor.at + 1;
        if (!isScript()
                || !pattern && !cursor.token().isWord()
                || !cursor.get(equals).is("=")) {
            return false;
        }
        int call = equals + 1;
        boolean awaits = cursor.get(call).isWord("await");
        call += awaits ? 1 : 0;
        boolean requires =
                (cursor.get(call).isWord("require") || cursor.get(call).isWord("import"))
                        && cursor.get(call + 1).is("(")
                        && cursor.get(call + 2).kind() == Token.Kind.TEXT
                        && cursor.get(call + 3).is(")");
        if (!requires) {
            return false;
        }
        StringBuilder module = new StringBuilder(cursor.get(call + 2).text());
        int after = call + 4;
        while (cursor.get(after).is(".") && cursor.get(after + 1).isWord()) {
            String name = cursor.get(after + 1).text();
            module.replace(0, module.length(), member(module.toString(), name));
            after += 2;
        }
        if (cursor.get(after).is("(")) {
            return false;
        }
        if (pattern) {
            int close = cursor.closing(cursor.at);
            cursor.at++;
            bindings(close, module.toString(), ":");
        } else {
            reader.imports.one(cursor.at, module.toString(), cursor.token().text());
        }
        cursor.at = after;
        return true;
    }

    /** A module that is required where it is used; the expression itself for what is no such call. */
    Expression inline(Expression call) {
        if (isScript()
                && call instanceof Expression.Call it
                && it.arguments().size() == 1
                && it.callee() instanceof Expression.Name name
                && (name.name().equals("require") || name.name().equals("import"))
                && it.arguments().get(0).value() instanceof Expression.Text text) {
            return reader.required(it.place(), text.value());
        }
        return call;
    }

    private boolean isScript() {
        return syntax.id().equals("javascript") || syntax.id().equals("typescript");
    }
}
