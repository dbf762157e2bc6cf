package dev.shirube.bytecode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of the platform of which we know what they give back, or at least why nobody can. */
final class PlatformCalls {

    private static final String STRING = "java/lang/String";

    /** Texts of texts. Case is that of the root locale, in which names of algorithms are written. */
    private static final Map<String, UnaryOperator<String>> CHANGES = Map.of(
            "toUpperCase", text -> text.toUpperCase(Locale.ROOT),
            "toLowerCase", text -> text.toLowerCase(Locale.ROOT),
            "trim", String::trim,
            "strip", String::strip,
            "intern", text -> text,
            "toString", text -> text);

    /** Methods that give back their first argument. */
    private static final List<String> SAME = List.of(
            "java/util/Objects.requireNonNull(",
            "java/lang/String.valueOf(Ljava/lang/Object;)",
            "java/lang/Integer.valueOf(I)",
            "java/util/Objects.toString(Ljava/lang/Object;)");

    /** Methods that read a setting by its key, and take what holds where it is not set. */
    private static final List<String> SETTINGS = List.of(
            "java/lang/System.getProperty",
            "java/lang/System.getenv",
            "java/util/Properties.getProperty",
            "java/security/Security.getProperty",
            "java/lang/Integer.getInteger");

    private static final List<String> RUNTIME = List.of("java/security/", "javax/crypto/", "javax/net/ssl/");

    private PlatformCalls() {}

    /** How it changes the text that it is called on; null where it does not. */
    static UnaryOperator<String> change(MethodInsnNode call) {
        boolean text = call.owner.equals(STRING) && Type.getArgumentTypes(call.desc).length == 0;
        boolean cased = call.owner.equals(STRING) && call.desc.equals("(Ljava/util/Locale;)Ljava/lang/String;");
        return text || cased ? CHANGES.get(call.name) : null;
    }

    static boolean givesBackItsArgument(MethodInsnNode call) {
        String name = call.owner + "." + call.name;
        return SAME.stream().anyMatch(it -> (name + call.desc).startsWith(it));
    }

    static boolean appends(MethodInsnNode call) {
        return call.owner.equals(STRING) && call.name.equals("concat");
    }

    static boolean readsSetting(MethodInsnNode call) {
        return SETTINGS.contains(call.owner + "." + call.name);
    }

    /** Whether more may be known of what the call gives back than its name tells. */
    static boolean leadsOn(MethodInsnNode call) {
        boolean platform = call.owner.startsWith("java/") || call.owner.startsWith("javax/");
        return !platform
                || TextCalls.isBuilder(call.owner)
                || change(call) != null
                || givesBackItsArgument(call)
                || appends(call)
                || readsSetting(call);
    }

    /** Why nothing is known of what the call gives back. */
    static String reason(MethodInsnNode call) {
        if (!call.name.startsWith("getDefault") && RUNTIME.stream().anyMatch(call.owner::startsWith)) {
            return "runtime-key";
        }
        if (call.owner.startsWith("java/util/") && !call.owner.startsWith("java/util/function/")) {
            return "collection";
        }
        return call.owner.startsWith("java/") || call.owner.startsWith("javax/") ? "call" : Exposure.OUTSIDE;
    }
}
