package dev.shirube.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What a method does with the objects that its own instructions make: which methods it calls on them, and whether they
 * leave it, so that others may call more.
 */
final class ObjectUses {

    private final MethodFlow flow;
    private final Map<AbstractInsnNode, Set<String>> calls = new HashMap<>();
    private final Set<AbstractInsnNode> shared = new HashSet<>();
    private final Map<String, Integer> alike = new HashMap<>();

    ObjectUses(MethodCode method, MethodFlow flow) {
        this.flow = flow;
        for (AbstractInsnNode instruction : method.instructions) {
            look(instruction);
        }
    }

    /** Names of all methods that are called on any of the objects; nothing where others may call some, too. */
    Optional<Set<String>> of(AbstractValue value) {
        Set<String> names = new TreeSet<>();
        for (AbstractInsnNode maker : value.makers()) {
            if (shared.contains(maker) || !(maker instanceof MethodInsnNode call) || many(call)) {
                return Optional.empty();
            }
            names.addAll(calls.getOrDefault(maker, Set.of()));
        }
        return value.makers().isEmpty() || value.unknown() != null ? Optional.empty() : Optional.of(names);
    }

    /** With more makers of one type than a value holds, a value may have lost them. */
    private boolean many(MethodInsnNode maker) {
        return alike.getOrDefault(result(maker), 0) > AbstractValue.MAXIMUM;
    }

    private static String result(MethodInsnNode call) {
        return Type.getReturnType(call.desc).getDescriptor();
    }

    private void look(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            alike.merge(result(call), 1, Integer::sum);
            called(call);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            share(dynamic, Type.getArgumentTypes(dynamic.desc).length);
        } else {
            switch (instruction.getOpcode()) {
                case Opcodes.PUTFIELD, Opcodes.PUTSTATIC, Opcodes.AASTORE, Opcodes.ARETURN -> share(instruction, 1);
                default -> {
                    // whatever else is done with an object leaves it in the method
                }
            }
        }
    }

    private void called(MethodInsnNode call) {
        int count = Type.getArgumentTypes(call.desc).length;
        share(call, count);
        if (call.getOpcode() != Opcodes.INVOKESTATIC) {
            for (AbstractInsnNode maker : flow.operand(call, count).makers()) {
                calls.computeIfAbsent(maker, it -> new HashSet<>()).add(call.name);
            }
        }
    }

    /** The uppermost operands are given away. */
    private void share(AbstractInsnNode instruction, int operands) {
        for (int i = 0; i < operands; i++) {
            shared.addAll(flow.operand(instruction, i).makers());
        }
    }
}
