package dev.shirube.bytecode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of the platform of which we know what they give back, or at least why nobody can. */
final class PlatformCalls {

    private static final String STRING = "java/lang/String";

    private static final UnaryOperator<String> UPPER = text -> text.toUpperCase(Locale.ROOT);
    private static final UnaryOperator<String> LOWER = text -> text.toLowerCase(Locale.ROOT);

    /** A number's text; what is none makes the call throw, so that nothing reaches the place. */
    private static final UnaryOperator<String> NUMBER = text -> {
        Integer number = PlatformTexts.number(text);
        return number == null ? null : number.toString();
    };

    private static final UnaryOperator<String> CHARACTER = code -> {
        Integer number = PlatformTexts.number(code);
        return number == null ? null : Character.toString((char) (int) number);
    };

    /** Texts of texts. Case is that of the root locale, in which names of algorithms are written. */
    private static final Map<String, UnaryOperator<String>> CHANGES = Map.ofEntries(
            Map.entry("java/lang/String.toUpperCase()", UPPER),
            Map.entry("java/lang/String.toUpperCase(Ljava/util/Locale;)", UPPER),
            Map.entry("java/lang/String.toLowerCase()", LOWER),
            Map.entry("java/lang/String.toLowerCase(Ljava/util/Locale;)", LOWER),
            Map.entry("java/lang/String.trim()", String::trim),
            Map.entry("java/lang/String.strip()", String::strip),
            Map.entry("java/lang/String.intern()", UnaryOperator.identity()),
            Map.entry("java/lang/String.toString()", UnaryOperator.identity()),
            Map.entry("java/lang/Object.toString()", UnaryOperator.identity()),
            Map.entry("java/lang/CharSequence.toString()", UnaryOperator.identity()),
            Map.entry("java/lang/Integer.toString()", UnaryOperator.identity()),
            Map.entry("java/lang/Integer.intValue()", UnaryOperator.identity()),
            Map.entry("java/lang/Number.intValue()", UnaryOperator.identity()),
            Map.entry("java/lang/Integer.parseInt(Ljava/lang/String;)", NUMBER),
            Map.entry("java/lang/Integer.valueOf(Ljava/lang/String;)", NUMBER),
            Map.entry("java/lang/String.valueOf(C)", CHARACTER),
            Map.entry("java/lang/Character.toString(C)", CHARACTER));

    /** Methods that give back their first argument. */
    private static final List<String> SAME = List.of(
            "java/util/Objects.requireNonNull(",
            "java/lang/String.valueOf(Ljava/lang/Object;)",
            "java/lang/String.valueOf(I)",
            "java/lang/Integer.valueOf(I)",
            "java/lang/Integer.toString(I)",
            "java/util/Objects.toString(Ljava/lang/Object;)");

    /** Methods that give back their second argument where the first is null. */
    private static final List<String> EITHER = List.of(
            "java/util/Objects.requireNonNullElse(Ljava/lang/Object;Ljava/lang/Object;)",
            "java/util/Objects.toString(Ljava/lang/Object;Ljava/lang/String;)");

    private static final List<String> RUNTIME = List.of("java/security/", "javax/crypto/", "javax/net/ssl/");

    private PlatformCalls() {}

    private static String signature(MethodInsnNode call) {
        return call.owner + "." + call.name + call.desc.substring(0, call.desc.indexOf(')') + 1);
    }

    /** How it changes the text that it is called on, or is given; null where it does not. */
    static UnaryOperator<String> change(MethodInsnNode call) {
        return CHANGES.get(signature(call));
    }

    static boolean givesBackItsArgument(MethodInsnNode call) {
        String signature = signature(call);
        return SAME.stream().anyMatch(signature::startsWith);
    }

    /** Whether it gives back one of its first two arguments. */
    static boolean isEither(MethodInsnNode call) {
        return EITHER.contains(signature(call));
    }

    static boolean appends(MethodInsnNode call) {
        return call.owner.equals(STRING) && call.name.equals("concat");
    }

    static boolean isPlatform(MethodInsnNode call) {
        return call.owner.startsWith("java/") || call.owner.startsWith("javax/") || call.owner.startsWith("[");
    }

    /** Whether more may be known of what the call gives back than its name tells. */
    static boolean leadsOn(MethodInsnNode call) {
        return !isPlatform(call)
                || TextCalls.isBuilder(call.owner)
                || change(call) != null
                || givesBackItsArgument(call)
                || isEither(call)
                || appends(call)
                || Settings.isRead(call)
                || ContainerCalls.read(call) != null
                || PlatformTexts.joins(call)
                || PlatformTexts.of(call) != null;
    }

    /** How the call is written that asks for the platform's default; empty for any other. */
    static String standard(MethodInsnNode call) {
        boolean asks = call.name.equals("getDefaultAlgorithm") || call.name.equals("getDefaultType");
        return asks && RUNTIME.stream().anyMatch(call.owner::startsWith)
                ? Names.simple(call.owner) + "." + call.name + "()"
                : "";
    }

    /** Why nothing is known of what the call gives back. */
    static String reason(MethodInsnNode call) {
        if (RUNTIME.stream().anyMatch(call.owner::startsWith)) {
            if (!standard(call).isEmpty()) {
                return Reasons.DEFAULT;
            }
            return call.name.startsWith("getDefault") ? Reasons.CALL : Reasons.RUNTIME;
        }
        if (call.owner.startsWith("java/util/") && !call.owner.startsWith("java/util/function/")) {
            return Reasons.COLLECTION;
        }
        return isPlatform(call) ? Reasons.CALL : Reasons.OUTSIDE;
    }
}
