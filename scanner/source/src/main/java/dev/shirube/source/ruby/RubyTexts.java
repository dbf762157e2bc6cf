package dev.shirube.source.ruby;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads texts and symbols; those whose content stands below the line that they begin in are found by their order. */
final class RubyTexts {

    private final Map<Integer, Syntax> heredocs = new HashMap<>();

    RubyTexts(Syntax root) {
        List<Syntax> beginnings = new ArrayList<>();
        List<Syntax> bodies = new ArrayList<>();
        collect(root, beginnings, bodies);
        for (int i = 0; i < Math.min(beginnings.size(), bodies.size()); i++) {
            heredocs.put(beginnings.get(i).start(), bodies.get(i));
        }
    }

    private static void collect(Syntax node, List<Syntax> beginnings, List<Syntax> bodies) {
        if (node.is("heredoc_beginning")) {
            beginnings.add(node);
        } else if (node.is("heredoc_body")) {
            bodies.add(node);
        }
        node.children().forEach(it -> collect(it, beginnings, bodies));
    }

    Expression text(Syntax node, RubyExpressions expressions) {
        return switch (node.type()) {
            case "simple_symbol" -> plain(node, node.text().substring(1));
            case "hash_key_symbol" -> plain(node, node.text());
            case "character" -> plain(node, Literals.unescaped(node.text().substring(1)));
            case "chained_string" -> joined(node, node.children(), expressions);
            case "heredoc_beginning" -> heredoc(node, expressions);
            default -> joined(node, node.children(), expressions);
        };
    }

    private static Expression plain(Syntax node, String value) {
        return new Expression.Text(node.place(), value);
    }

    private Expression heredoc(Syntax node, RubyExpressions expressions) {
        Syntax body = heredocs.get(node.start());
        if (body == null) {
            return plain(node, "");
        }
        List<Syntax> parts = new ArrayList<>(body.children());
        parts.removeIf(it -> it.is("heredoc_end"));
        Expression text = joined(node, parts, expressions);
        // It begins in the line below; a squiggly one of one line is written without its indentation
        return text instanceof Expression.Text plain ? plain(node, content(node, plain.value())) : text;
    }

    private static String content(Syntax beginning, String written) {
        String text = written.startsWith("\n") ? written.substring(1) : written;
        text = text.substring(0, text.lastIndexOf('\n') + 1);
        return beginning.text().startsWith("<<~") ? text.stripIndent() : text;
    }

    private Expression joined(Syntax node, List<Syntax> written, RubyExpressions expressions) {
        boolean escapes = !node.text().startsWith("'");
        List<Expression> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Syntax part : written) {
            if (part.is("interpolation")) {
                flush(node, text, parts);
                part.children().forEach(it -> parts.add(expressions.expression(it)));
            } else if (part.is("escape_sequence")) {
                text.append(Literals.unescaped(part.text()));
            } else if (part.is("string", "chained_string", "bare_string", "bare_symbol", "delimited_symbol")) {
                Expression inner = text(part, expressions);
                if (inner instanceof Expression.Text plain) {
                    text.append(plain.value());
                } else {
                    flush(node, text, parts);
                    parts.add(inner);
                }
            } else {
                text.append(escapes ? part.text() : single(part.text()));
            }
        }
        if (parts.isEmpty()) {
            return plain(node, text.toString());
        }
        flush(node, text, parts);
        return new Expression.Template(node.place(), parts);
    }

    /** Between single quotes only the quote and the backslash are escaped. */
    private static String single(String written) {
        return written.replace("\\'", "'").replace("\\\\", "\\");
    }

    private static void flush(Syntax node, StringBuilder text, List<Expression> parts) {
        if (text.length() > 0) {
            parts.add(plain(node, text.toString()));
            text.setLength(0);
        }
    }
}
