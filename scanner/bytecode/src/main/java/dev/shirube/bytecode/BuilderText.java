package dev.shirube.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * The text of a builder that is kept in a variable: what is appended to it, where every way from its making to the end
 * comes past all of those places once, and nothing else is done with it.
 */
final class BuilderText {

    /** Farther from its making a builder is not followed, nor over more calls. */
    private static final int MAXIMUM_INSTRUCTIONS = 2000;

    private static final int MAXIMUM_DEPTH = 200;

    private static final Type STRING = Type.getObjectType("java/lang/String");

    private final Scope scope;
    private final InsnList code;

    BuilderText(Scope scope) {
        this.scope = scope;
        this.code = scope.method().instructions;
    }

    /** What the builder holds at that call of its {@code toString}, in order; nothing where that is not certain. */
    List<TextCalls.Part> parts(MethodInsnNode end) {
        AbstractInsnNode maker = end.name.equals("toString") ? maker(end, 0) : null;
        if (maker == null) {
            return List.of();
        }
        int from = code.indexOf(maker);
        int to = code.indexOf(end);
        if (to - from > MAXIMUM_INSTRUCTIONS) {
            return List.of();
        }
        List<TextCalls.Part> parts = new ArrayList<>();
        for (int at = from + 1; at < to; at++) {
            AbstractInsnNode instruction = code.get(at);
            if (instruction instanceof MethodInsnNode call && isOf(call, maker)) {
                if (skipped(from, at, to) || !adds(call, parts)) {
                    return List.of();
                }
            } else if (touches(instruction, maker)) {
                return List.of();
            }
        }
        return from < to && !repeated(from, to) ? parts : List.of();
    }

    /** The instruction that makes the builder that the call is on; null where it is not one only. */
    private AbstractInsnNode maker(MethodInsnNode call, int depth) {
        if (depth > MAXIMUM_DEPTH || !scope.flow().reached(call)) {
            return null;
        }
        AbstractValue builder = scope.flow().operand(call, Type.getArgumentTypes(call.desc).length);
        List<AbstractInsnNode> origins = new ArrayList<>(builder.makers());
        origins.addAll(builder.origins());
        if (origins.size() != 1 || !builder.constants().isEmpty()) {
            return null;
        }
        AbstractInsnNode origin = origins.get(0);
        if (origin instanceof MethodInsnNode before && TextCalls.isBuilder(before.owner)) {
            return before.name.equals("append") ? maker(before, depth + 1) : null;
        }
        return origin instanceof TypeInsnNode made && TextCalls.isBuilder(made.desc) ? origin : null;
    }

    private boolean isOf(MethodInsnNode call, AbstractInsnNode maker) {
        return TextCalls.isBuilder(call.owner)
                && call.getOpcode() != Opcodes.INVOKESTATIC
                && (maker(call, 0) == maker || scope.flow().reached(call) && mayBe(call, maker));
    }

    private boolean mayBe(MethodInsnNode call, AbstractInsnNode maker) {
        return scope.flow()
                .operand(call, Type.getArgumentTypes(call.desc).length)
                .comesFrom(maker);
    }

    /** Whether the builder goes where more may be done with it. */
    private boolean touches(AbstractInsnNode instruction, AbstractInsnNode maker) {
        return instruction.getOpcode() >= 0
                && scope.flow().reached(instruction)
                && Operands.take(scope.flow(), instruction, maker);
    }

    private boolean adds(MethodInsnNode call, List<TextCalls.Part> parts) {
        Type[] types = Type.getArgumentTypes(call.desc);
        if (call.name.equals("<init>")) {
            boolean text = types.length == 1 && types[0].equals(STRING);
            if (text) {
                parts.add(new TextCalls.Part(scope.flow().operand(call, 0), STRING));
            } else if (types.length == 0 || types[0].equals(Type.INT_TYPE)) {
                parts.add(
                        new TextCalls.Part(AbstractValue.constant("", dev.shirube.domain.Resolution.LITERAL), STRING));
            }
            return text || types.length == 0 || types[0].equals(Type.INT_TYPE);
        }
        if (call.name.equals("append") && types.length == 1) {
            parts.add(new TextCalls.Part(scope.flow().operand(call, 0), types[0]));
            return true;
        }
        return call.name.equals("length") || call.name.equals("toString");
    }

    /** Whether a jump leads past that place. */
    private boolean skipped(int from, int at, int to) {
        for (int i = from; i < at; i++) {
            for (int target : targets(code.get(i))) {
                if (target > at && target <= to) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a jump leads back into the way, or an exception's handler lies on it. */
    private boolean repeated(int from, int to) {
        for (int i = from; i < code.size(); i++) {
            for (int target : targets(code.get(i))) {
                boolean back = target <= i && target > from && target <= to;
                if (back) {
                    return true;
                }
            }
        }
        for (int i = 0; i < from; i++) {
            for (int target : targets(code.get(i))) {
                if (target > from && target <= to) {
                    return true;
                }
            }
        }
        for (TryCatchBlockNode block : scope.method().tryCatchBlocks) {
            int handler = code.indexOf(block.handler);
            if (handler > from && handler <= to) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> targets(AbstractInsnNode instruction) {
        List<LabelNode> labels = new ArrayList<>();
        if (instruction instanceof JumpInsnNode jump) {
            labels.add(jump.label);
        } else if (instruction instanceof TableSwitchInsnNode table) {
            labels.addAll(table.labels);
            labels.add(table.dflt);
        } else if (instruction instanceof LookupSwitchInsnNode lookup) {
            labels.addAll(lookup.labels);
            labels.add(lookup.dflt);
        }
        return labels.stream().map(code::indexOf).toList();
    }
}
