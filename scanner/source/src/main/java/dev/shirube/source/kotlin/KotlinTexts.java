package dev.shirube.source.kotlin;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;

/** Reads texts, plain and raw, with what is put into them. */
final class KotlinTexts {

    private KotlinTexts() {}

    static Expression text(Syntax node, KotlinExpressions expressions) {
        String written = node.text();
        if (node.is("character_literal")) {
            return plain(node, Literals.unescaped(written.substring(1, Math.max(1, written.length() - 1))));
        }
        boolean raw = written.startsWith("\"\"\"");
        int quote = raw ? 3 : 1;
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = quote;
        // The grammar leaves out some of the text, so that what is between the expressions is taken as written
        for (Syntax part : node.children("interpolated_identifier", "interpolated_expression")) {
            int begin = part.start() - node.start();
            boolean braced = part.is("interpolated_expression");
            text.append(read(written, at, begin - (braced ? 2 : 1), raw));
            flush(node, text, parts);
            parts.add(expressions.expression(part));
            at = part.end() - node.start() + (braced ? 1 : 0);
        }
        text.append(read(written, at, written.length() - quote, raw));
        if (parts.isEmpty()) {
            return plain(node, text.toString());
        }
        flush(node, text, parts);
        return new Expression.Template(node.place(), parts);
    }

    private static String read(String written, int from, int to, boolean raw) {
        String text = from < to ? written.substring(from, to) : "";
        return raw ? text : Literals.unescaped(text);
    }

    private static Expression plain(Syntax node, String value) {
        return new Expression.Text(node.place(), value);
    }

    private static void flush(Syntax node, StringBuilder text, List<Expression> parts) {
        if (text.length() > 0) {
            parts.add(plain(node, text.toString()));
            text.setLength(0);
        }
    }
}
