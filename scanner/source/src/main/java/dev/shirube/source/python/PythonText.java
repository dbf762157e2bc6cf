package dev.shirube.source.python;

import dev.shirube.source.program.Expression;
import dev.shirube.source.program.Place;
import dev.shirube.source.tree.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Literals of texts, bytes and numbers. */
final class PythonText {

    /** What the Language Reference lists under "Escape sequences". */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:(\r\n|\n|\r)|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\\{([^}]*)\\}|(.))",
            Pattern.DOTALL);

    private static final String SIMPLE = "\\'\"abfnrtv";
    private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000B";

    /** Formats that write a value as it is. */
    private static final Pattern PLAIN_FORMAT = Pattern.compile(":?[sd]?");

    private PythonText() {}

    /** One literal, or several that stand side by side. */
    static Expression of(Syntax node, Function<Syntax, Expression> expressions) {
        List<Expression> parts = new ArrayList<>();
        for (Syntax string : node.is("concatenated_string") ? node.children() : List.of(node)) {
            if (string.is("string")) {
                parts(string, expressions, parts);
            } else {
                parts.add(expressions.apply(string));
            }
        }
        List<Expression> joined = joined(parts);
        if (joined.isEmpty()) {
            return new Expression.Text(node.place(), "");
        } else if (joined.size() == 1 && joined.get(0) instanceof Expression.Text text) {
            return new Expression.Text(node.place(), text.value());
        }
        return new Expression.Template(node.place(), joined);
    }

    private static void parts(Syntax string, Function<Syntax, Expression> expressions, List<Expression> parts) {
        String prefix = string.first("string_start")
                .map(it -> it.text().toLowerCase(Locale.ROOT))
                .orElse("");
        boolean raw = prefix.indexOf('r') >= 0;
        boolean format = prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0;
        for (Syntax part : string.children()) {
            if (part.is("string_content")) {
                parts.add(new Expression.Text(part.place(), content(part.text(), raw, format)));
            } else if (part.is("interpolation")) {
                interpolation(part, expressions, parts);
            } else if (!part.is("string_start", "string_end")) {
                parts.add(expressions.apply(part));
            }
        }
    }

    private static void interpolation(Syntax node, Function<Syntax, Expression> expressions, List<Expression> parts) {
        List<Expression> inside = new ArrayList<>();
        boolean plain = true;
        for (Syntax child : node.children()) {
            if (child.is("type_conversion")) {
                plain &= child.text().equals("!s");
            } else if (child.is("format_specifier")) {
                plain &= PLAIN_FORMAT.matcher(child.text()).matches();
                child.children("format_expression").stream()
                        .flatMap(it -> it.children().stream())
                        .forEach(it -> inside.add(expressions.apply(it)));
            } else {
                inside.add(expressions.apply(child));
            }
        }
        node.get("expression")
                .filter(it -> node.has("="))
                .ifPresent(it -> parts.add(new Expression.Text(it.place(), it.text() + "=")));
        Place place = node.place();
        parts.add(plain && inside.size() == 1 ? inside.get(0) : new Expression.Other(place, inside));
    }

    private static List<Expression> joined(List<Expression> parts) {
        List<Expression> joined = new ArrayList<>();
        for (Expression part : parts) {
            int last = joined.size() - 1;
            if (part instanceof Expression.Text text
                    && last >= 0
                    && joined.get(last) instanceof Expression.Text before) {
                Place place = before.place();
                joined.set(
                        last,
                        new Expression.Text(
                                new Place(
                                        place.line(),
                                        place.column(),
                                        place.start(),
                                        text.place().end()),
                                before.value() + text.value()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static String content(String written, boolean raw, boolean format) {
        String text = format ? written.replace("{{", "{").replace("}}", "}") : written;
        if (raw || text.indexOf('\\') < 0) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder meant = new StringBuilder();
        int end = 0;
        while (escape.find()) {
            meant.append(text, end, escape.start()).append(meant(escape));
            end = escape.end();
        }
        return meant.append(text, end, text.length()).toString();
    }

    private static String meant(Matcher escape) {
        if (escape.group(1) != null) {
            return ""; // the line goes on
        } else if (escape.group(2) != null) {
            return Character.toString(Integer.parseInt(escape.group(2), 8));
        }
        for (int group = 3; group <= 5; group++) {
            if (escape.group(group) != null) {
                long point = Long.parseLong(escape.group(group), 16);
                return point <= Character.MAX_CODE_POINT ? Character.toString((int) point) : escape.group();
            }
        }
        if (escape.group(6) != null) {
            try {
                return Character.toString(Character.codePointOf(escape.group(6)));
            } catch (IllegalArgumentException e) {
                return escape.group();
            }
        }
        int simple = SIMPLE.indexOf(escape.group(7));
        return simple < 0 ? escape.group() : MEANT.substring(simple, simple + 1);
    }

    /** A whole number of any base; {@link Expression.Other} where it has a fraction, or does not fit. */
    static Expression number(Syntax node) {
        String text = node.text().replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = text.startsWith("-"); // of a pattern, where the sign is part of the number
        String digits = negative ? text.substring(1).strip() : text;
        if (digits.endsWith("l")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        try {
            long value = value(digits);
            return new Expression.Whole(node.place(), negative ? -value : value);
        } catch (NumberFormatException e) {
            return new Expression.Other(node.place(), List.of());
        }
    }

    private static long value(String digits) {
        if (digits.startsWith("0x")) {
            return Long.parseLong(digits.substring(2), 16);
        } else if (digits.startsWith("0b")) {
            return Long.parseLong(digits.substring(2), 2);
        } else if (digits.startsWith("0o")) {
            return Long.parseLong(digits.substring(2), 8);
        }
        return Long.parseLong(digits);
    }
}
