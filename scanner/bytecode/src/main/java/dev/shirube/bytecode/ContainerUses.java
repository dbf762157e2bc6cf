package dev.shirube.bytecode;

import dev.shirube.bytecode.ContainerCalls.Called;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What is put into a container after it was made, wherever its method or the field that keeps it is used.
 *
 * <p>A container that leaves those places (as the result of a method, an argument of code that may keep or change it, an
 * element of another container) may be given anything there: then its contents are open.
 */
final class ContainerUses {

    /** A view of a view of a container is followed no further. */
    private static final int MAXIMUM_DEPTH = 4;

    /** Instructions that count as one step. */
    private static final int STEP = 128;

    private final Follower follower;
    private final Summaries summaries;
    private final FieldReaders readers;

    ContainerUses(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, Follower follower) {
        this.follower = follower;
        this.summaries = summaries;
        this.readers = new FieldReaders(classes, store, exposure, summaries, this);
    }

    /**
     * The container that is looked for in a method.
     *
     * @param maker the instruction that makes it, reads it from a field, or gives a view of it
     * @param entries whether it is the entries of a map
     */
    private record Tracked(
            Scope scope, AbstractInsnNode maker, boolean array, boolean entries, Aspect aspect, int hops) {
        Tracked by(AbstractInsnNode view, boolean ofEntries) {
            return new Tracked(scope, view, false, ofEntries, aspect, hops);
        }

        Outcome leak() {
            return Outcome.open(array ? Reasons.ARRAY : Reasons.COLLECTION);
        }

        AbstractValue operand(AbstractInsnNode instruction, int fromTop) {
            return scope.flow().operand(instruction, fromTop);
        }

        boolean is(AbstractInsnNode instruction, int fromTop) {
            return operand(instruction, fromTop).comesFrom(maker);
        }
    }

    /** What is put into the container that the instruction makes or reads, anywhere but where it is made. */
    Outcome of(Scope scope, AbstractInsnNode maker, boolean array, Aspect aspect, int hops) {
        return of(new Tracked(scope, maker, array, false, aspect, hops), 0);
    }

    private Outcome of(Tracked tracked, int depth) {
        MethodFlow flow = tracked.scope().flow();
        if (!flow.followed() || depth > MAXIMUM_DEPTH) {
            return tracked.leak();
        }
        summaries.spend(1 + tracked.scope().method().instructions.size() / STEP);
        Outcome put = Outcome.NOTHING;
        for (AbstractInsnNode instruction : tracked.scope().method().instructions) {
            if (summaries.spent()) {
                return put.opened(Reasons.BUDGET);
            }
            if (instruction.getOpcode() >= 0 && flow.reached(instruction)) {
                put = put.together(use(tracked, instruction, depth));
            }
        }
        return put;
    }

    private Outcome use(Tracked tracked, AbstractInsnNode instruction, int depth) {
        if (instruction instanceof MethodInsnNode call) {
            return call(tracked, call, depth);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return captured(tracked, dynamic);
        }
        return switch (instruction.getOpcode()) {
            case Opcodes.PUTFIELD, Opcodes.PUTSTATIC ->
                tracked.is(instruction, 0) ? kept(tracked, (FieldInsnNode) instruction) : Outcome.NOTHING;
            case Opcodes.AASTORE -> stored(tracked, instruction);
            case Opcodes.ARETURN -> tracked.is(instruction, 0) ? tracked.leak() : Outcome.NOTHING;
            default -> Outcome.NOTHING;
        };
    }

    private Outcome kept(Tracked tracked, FieldInsnNode field) {
        return tracked.entries()
                ? tracked.leak()
                : readers.uses(field, tracked.array(), tracked.aspect(), tracked.hops());
    }

    private Outcome stored(Tracked tracked, AbstractInsnNode store) {
        if (tracked.is(store, 0)) {
            return tracked.leak();
        }
        if (!tracked.is(store, 2)) {
            return Outcome.NOTHING;
        }
        return element(tracked, tracked.operand(store, 0));
    }

    private Outcome element(Tracked tracked, AbstractValue value) {
        Aspect of = tracked.aspect().equals(Aspect.ELEMENT) ? Aspect.ITSELF : tracked.aspect();
        return follower.value(tracked.scope(), value, of, tracked.hops());
    }

    private static Outcome captured(Tracked tracked, InvokeDynamicInsnNode dynamic) {
        int count = Type.getArgumentTypes(dynamic.desc).length;
        for (int i = 0; i < count; i++) {
            if (tracked.is(dynamic, i) && !TextCalls.concatenates(dynamic)) {
                return tracked.leak();
            }
        }
        return Outcome.NOTHING;
    }

    private Outcome call(Tracked tracked, MethodInsnNode call, int depth) {
        int count = Type.getArgumentTypes(call.desc).length;
        Outcome put = Outcome.NOTHING;
        if (call != tracked.maker()) {
            for (int i = 0; i < count; i++) {
                if (tracked.is(call, count - 1 - i)) {
                    put = put.together(given(tracked, call, i, depth));
                }
            }
        }
        boolean receives = call.getOpcode() != Opcodes.INVOKESTATIC && tracked.is(call, count);
        return receives ? put.together(called(tracked, call, count, depth)) : put;
    }

    private Outcome given(Tracked tracked, MethodInsnNode call, int position, int depth) {
        if (tracked.entries()) {
            return tracked.leak();
        }
        return switch (ContainerCalls.given(call, position, tracked.array())) {
            case READ -> Outcome.NOTHING;
            case ALIAS -> of(tracked.by(call, false), depth + 1);
            case FILLED -> follower.value(tracked.scope(), tracked.operand(call, 0), tracked.aspect(), tracked.hops());
            case LEAK -> tracked.leak();
        };
    }

    private Outcome called(Tracked tracked, MethodInsnNode call, int count, int depth) {
        Called use = tracked.entries() ? ContainerCalls.calledOnEntries(call) : ContainerCalls.called(call);
        return switch (use) {
            case READ -> Outcome.NOTHING;
            case ADDED -> count == 0 ? Outcome.NOTHING : element(tracked, tracked.operand(call, 0));
            case PUT -> put(tracked, call);
            case FILLED -> follower.value(tracked.scope(), tracked.operand(call, 0), tracked.aspect(), tracked.hops());
            case ALIAS -> of(tracked.by(call, false), depth + 1);
            case ENTRIES -> of(tracked.by(call, true), depth + 1);
            case LEAK -> tracked.leak();
        };
    }

    private Outcome put(Tracked tracked, MethodInsnNode call) {
        if (tracked.aspect().equals(Aspect.ELEMENT)) {
            return tracked.leak();
        }
        int fromTop = tracked.aspect().equals(Aspect.KEY) ? 1 : 0;
        return follower.value(tracked.scope(), tracked.operand(call, fromTop), Aspect.ITSELF, tracked.hops());
    }
}
