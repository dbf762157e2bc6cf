package dev.shirube.source.csharp;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Literals;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads texts: plain, verbatim, raw and interpolated ones. */
final class CSharpTexts {

    private CSharpTexts() {}

    static Expression text(Syntax node, CSharpExpressions expressions) {
        return switch (node.type()) {
            case "verbatim_string_literal" -> {
                String written = node.text();
                int begin = written.indexOf('"') + 1;
                int end = Math.max(written.lastIndexOf('"'), begin);
                yield plain(node, written.substring(begin, end).replace("\"\"", "\""));
            }
            case "raw_string_literal" ->
                plain(
                        node,
                        outdented(node.first("raw_string_content")
                                .map(Syntax::text)
                                .orElse("")));
            case "interpolated_string_expression" -> interpolated(node, expressions);
            default -> plain(node, content(node));
        };
    }

    private static Expression plain(Syntax node, String value) {
        return new Expression.Text(node.place(), value);
    }

    private static String content(Syntax node) {
        return node.children().stream()
                .filter(it -> !it.is("string_literal_encoding"))
                .map(it -> it.is("escape_sequence") ? Literals.unescaped(it.text()) : it.text())
                .collect(Collectors.joining());
    }

    private static Expression interpolated(Syntax node, CSharpExpressions expressions) {
        String start = node.first("interpolation_start").map(Syntax::text).orElse("$");
        boolean raw = node.children("interpolation_quote").stream()
                .anyMatch(it -> it.text().startsWith("\"\"\""));
        List<Expression> parts = new ArrayList<>();
        for (Syntax child : node.children()) {
            if (child.is("interpolation")) {
                child.children().stream()
                        .filter(it -> !it.type().startsWith("interpolation_"))
                        .findFirst()
                        .ifPresent(it -> parts.add(expressions.expression(it)));
            } else if (child.is("string_content", "escape_sequence")) {
                parts.add(plain(child, written(child, start, raw)));
            }
        }
        return new Expression.Template(node.place(), parts);
    }

    private static String written(Syntax part, String start, boolean raw) {
        if (raw) {
            return part.text();
        }
        String text = part.text().replace("{{", "{").replace("}}", "}");
        return start.indexOf('@') >= 0 ? text.replace("\"\"", "\"") : Literals.unescaped(text);
    }

    /** A raw text of several lines is written between its quotes, with the indentation of the last of them. */
    private static String outdented(String content) {
        int first = content.indexOf('\n');
        int last = content.lastIndexOf('\n');
        if (first < 0 || !content.substring(0, first).isBlank()) {
            return content;
        }
        String indentation = content.substring(last + 1);
        return first == last
                ? ""
                : content.substring(first + 1, last)
                        .lines()
                        .map(it -> it.startsWith(indentation) ? it.substring(indentation.length()) : it.stripLeading())
                        .collect(Collectors.joining("\n"));
    }
}
