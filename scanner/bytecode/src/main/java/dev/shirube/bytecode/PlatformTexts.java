package dev.shirube.bytecode;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.MethodInsnNode;

/** Texts that the platform's methods make of several texts. None of them runs an expression of the scanned program. */
final class PlatformTexts {

    private static final String STRING = "java/lang/String";

    /** Expressions and replacements that stand for themselves. */
    private static final Pattern PLAIN = Pattern.compile("[\\w,;:/ -]*");

    private PlatformTexts() {}

    /** Whether it puts together the elements of an array. */
    static boolean joins(MethodInsnNode call) {
        boolean elements =
                call.desc.contains("[Ljava/lang/Object;)") || call.desc.contains("[Ljava/lang/CharSequence;)");
        boolean named = call.name.equals("format") || call.name.equals("formatted") || call.name.equals("join");
        return call.owner.equals(STRING) && elements && named;
    }

    /** How the receiver and the arguments, in this order, become a text; null where that is not known. */
    static Function<List<String>, String> of(MethodInsnNode call) {
        if (!call.owner.equals(STRING)) {
            return null;
        }
        return switch (call.name + call.desc) {
            case "replace(Ljava/lang/CharSequence;Ljava/lang/CharSequence;)Ljava/lang/String;" ->
                parts -> parts.get(0).replace(parts.get(1), parts.get(2));
            case "replace(CC)Ljava/lang/String;" -> PlatformTexts::replacedCharacter;
            case "replaceAll(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;" ->
                parts -> plain(parts) ? parts.get(0).replace(parts.get(1), parts.get(2)) : null;
            case "replaceFirst(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;" ->
                parts -> plain(parts) ? parts.get(0).replaceFirst(parts.get(1), parts.get(2)) : null;
            case "substring(I)Ljava/lang/String;", "substring(II)Ljava/lang/String;" -> PlatformTexts::part;
            default -> null;
        };
    }

    private static boolean plain(List<String> parts) {
        return PLAIN.matcher(parts.get(1)).matches()
                && PLAIN.matcher(parts.get(2)).matches();
    }

    private static String replacedCharacter(List<String> parts) {
        String text = parts.get(0);
        Integer from = number(parts.get(1));
        Integer to = number(parts.get(2));
        return from == null || to == null ? null : text.replace((char) (int) from, (char) (int) to);
    }

    private static String part(List<String> parts) {
        String text = parts.get(0);
        Integer from = number(parts.get(1));
        Integer to = parts.size() > 2 ? number(parts.get(2)) : Integer.valueOf(text.length());
        boolean within = from != null && to != null && 0 <= from && from <= to && to <= text.length();
        return within ? text.substring(from, to) : null;
    }

    /** The whole number that the text stands for; null where it is none. */
    static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The first text between the others. */
    static String join(List<String> parts) {
        return String.join(parts.get(0), parts.subList(1, parts.size()));
    }

    /** The first text with {@code %s} and {@code %d} replaced by the others in turn; null for any other format. */
    static String format(List<String> parts) {
        String format = parts.get(0);
        StringBuilder text = new StringBuilder();
        int next = 1;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                text.append(format.charAt(i));
                continue;
            }
            i++;
            char kind = i < format.length() ? format.charAt(i) : ' ';
            boolean argument = (kind == 's' || kind == 'd') && next < parts.size();
            if (kind == '%') {
                text.append('%');
            } else if (argument && (kind == 's' || number(parts.get(next)) != null)) {
                text.append(parts.get(next));
                next++;
            } else {
                return null;
            }
        }
        return text.toString();
    }
}
