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
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Syntax part : node.children()) {
            if (part.is("interpolated_identifier", "interpolated_expression")) {
                flush(node, text, parts);
                parts.add(expressions.expression(part));
            } else {
                text.append(raw ? part.text() : Literals.unescaped(part.text()));
            }
        }
        if (parts.isEmpty()) {
            return plain(node, text.toString());
        }
        flush(node, text, parts);
        return new Expression.Template(node.place(), parts);
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
