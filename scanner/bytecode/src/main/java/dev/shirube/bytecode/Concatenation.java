package dev.shirube.bytecode;

import dev.shirube.domain.Resolution;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Texts put together from parts: exact where every part is constant, else with a question mark for what is open. */
final class Concatenation {

    /** Names of algorithms are far shorter; without a bound a loop could double a text for ever. */
    static final int MAXIMUM_LENGTH = 256;

    private static final int MAXIMUM_EXPRESSION = 120;

    private Set<String> texts = Set.of("");
    private final StringBuilder expression = new StringBuilder();
    private boolean open;

    Concatenation add(String literal) {
        return add(AbstractValue.constant(literal, Resolution.LITERAL), Type.getObjectType("java/lang/String"));
    }

    /** Adds a value of that declared type. */
    Concatenation add(AbstractValue value, Type type) {
        Set<String> parts = parts(value, type);
        if (parts.isEmpty()) {
            open = true;
            append(hint(value));
        } else {
            append(parts.size() == 1 ? '"' + parts.iterator().next() + '"' : "?");
            combine(parts);
        }
        return this;
    }

    private static String hint(AbstractValue value) {
        String text = value.unknown() == null ? "" : value.unknown().text();
        return text.isEmpty() ? "?" : text;
    }

    private void append(String part) {
        if (expression.length() < MAXIMUM_EXPRESSION) {
            expression.append(expression.length() == 0 ? "" : " + ").append(part);
        }
    }

    private void combine(Set<String> parts) {
        Set<String> combined = new TreeSet<>();
        for (String text : texts) {
            for (String part : parts) {
                combined.add(text + part);
                if (combined.size() > AbstractValue.MAXIMUM || text.length() + part.length() > MAXIMUM_LENGTH) {
                    open = true;
                    return;
                }
            }
        }
        texts = combined;
    }

    /** The texts that the value stands for as a part; none where it is not constant. */
    private static Set<String> parts(AbstractValue value, Type type) {
        if (!value.isConstant()) {
            return Set.of();
        }
        return switch (type.getSort()) {
            case Type.INT, Type.SHORT, Type.BYTE, Type.OBJECT -> value.sortedConstants();
            case Type.CHAR -> characters(value);
            default -> Set.of();
        };
    }

    private static Set<String> characters(AbstractValue value) {
        Set<String> characters = new TreeSet<>();
        for (String code : value.constants()) {
            characters.add(Character.toString((char) Integer.parseInt(code)));
        }
        return characters;
    }

    /**
     * @param instruction the one that puts the parts together
     * @param builder whether the result is still under construction
     */
    AbstractValue result(AbstractInsnNode instruction, boolean builder) {
        if (!open) {
            return AbstractValue.constants(texts, Resolution.LOCAL, builder);
        }
        String text = expression.length() <= MAXIMUM_EXPRESSION
                ? expression.toString()
                : expression.substring(0, MAXIMUM_EXPRESSION) + "…";
        return AbstractValue.unknown(1, text, Reasons.ENDLESS, new AbstractValue.Origin.Instruction(instruction));
    }
}
