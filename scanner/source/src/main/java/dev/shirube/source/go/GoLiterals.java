package dev.shirube.source.go;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Literals: numbers, texts, and the values of structs, lists and maps written out. */
final class GoLiterals {
    private final GoReader reader;

    GoLiterals(GoReader reader) {
        this.reader = reader;
    }

    static Expression plain(Syntax node) {
        return node.is("int_literal") ? whole(node) : new Expression.Text(node.place(), text(node));
    }

    private static Expression whole(Syntax node) {
        String digits = node.text().replace("_", "").toLowerCase(Locale.ROOT);
        try {
            long value;
            if (digits.startsWith("0x")) {
                value = Long.parseLong(digits.substring(2), 16);
            } else if (digits.startsWith("0b")) {
                value = Long.parseLong(digits.substring(2), 2);
            } else if (digits.startsWith("0") && digits.length() > 1) {
                value = Long.parseLong(digits.substring(digits.startsWith("0o") ? 2 : 1), 8);
            } else {
                value = Long.parseLong(digits);
            }
            return new Expression.Whole(node.place(), value);
        } catch (NumberFormatException e) {
            return new Expression.Other(node.place(), List.of()); // larger than what is counted with
        }
    }

    /** The content of a quoted text. */
    static String text(Syntax node) {
        String written = node.text();
        int end = written.length() - (written.length() > 1 ? 1 : 0);
        String inner = written.substring(Math.min(1, end), end);
        return written.startsWith("`") ? inner.replace("\r", "") : unescaped(inner);
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            char kind = text.charAt(++i);
            int simple = "abfnrtv".indexOf(kind);
            int length = switch (kind) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            if (simple >= 0) {
                plain.append("\u0007\b\f\n\r\t\u000b".charAt(simple));
            } else if (kind >= '0' && kind <= '7') {
                int end = Math.min(i + 3, text.length());
                i = number(text, i, end, 8, plain);
            } else if (length > 0) {
                i = number(text, i + 1, Math.min(i + 1 + length, text.length()), 16, plain);
            } else {
                plain.append(kind);
            }
        }
        return plain.toString();
    }

    private static int number(String text, int start, int end, int radix, StringBuilder plain) {
        try {
            int point = Integer.parseInt(text.substring(start, end), radix);
            plain.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
        } catch (NumberFormatException e) {
            plain.append(text, start, end);
        }
        return end - 1;
    }

    Expression composite(Syntax node) {
        Optional<Syntax> type = node.get("type");
        Optional<Syntax> body = node.get("body");
        return type.isEmpty() || body.isEmpty() ? reader.expressions.other(node) : value(node, type.get(), body.get());
    }

    private Expression value(Syntax node, Syntax type, Syntax body) {
        return switch (type.type()) {
            case "slice_type", "array_type", "implicit_length_array_type" -> list(node, type.get("element"), body);
            case "map_type" -> map(node, type.get("value"), body);
            case "struct_type" -> struct(node, type, body);
            case "pointer_type", "parenthesized_type" ->
                type.children().size() == 1
                        ? value(node, type.children().get(0), body)
                        : reader.expressions.other(node);
            default -> made(node, type, body);
        };
    }

    /** An element whose type may be left out, since the literal around it says it. */
    private Expression element(Syntax node, Optional<Syntax> type) {
        Syntax inner = node.is("literal_element") && node.children().size() == 1
                ? node.children().get(0)
                : node;
        return inner.is("literal_value") && type.isPresent()
                ? value(inner, type.get(), inner)
                : reader.expressions.lower(inner);
    }

    private Expression list(Syntax node, Optional<Syntax> type, Syntax body) {
        List<Expression> elements = new ArrayList<>();
        for (Syntax child : body.children()) {
            elements.add(element(child.is("keyed_element") ? child.get("value").orElse(child) : child, type));
        }
        return new Expression.Sequence(node.place(), elements);
    }

    private Expression map(Syntax node, Optional<Syntax> type, Syntax body) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (Syntax child : body.children()) {
            Optional<Syntax> key = child.get("key");
            Optional<Syntax> value = child.get("value");
            if (key.isPresent() && value.isPresent()) {
                entries.add(new Expression.Entry(reader.expressions.lower(key.get()), element(value.get(), type)));
            } else {
                Expression broken = reader.expressions.lower(child);
                entries.add(new Expression.Entry(broken, broken));
            }
        }
        return new Expression.Mapping(node.place(), entries);
    }

    /** A struct without a name, as in tables of test cases: its fields by their names. */
    private Expression struct(Syntax node, Syntax type, Syntax body) {
        List<Syntax> names = new ArrayList<>();
        List<Optional<Syntax>> types = new ArrayList<>();
        for (Syntax list : type.children("field_declaration_list")) {
            for (Syntax field : list.children("field_declaration")) {
                for (Syntax name : field.getAll("name")) {
                    names.add(name);
                    types.add(field.get("type"));
                }
            }
        }
        List<Expression.Entry> entries = new ArrayList<>();
        List<Syntax> elements = body.children();
        for (int i = 0; i < elements.size(); i++) {
            Syntax element = elements.get(i);
            Syntax key = element.get("key").orElse(i < names.size() ? names.get(i) : element);
            Optional<Syntax> declared = Optional.empty();
            for (int at = 0; at < names.size(); at++) {
                declared = names.get(at).text().equals(key.text()) ? types.get(at) : declared;
            }
            entries.add(new Expression.Entry(
                    new Expression.Text(key.place(), key.text()),
                    element(element.get("value").orElse(element), declared)));
        }
        return new Expression.Mapping(node.place(), entries);
    }

    private Expression made(Syntax node, Syntax type, Syntax body) {
        List<Expression.Argument> arguments = new ArrayList<>();
        for (Syntax child : body.children()) {
            Optional<Syntax> key = child.get("key");
            Expression value = element(child.get("value").orElse(child), Optional.empty());
            if (key.isEmpty()) {
                arguments.add(Expression.Argument.of(value));
                continue;
            }
            Syntax plain = key.get().children().isEmpty()
                    ? key.get()
                    : key.get().children().get(0);
            boolean quoted = plain.is("interpreted_string_literal", "raw_string_literal");
            if (quoted || plain.is("identifier", "field_identifier")) {
                arguments.add(Expression.Argument.named(quoted ? text(plain) : plain.text(), value));
            } else {
                Expression other = new Expression.Other(
                        child.place(), List.of(reader.expressions.lower(plain), value)); // a map by its type's name
                arguments.add(Expression.Argument.of(other));
            }
        }
        return new Expression.Call(node.placeAt(type), reader.types.named(type), arguments, true);
    }
}
