package dev.shirube.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            AbstractValue beginning = empty ? new Concatenation().add("").result(true) : values.get(1);
            values.get(0).makers().forEach(maker -> beginnings.merge(maker, beginning, AbstractValue::join));
        }
    }

    /** The value of a call on a builder, if it is one that we follow. */
    Optional<AbstractValue> call(MethodInsnNode call, List<? extends AbstractValue> values) {
        if (call.getOpcode() != Opcodes.INVOKEVIRTUAL || !isBuilder(call.owner)) {
            return Optional.empty();
        }
        AbstractValue text = text(values.get(0));
        if (call.name.equals("append") && values.size() == 2) {
            Type type = Type.getArgumentTypes(call.desc)[0];
            return Optional.of(new Concatenation()
                    .add(text, STRING)
                    .add(values.get(1), type)
                    .result(true));
        }
        return call.name.equals("toString") && values.size() == 1
                ? Optional.of(new Concatenation().add(text, STRING).result(false))
                : Optional.empty();
    }

    private AbstractValue text(AbstractValue builder) {
        if (builder.makers().size() == 1 && builder.constants().isEmpty() && builder.unknown() == null) {
            return beginnings.getOrDefault(builder.makers().iterator().next(), AbstractValue.other(1));
        }
        return builder;
    }

    /** The value of an {@code invokedynamic}, if it is a concatenation. */
    Optional<AbstractValue> dynamic(InvokeDynamicInsnNode dynamic, List<? extends AbstractValue> values) {
        if (!dynamic.bsm.getOwner().equals(FACTORY)) {
            return Optional.empty();
        }
        Type[] types = Type.getArgumentTypes(dynamic.desc);
        Concatenation text = new Concatenation();
        if (dynamic.bsmArgs.length == 0 || !(dynamic.bsmArgs[0] instanceof String recipe)) {
            for (int i = 0; i < types.length; i++) {
                text.add(values.get(i), types[i]);
            }
            return Optional.of(text.result(false));
        }
        follow(recipe, dynamic, types, values, text);
        return Optional.of(text.result(false));
    }

    private static void follow(
            String recipe,
            InvokeDynamicInsnNode dynamic,
            Type[] types,
            List<? extends AbstractValue> values,
            Concatenation text) {
        int argument = 0;
        int constant = 1;
        StringBuilder literal = new StringBuilder();
        for (char letter : recipe.toCharArray()) {
            if (letter == ARGUMENT && argument < types.length) {
                flush(literal, text);
                text.add(values.get(argument), types[argument]);
                argument++;
            } else if (letter == CONSTANT && constant < dynamic.bsmArgs.length) {
                literal.append(dynamic.bsmArgs[constant]);
                constant++;
            } else {
                literal.append(letter);
            }
        }
        flush(literal, text);
    }

    private static void flush(StringBuilder literal, Concatenation text) {
        if (literal.length() > 0) {
            text.add(literal.toString());
            literal.setLength(0);
        }
    }
}
