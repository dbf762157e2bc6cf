package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The calls by which compilers put texts together: builders (before Java 9) and {@code StringConcatFactory} (after). */
final class TextCalls {

    private static final String BUILDER = "java/lang/StringBuilder";
    private static final String BUFFER = "java/lang/StringBuffer";
    private static final String FACTORY = "java/lang/invoke/StringConcatFactory";

    /** In the recipe of {@code makeConcatWithConstants}: an argument, and a constant of the bootstrap arguments. */
    private static final char ARGUMENT = '\u0001';

    private static final char CONSTANT = '\u0002';

    private static final Type STRING = Type.getObjectType("java/lang/String");

    /** Text that a builder starts with, by the instruction that makes it. */
    private final Map<AbstractInsnNode, AbstractValue> beginnings = new HashMap<>();

    static boolean isBuilder(String type) {
        return type.equals(BUILDER) || type.equals(BUFFER);
    }

    /** Notes what a builder begins with. */
    void constructed(MethodInsnNode call, List<? extends AbstractValue> values) {
        if (isBuilder(call.owner)) {
            Type[] types = Type.getArgumentTypes(call.desc);
            boolean empty = types.length == 0 || types[0] == Type.INT_TYPE;
            AbstractValue beginning =
                    empty ? AbstractValue.constants(Set.of(""), Resolution.LOCAL, true) : values.get(1);
            values.get(0).makers().forEach(maker -> beginnings.merge(maker, beginning, AbstractValue::join));
        }
    }

    /** The value of a call on a builder, if it is one that we follow. */
    Optional<AbstractValue> call(MethodInsnNode call, List<? extends AbstractValue> values) {
        List<Part> parts = parts(call, values);
        return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts).result(call, call.name.equals("append")));
    }

    private AbstractValue text(AbstractValue builder) {
        if (builder.makers().size() == 1 && builder.constants().isEmpty() && builder.unknown() == null) {
            return beginnings.getOrDefault(builder.makers().iterator().next(), AbstractValue.other(1));
        }
        return builder;
    }

    /** The value of an {@code invokedynamic}, if it is a concatenation. */
    Optional<AbstractValue> dynamic(InvokeDynamicInsnNode dynamic, List<? extends AbstractValue> values) {
        return concatenates(dynamic)
                ? Optional.of(joined(parts(dynamic, values)).result(dynamic, false))
                : Optional.empty();
    }

    static boolean concatenates(InvokeDynamicInsnNode dynamic) {
        return dynamic.bsm.getOwner().equals(FACTORY);
    }

    private static Concatenation joined(List<Part> parts) {
        Concatenation text = new Concatenation();
        parts.forEach(part -> text.add(part.value(), part.type()));
        return text;
    }

    /** What a concatenation puts together, in order. */
    static List<Part> parts(InvokeDynamicInsnNode dynamic, List<? extends AbstractValue> values) {
        Type[] types = Type.getArgumentTypes(dynamic.desc);
        List<Part> parts = new ArrayList<>();
        if (dynamic.bsmArgs.length == 0 || !(dynamic.bsmArgs[0] instanceof String recipe)) {
            for (int i = 0; i < types.length; i++) {
                parts.add(new Part(values.get(i), types[i]));
            }
        } else {
            follow(recipe, dynamic, types, values, parts);
        }
        return parts;
    }

    private static void follow(
            String recipe,
            InvokeDynamicInsnNode dynamic,
            Type[] types,
            List<? extends AbstractValue> values,
            List<Part> parts) {
        int argument = 0;
        int constant = 1;
        StringBuilder literal = new StringBuilder();
        for (char letter : recipe.toCharArray()) {
            if (letter == ARGUMENT && argument < types.length) {
                flush(literal, parts);
                parts.add(new Part(values.get(argument), types[argument]));
                argument++;
            } else if (letter == CONSTANT && constant < dynamic.bsmArgs.length) {
                literal.append(dynamic.bsmArgs[constant]);
                constant++;
            } else {
                literal.append(letter);
            }
        }
        flush(literal, parts);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (literal.length() > 0) {
            parts.add(new Part(AbstractValue.constant(literal.toString(), Resolution.LITERAL), STRING));
            literal.setLength(0);
        }
    }

    /** What a call on a builder puts together, in order; nothing if it is none that we follow. */
    List<Part> parts(MethodInsnNode call, List<? extends AbstractValue> values) {
        boolean append = call.name.equals("append") && values.size() == 2;
        boolean text = call.name.equals("toString") && values.size() == 1;
        if (call.getOpcode() != Opcodes.INVOKEVIRTUAL || !isBuilder(call.owner) || !append && !text) {
            return List.of();
        }
        Part beginning = new Part(text(values.get(0)), STRING);
        return append
                ? List.of(beginning, new Part(values.get(1), Type.getArgumentTypes(call.desc)[0]))
                : List.of(beginning);
    }

    /** A part of a text, as a value of that declared type. */
    record Part(AbstractValue value, Type type) {}
}
