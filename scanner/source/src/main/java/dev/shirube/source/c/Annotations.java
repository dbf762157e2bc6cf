package dev.shirube.source.c;

import dev.shirube.source.language.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks macros that stand before or in a declaration and say something to the compiler only: the grammar takes them for
 * types, and loses its way. Every character that stays keeps its place.
 */
final class Annotations {

    /** {@code __attribute_pure__}, with or without arguments, and what is no keyword of a compiler; calling conventions. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "\\b(?:__(?!attribute__|asm__|alignof__|const__|extension__|imag__|inline__|real__|restrict__|signed__|typeof__"
                    + "|volatile__|func__)[a-z]\\w*__(?:\\s*\\((?:[^()\\n]|\\([^()\\n]*\\))*\\))?"
                    + "|WINAPI|CALLBACK|APIENTRY|NTAPI|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:API|CALL|DECL|EXPORT|EXTERN|NORETURN|PUBLIC))"
                    + "(?=\\s+[A-Za-z_*]|\\s*[,){;])");

    private Annotations() {}

    /** The same text, or one of the same length. */
    static SourceText blanked(SourceText source) {
        String text = source.text();
        Matcher matcher = ANNOTATION.matcher(text);
        if (!matcher.find()) {
            return source;
        }
        char[] code = CodeMask.of(text);
        char[] out = text.toCharArray();
        do {
            boolean alone = Character.isLetter(text.charAt(matcher.start()))
                    && (matcher.end() == text.length() || ",){;".indexOf(text.charAt(matcher.end())) >= 0);
            boolean inCode = !alone && code[matcher.start()] == text.charAt(matcher.start());
            if (inCode && !isDirective(text, matcher.start())) {
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    out[i] = out[i] == '\n' ? '\n' : ' ';
                }
            }
        } while (matcher.find());
        return new SourceText(source.location(), new String(out));
    }

    private static boolean isDirective(String text, int at) {
        int start = text.lastIndexOf('\n', at) + 1;
        while (start > 1 && text.charAt(start - 2) == '\\') {
            start = text.lastIndexOf('\n', start - 2) + 1; // the line before goes on
        }
        return text.substring(start, at).strip().startsWith("#");
    }
}
