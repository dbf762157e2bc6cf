package dev.shirube.source.rust;

import dev.shirube.source.program.Expression;
import dev.shirube.source.tree.Syntax;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and texts. */
final class RustLiterals {

    private static final Pattern WHOLE = Pattern.compile(
            "(?:0x([0-9a-fA-F_]+?)|0o([0-7_]+)|0b([01_]+)|([0-9][0-9_]*))(?:[iu](?:8|16|32|64|128|size))?");
    private static final Pattern RAW = Pattern.compile("[bc]?r(#*)\"(.*)\"\\1", Pattern.DOTALL);
    private static final int[] RADIXES = {16, 8, 2, 10};

    private RustLiterals() {}

    static Expression whole(Syntax node) {
        Matcher matcher = WHOLE.matcher(node.text());
        if (matcher.matches()) {
            for (int group = 1; group <= RADIXES.length; group++) {
                if (matcher.group(group) != null) {
                    return whole(node, matcher.group(group).replace("_", ""), RADIXES[group - 1]);
                }
            }
        }
        return RustReader.nothing(node);
    }

    private static Expression whole(Syntax node, String digits, int radix) {
        try {
            return new Expression.Whole(node.place(), Long.parseLong(digits, radix));
        } catch (NumberFormatException e) {
            return RustReader.nothing(node); // larger than what is counted with
        }
    }

    static Expression text(Syntax node) {
        return new Expression.Text(node.place(), content(node.text()));
    }

    /** What stands between the quotes of a text, byte text or character, in whatever form it is written. */
    static String content(String written) {
        Matcher raw = RAW.matcher(written);
        if (raw.matches()) {
            return raw.group(2);
        }
        int start = 0;
        while (start < written.length() && written.charAt(start) != '"' && written.charAt(start) != '\'') {
            start++;
        }
        int end = Math.max(start + 1, written.length() - 1);
        return start + 1 > written.length()
                ? ""
                : unescaped(written.substring(start + 1, Math.min(end, written.length())));
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
            int simple = "nrt0".indexOf(kind);
            int close = kind == 'u' ? text.indexOf('}', i) : Math.min(i + 2, text.length() - 1);
            if (simple >= 0) {
                plain.append("\n\r\t\0".charAt(simple));
            } else if (kind == '\n' || kind == '\r') {
                while (i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1))) {
                    i++;
                }
            } else if ((kind == 'x' || kind == 'u') && close > i) {
                code(text.substring(i + 1, close + 1).replace("{", "").replace("}", ""), plain);
                i = close;
            } else {
                plain.append(kind);
            }
        }
        return plain.toString();
    }

    private static void code(String digits, StringBuilder plain) {
        try {
            int point = Integer.parseInt(digits.replace("_", ""), 16);
            plain.appendCodePoint(Character.isValidCodePoint(point) ? point : '?');
        } catch (NumberFormatException e) {
            plain.append(digits);
        }
    }
}
