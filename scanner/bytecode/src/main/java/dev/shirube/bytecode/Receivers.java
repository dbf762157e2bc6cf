package dev.shirube.bytecode;

import dev.shirube.bytecode.UnitClasses.Entry;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Of which classes the object can be that a member is used on: what one sibling does to itself says nothing of another. */
final class Receivers {

    private final UnitClasses classes;

    Receivers(UnitClasses classes) {
        this.classes = classes;
    }

    /** The class that the object is known to be of, or below: more exact than declared where it is {@code this}. */
    String type(Scope scope, AbstractValue object, String declared) {
        boolean narrower = object.isThis() && classes.below(declared).contains(scope.self());
        return narrower ? scope.self() : declared;
    }

    /** Whether the object can be of that class or below it. */
    boolean canBe(Scope scope, AbstractValue object, String declared, String type) {
        String made = made(object);
        if (!made.isEmpty()) {
            Set<String> below = classes.below(type);
            return below.contains(made) || UnitClasses.cutOff(below) || isInterface(type);
        }
        return related(object.isThis() ? scope.owner().name() : declared, type);
    }

    /** The very class of an object that one instruction makes; empty where that is not seen. */
    private static String made(AbstractValue object) {
        boolean opaque = object.unknown() != null && object.unknown().opaque();
        Set<AbstractInsnNode> makers = object.makers().isEmpty() ? object.origins() : object.makers();
        int count = object.makers().size()
                + (object.unknown() == null ? 0 : object.unknown().origins().size());
        return count == 1
                        && !opaque
                        && object.constants().isEmpty()
                        && makers.stream().findFirst().orElse(null) instanceof TypeInsnNode made
                        && made.getOpcode() == Opcodes.NEW
                ? made.desc
                : "";
    }

    /** Whether an object can be of both classes, or below both. */
    private boolean related(String one, String two) {
        Set<String> above = classes.above(two);
        Set<String> below = classes.below(two);
        return above.contains(one)
                || below.contains(one)
                || UnitClasses.cutOff(above)
                || UnitClasses.cutOff(below)
                || isInterface(one)
                || isInterface(two);
    }

    private boolean isInterface(String type) {
        List<Entry> entries = classes.named(type);
        return entries.isEmpty() || entries.stream().anyMatch(it -> (it.access() & Opcodes.ACC_INTERFACE) != 0);
    }

    /** The scope of code that works on an object of that class, which is its own {@code this} or another. */
    Scope scope(Scope scope, AbstractValue object, String type) {
        boolean narrower =
                object.isThis() && classes.below(scope.owner().name()).contains(type);
        return narrower ? new Scope(scope.owner(), scope.method(), scope.flow(), type) : scope;
    }
}
