package dev.shirube.source.window;

import dev.shirube.source.go.GoImports;
import dev.shirube.source.program.Import;
import dev.shirube.source.program.Place;
import java.util.Set;

/** What the file imports, as each language writes it. */
final class Imports {

    private final WindowReader reader;
    private final Cursor cursor;
    private final String language;

    Imports(WindowReader reader) {
        this.reader = reader;
        this.cursor = reader.cursor;
        this.language = reader.cursor.syntax.id();
    }

    /** Whether an import or the name of the file's package stood here; the cursor is behind it then. */
    boolean read() {
        Token token = cursor.token();
        if (!token.isWord()) {
            return false;
        }
        return switch (language) {
            case "python" -> python(token);
            case "go" -> go(token);
            case "rust" -> rust(token);
            case "javascript", "typescript" -> reader.scripts.read(token);
            case "php" -> php(token);
            case "csharp" -> csharp(token);
            case "kotlin" -> kotlin(token);
            case "cpp" -> cpp(token);
            case "ruby" -> ruby(token);
            default -> false;
        };
    }

    void one(int from, String path, String name) {
        if (!path.isEmpty() && !name.isEmpty()) {
            reader.imported.add(Import.of(cursor.place(from), path, name));
        }
    }

    private void all(int from, String path) {
        if (!path.isEmpty()) {
            reader.imported.add(Import.all(cursor.place(from), path));
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private void line() {
        while (cursor.more() && !cursor.breaks() && !cursor.is(";")) {
            cursor.at++;
        }
    }

    /** The header in quotes or angle brackets. */
    void include(Token token) {
        String path = token.text();
        int end = path.startsWith("<") ? path.indexOf('>') : path.indexOf('"', 1);
        int from = cursor.at++;
        if (end > 1) {
            all(from, path.substring(1, end));
        }
    }

    private boolean python(Token token) {
        int from = cursor.at;
        if (token.isWord("import")) {
            do {
                cursor.at++;
                String path = cursor.path();
                boolean aliased = cursor.skipWord("as");
                String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
                one(from, aliased ? path : first, aliased ? cursor.token().text() : first);
                cursor.at += aliased ? 1 : 0;
            } while (cursor.is(",") && cursor.more());
            return true;
        } else if (!token.isWord("from")
                || !(cursor.token(1).isWord() || cursor.token(1).text().startsWith("."))) {
            return false;
        }
        cursor.at++;
        StringBuilder module = new StringBuilder();
        while (cursor.token().kind() == Token.Kind.MARK && cursor.token().text().matches("\\.+")) {
            module.append(cursor.token().text());
            cursor.at++;
        }
        module.append(cursor.isWord("import") ? "" : cursor.path());
        if (!cursor.skipWord("import")) {
            return true;
        }
        boolean bracket = cursor.is("(");
        int close = cursor.closing(cursor.at);
        cursor.at += bracket ? 1 : 0;
        String prefix = module.toString().matches("\\.*") ? module.toString() : module + ".";
        while (cursor.more() && (bracket ? cursor.at < close : !cursor.breaks() && !cursor.is(";"))) {
            if (cursor.is("*")) {
                all(from, module.toString());
            } else if (cursor.token().isWord()) {
                int name = cursor.at;
                String imported = cursor.token().text();
                String local = cursor.token(1).isWord("as") ? cursor.token(2).text() : imported;
                cursor.at += cursor.token(1).isWord("as") ? 2 : 0;
                one(name, prefix + imported, local);
            }
            cursor.at++;
        }
        cursor.at = bracket && close > 0 ? Math.max(cursor.at, close + 1) : cursor.at;
        return true;
    }

    private boolean go(Token token) {
        int from = cursor.at;
        if (token.isWord("package")) {
            reader.module(cursor.token(1).text());
            cursor.at += 2;
            return true;
        } else if (!token.isWord("import")) {
            return false;
        }
        boolean block = cursor.token(1).is("(");
        int close = block ? cursor.closing(from + 1) : from;
        cursor.at += block ? 2 : 1;
        do {
            String alias = "";
            while (cursor.token().isWord() || cursor.is(".") || cursor.is(";")) {
                alias = cursor.is(";") ? "" : cursor.token().text();
                cursor.at++;
            }
            if (cursor.token().kind() == Token.Kind.TEXT) {
                String path = cursor.token().text();
                if (alias.equals(".")) {
                    all(cursor.at, path);
                } else if (!alias.equals("_")) {
                    one(cursor.at, path, alias.isEmpty() ? GoImports.name(path) : alias);
                }
            }
            cursor.at++;
        } while (cursor.at < close);
        return true;
    }

    private boolean rust(Token token) {
        int from = cursor.at;
        if (token.isWord("pub") && cursor.token(1).isWord("use")) {
            cursor.at++;
        } else if (!token.isWord("use")) {
            return false;
        }
        cursor.at++;
        tree("", 0);
        cursor.at = Math.max(cursor.at, from + 1);
        cursor.skip(";");
        return true;
    }

    /** {@code a::{b, c as d, e::*}}. */
    private void tree(String before, int depth) {
        int from = cursor.at;
        cursor.skip("::");
        String own = cursor.path();
        String path = before.isEmpty() || own.isEmpty() ? before + own : before + "." + own;
        boolean self = own.equals("self") && !before.isEmpty();
        cursor.skip("::");
        cursor.skip("\\");
        if (cursor.is("{") && depth < 20) {
            int close = cursor.closing(cursor.at);
            cursor.at++;
            while (cursor.at < close) {
                int start = cursor.at;
                if (!cursor.skip(",")) {
                    tree(path, depth + 1);
                }
                cursor.at += cursor.at == start ? 1 : 0;
            }
            cursor.at++;
        } else if (cursor.skip("*")) {
            all(from, path);
        } else {
            String whole = self ? before : path;
            boolean aliased = cursor.skipWord("as");
            String name = aliased ? cursor.token().text() : last(whole);
            cursor.at += aliased ? 1 : 0;
            one(from, whole, name.equals("_") ? "" : name);
        }
    }

    private boolean php(Token token) {
        int from = cursor.at;
        if (token.isWord("namespace") && cursor.token(1).isWord()) {
            reader.module(cursor.token(1).text().replace('\\', '.'));
            cursor.at += 2;
            return true;
        } else if (!token.isWord("use") || !(cursor.token(1).isWord()) || reader.inFunction()) {
            return false;
        }
        cursor.at++;
        boolean kind = (cursor.isWord("function") || cursor.isWord("const"))
                && cursor.token(1).isWord();
        cursor.at += kind ? 1 : 0;
        do {
            String path = dotted(cursor.token().text());
            cursor.at++;
            if (cursor.is("\\") && cursor.token(1).is("{") || cursor.is("{")) {
                cursor.skip("\\");
                int close = cursor.closing(cursor.at);
                cursor.at++;
                while (cursor.at < close) {
                    if (cursor.token().isWord()) {
                        clause(from, path + "." + dotted(cursor.token().text()));
                    } else {
                        cursor.at++;
                    }
                }
                cursor.at++;
            } else {
                cursor.at--;
                clause(from, path);
            }
        } while (cursor.skip(",") && cursor.token().isWord());
        return true;
    }

    private void clause(int from, String path) {
        cursor.at++;
        boolean aliased = cursor.skipWord("as");
        one(from, path, aliased ? cursor.token().text() : last(path));
        cursor.at += aliased ? 1 : 0;
    }

    private static String dotted(String path) {
        String plain = path.startsWith("\\") ? path.substring(1) : path;
        return plain.replace('\\', '.');
    }

    private boolean csharp(Token token) {
        int from = cursor.at;
        boolean global = token.isWord("global") && cursor.token(1).isWord("using");
        if (token.isWord("namespace") && cursor.token(1).isWord()) {
            cursor.at++;
            String module = cursor.path();
            reader.module(module);
            for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
                reader.imported.add(Import.all(Place.NONE, module.substring(0, dot)));
            }
            return true;
        } else if (!token.isWord("using") && !global || cursor.token(1).is("(") || reader.inFunction()) {
            return false;
        }
        cursor.at += global ? 2 : 1;
        cursor.skipWord("static");
        String path = cursor.path();
        if (cursor.is("=")) {
            cursor.at++;
            String target = cursor.path();
            line();
            one(from, target, path);
        } else if (cursor.is(";")) {
            all(from, path);
        } else {
            cursor.at = from;
            return false;
        }
        return true;
    }

    private boolean kotlin(Token token) {
        int from = cursor.at;
        if (token.isWord("package")) {
            cursor.at++;
            reader.module(cursor.path());
            return true;
        } else if (!token.isWord("import") || !cursor.token(1).isWord()) {
            return false;
        }
        cursor.at++;
        String path = cursor.path();
        if (cursor.is(".") && cursor.token(1).is("*")) {
            cursor.at += 2;
            all(from, path);
            return true;
        }
        boolean aliased = cursor.skipWord("as");
        one(from, path, aliased ? cursor.token().text() : last(path));
        cursor.at += aliased ? 1 : 0;
        return true;
    }

    private boolean cpp(Token token) {
        int from = cursor.at;
        if (token.isWord("using")) {
            cursor.at++;
            boolean namespace = cursor.skipWord("namespace");
            String path = cursor.path();
            if (cursor.skip("=")) {
                one(from, cursor.path(), path);
            } else if (namespace) {
                all(from, path);
            } else {
                one(from, path, last(path));
            }
            return true;
        } else if (token.isWord("namespace")) {
            cursor.at++;
            String name = cursor.path();
            if (cursor.skip("=")) {
                one(from, cursor.path(), name);
            } else {
                all(from, name);
                reader.module(name);
            }
            return true;
        }
        return false;
    }

    private boolean ruby(Token token) {
        boolean requires = Set.of("require", "require_relative", "load").contains(token.text())
                && cursor.token(1).kind() == Token.Kind.TEXT;
        if (!requires) {
            return false;
        }
        String path = cursor.token(1).text();
        boolean relative = token.isWord("require_relative") && !path.startsWith(".");
        int from = cursor.at;
        cursor.at += 2;
        all(from, relative ? "./" + path : path);
        return true;
    }
}
