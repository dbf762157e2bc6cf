package dev.shirube.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a block that stands in some other text, without what frames them there: indentation, quotes, a plus sign or
 * comma after the quote, a comment mark, an escaped line end.
 */
public final class FramedLines {

    private static final Pattern LINE_END = Pattern.compile("\\\\{1,4}[rnt]|&#(?:10|13|x0?[aAdD]);|[\\r\\n\\u0085]+");
    private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`]*)[\"'`]");
    private static final Pattern FRAME_BEFORE =
            Pattern.compile("^[\\s\"'`>|]*(?:(?://|--|\\+|[#*;%]+|REM)[\\s\"'`]+)?[\"'`]?");
    private static final Pattern FRAME_AFTER = Pattern.compile("[\\s\"'`,;)\\\\]+(?:\\+\\s*)?$");
    private static final Pattern HEADER = Pattern.compile("^([A-Za-z0-9-]{2,40}):\\s*(.*)$");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    private static final Map<String, String> ESCAPES =
            Map.of("\\u002B", "+", "\\u002b", "+", "\\u003D", "=", "\\u003d", "=", "\\u002F", "/", "\\u002f", "/");

    private FramedLines() {}

    /** The lines in their order, without empty ones; a block that was folded to one line is unfolded at its blanks. */
    public static List<String> of(String framed) {
        List<String> parts = new ArrayList<>();
        for (String raw : LINE_END.split(framed)) {
            Matcher quoted = QUOTED.matcher(raw);
            String content = unescaped(quoted.find() ? quoted.group(1) : unframed(raw));
            // A block on one line has its line ends folded to blanks; a header keeps its own.
            for (String part : HEADER.matcher(content).matches()
                    ? new String[] {content}
                    : content.strip().split("\\s+")) {
                if (!part.isBlank() && !part.equals("+")) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    /** A match of the line as a header: its name and its value. */
    public static Matcher header(String line) {
        return HEADER.matcher(line);
    }

    /** Whether the line holds nothing but Base64. */
    public static boolean isBase64(String line) {
        return BASE64.matcher(line).matches();
    }

    /** JSON may write a slash with a backslash before it, and some writers never leave plus and equals signs as they are. */
    private static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        String plain = raw.replace("\\/", "/");
        for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
            plain = plain.replace(escape.getKey(), escape.getValue());
        }
        return plain;
    }

    private static String unframed(String raw) {
        String tail = FRAME_BEFORE.matcher(raw).replaceFirst("");
        return FRAME_AFTER.matcher(tail).replaceFirst("").strip();
    }
}
