package dev.shirube.source.window;

import dev.shirube.source.window.WindowSyntax.Quote;
import dev.shirube.source.window.WindowSyntax.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The languages that are read by words. */
final class WindowSyntaxes {

    private static final List<String> SLASHES = List.of("//");
    private static final List<String[]> STARS = List.<String[]>of(new String[] {"/*", "*/"});

    private static final Set<String> C_MODIFIERS = Set.of(
            "static",
            "const",
            "constexpr",
            "extern",
            "inline",
            "register",
            "volatile",
            "auto",
            "struct",
            "unsigned",
            "signed",
            "mutable",
            "virtual",
            "explicit",
            "friend",
            "typename",
            "thread_local");

    private static final Set<String> C_TYPES = Set.of("class", "struct", "union", "enum");

    private static final Set<String> JAVASCRIPT_MODIFIERS = Set.of(
            "const",
            "let",
            "var",
            "export",
            "default",
            "static",
            "async",
            "public",
            "private",
            "protected",
            "readonly",
            "declare",
            "get",
            "set",
            "override",
            "abstract");

    private static final Map<String, WindowSyntax> ALL = Map.ofEntries(
            Map.entry("python", python()),
            Map.entry("go", go()),
            Map.entry("rust", rust()),
            Map.entry("javascript", javascript("javascript", EnumSet.noneOf(Trait.class))),
            Map.entry("typescript", javascript("typescript", EnumSet.of(Trait.ANGLES))),
            Map.entry("php", php()),
            Map.entry("c", c("c", EnumSet.noneOf(Trait.class))),
            Map.entry("cpp", c("cpp", EnumSet.of(Trait.ANGLES))),
            Map.entry("csharp", csharp()),
            Map.entry("ruby", ruby()),
            Map.entry("kotlin", kotlin()));

    private WindowSyntaxes() {}

    static WindowSyntax of(String language) {
        WindowSyntax syntax = ALL.get(language);
        if (syntax == null) {
            throw new IllegalArgumentException("Nobody described the tokens of " + language);
        }
        return syntax;
    }

    private static Quote escaped(String quote) {
        return new Quote(quote, quote, true, "", false);
    }

    private static Quote text(String open, String close, boolean escapes, String hole) {
        return new Quote(open, close, escapes, hole, true);
    }

    private static WindowSyntax python() {
        List<Quote> quotes = new ArrayList<>();
        for (String prefix : List.of("fr", "rf", "br", "rb", "f", "r", "b", "u", "")) {
            for (String quote : List.of("\"\"\"", "'''", "\"", "'")) {
                boolean escapes = !prefix.contains("r");
                String hole = prefix.contains("f") ? "{" : "";
                quotes.add(new Quote(prefix + quote, quote, escapes, hole, quote.length() > 1));
                quotes.add(
                        new Quote(prefix.toUpperCase(Locale.ROOT) + quote, quote, escapes, hole, quote.length() > 1));
            }
        }
        return new WindowSyntax(
                "python",
                List.of("#"),
                List.of(),
                quotes,
                Set.of("."),
                Set.of("def"),
                Set.of("class"),
                Set.of("async", "global", "nonlocal"),
                "=",
                EnumSet.of(Trait.LINES, Trait.INDENTED, Trait.BRACES_MAP, Trait.TEXTS_JOIN));
    }

    private static WindowSyntax go() {
        return new WindowSyntax(
                "go",
                SLASHES,
                STARS,
                List.of(escaped("\""), text("`", "`", false, ""), escaped("'")),
                Set.of("."),
                Set.of("func"),
                Set.of("type"),
                Set.of("var", "const"),
                "",
                EnumSet.of(Trait.LINES, Trait.TYPES_LAST, Trait.BRACES_MAKE));
    }

    private static WindowSyntax rust() {
        List<Quote> quotes = new ArrayList<>();
        for (String fence : List.of("####", "###", "##", "#", "")) {
            quotes.add(text("br" + fence + "\"", "\"" + fence, false, ""));
            quotes.add(text("r" + fence + "\"", "\"" + fence, false, ""));
        }
        quotes.add(text("b\"", "\"", true, ""));
        quotes.add(text("c\"", "\"", true, ""));
        quotes.add(text("\"", "\"", true, ""));
        return new WindowSyntax(
                "rust",
                SLASHES,
                STARS,
                quotes,
                Set.of(".", "::", "?."),
                Set.of("fn"),
                Set.of("struct", "enum", "trait", "union"),
                Set.of("let", "mut", "const", "static", "pub", "ref", "async", "unsafe", "extern"),
                "",
                EnumSet.of(Trait.ANGLES, Trait.BRACES_MAKE, Trait.LIFETIMES));
    }

