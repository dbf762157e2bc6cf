package dev.shirube.bytecode;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which instructions take a value to where it is not seen any more. */
final class Operands {
    private Operands() {}

    /** How many values that instruction hands on: to a call, a field, an array, or the caller. */
    static int count(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            int receiver = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
            return Type.getArgumentTypes(call.desc).length + receiver;
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return Type.getArgumentTypes(dynamic.desc).length;
        }
        return switch (instruction.getOpcode()) {
            case Opcodes.PUTFIELD, Opcodes.PUTSTATIC, Opcodes.AASTORE, Opcodes.ARETURN -> 1;
            default -> 0;
        };
    }

    /** Whether the instruction hands on what the other one makes. */
    static boolean take(MethodFlow flow, AbstractInsnNode instruction, AbstractInsnNode maker) {
        for (int i = 0; i < count(instruction); i++) {
            if (flow.operand(instruction, i).comesFrom(maker)) {
                return true;
            }
        }
        return false;
    }
}