    private static WindowSyntax javascript(String id, EnumSet<Trait> more) {
        EnumSet<Trait> traits = EnumSet.of(Trait.BRACES_MAP, Trait.REGULAR_EXPRESSIONS);
        traits.addAll(more);
        return new WindowSyntax(
                id,
                SLASHES,
                STARS,
                List.of(escaped("\""), escaped("'"), text("`", "`", true, "${")),
                Set.of(".", "?."),
                Set.of("function"),
                Set.of("class", "interface", "enum"),
                JAVASCRIPT_MODIFIERS,
                "",
                traits);
    }

    private static WindowSyntax php() {
        return new WindowSyntax(
                "php",
                List.of("//", "#"),
                STARS,
                List.of(text("'", "'", true, ""), text("\"", "\"", true, "$")),
                Set.of("->", "?->", "::"),
                Set.of("function", "fn"),
                Set.of("class", "interface", "trait", "enum"),
                Set.of(
                        "public",
                        "private",
                        "protected",
                        "static",
                        "final",
                        "abstract",
                        "readonly",
                        "var",
                        "const",
                        "global"),
                ":",
                EnumSet.of(Trait.PAGES));
    }

    private static WindowSyntax c(String id, EnumSet<Trait> more) {
        EnumSet<Trait> traits = EnumSet.of(Trait.TYPES_FIRST, Trait.DIRECTIVES, Trait.TEXTS_JOIN);
        traits.addAll(more);
        List<Quote> quotes = new ArrayList<>();
        for (String prefix : List.of("u8", "L", "u", "U", "")) {
            quotes.add(text(prefix + "R\"(", ")\"", false, ""));
            quotes.add(new Quote(prefix + "\"", "\"", true, "", false));
        }
        quotes.add(escaped("'"));
        return new WindowSyntax(
                id, SLASHES, STARS, quotes, Set.of(".", "->", "::"), Set.of(), C_TYPES, C_MODIFIERS, "", traits);
    }

    private static WindowSyntax csharp() {
        return new WindowSyntax(
                "csharp",
                SLASHES,
                STARS,
                List.of(
                        text("$\"\"\"", "\"\"\"", false, "{"),
                        text("\"\"\"", "\"\"\"", false, ""),
                        text("$@\"", "\"", false, "{"),
                        text("@$\"", "\"", false, "{"),
                        new Quote("$\"", "\"", true, "{", false),
                        text("@\"", "\"", false, ""),
                        escaped("\""),
                        escaped("'")),
                Set.of(".", "?.", "::"),
                Set.of(),
                Set.of("class", "struct", "interface", "enum", "record"),
                Set.of(
                        "public",
                        "private",
                        "protected",
                        "internal",
                        "static",
                        "readonly",
                        "const",
                        "sealed",
                        "abstract",
                        "virtual",
                        "override",
                        "partial",
                        "async",
                        "unsafe",
                        "extern",
                        "volatile",
                        "required",
                        "ref"),
                ":",
                EnumSet.of(Trait.TYPES_FIRST, Trait.ANGLES, Trait.DIRECTIVES));
    }

    private static WindowSyntax ruby() {
        return new WindowSyntax(
                "ruby",
                List.of("#"),
                List.<String[]>of(new String[] {"\n=begin", "\n=end"}),
                List.of(text("'", "'", true, ""), text("\"", "\"", true, "#{"), text("`", "`", true, "#{")),
                Set.of(".", "::", "&."),
                Set.of("def"),
                Set.of("class"),
                Set.of("private", "public", "protected"),
                ":",
                EnumSet.of(
                        Trait.LINES,
                        Trait.INDENTED,
                        Trait.BRACES_MAP,
                        Trait.REGULAR_EXPRESSIONS,
                        Trait.COMMANDS,
                        Trait.TEXTS_JOIN));
    }

    private static WindowSyntax kotlin() {
        return new WindowSyntax(
                "kotlin",
                SLASHES,
                STARS,
                List.of(text("\"\"\"", "\"\"\"", false, "$"), new Quote("\"", "\"", true, "$", false), escaped("'")),
                Set.of(".", "?.", "::"),
                Set.of("fun"),
                Set.of("class", "interface", "object"),
                Set.of(
                        "val",
                        "var",
                        "const",
                        "private",
                        "public",
                        "internal",
                        "protected",
                        "override",
                        "lateinit",
                        "open",
                        "final",
                        "abstract",
                        "data",
                        "sealed",
                        "enum",
                        "inline",
                        "suspend",
                        "companion",
                        "operator",
                        "infix",
                        "tailrec"),
                "=",
                EnumSet.of(Trait.LINES, Trait.ANGLES, Trait.BRACES_CALL));
    }
}
