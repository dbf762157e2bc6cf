package dev.shirube.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What lambda expressions and method references are given, as far as it is seen where they are made. */
final class Lambdas {

    private static final Set<String> EACH = Set.of(
            "forEach",
            "forEachOrdered",
            "anyMatch",
            "allMatch",
            "noneMatch",
            "filter",
            "map",
            "mapToObj",
            "flatMap",
            "peek",
            "removeIf",
            "ifPresent",
            "takeWhile",
            "dropWhile");

    private final Follower follower;

    Lambdas(Follower follower) {
        this.follower = follower;
    }

    /**
     * What the instruction's handle of the method is given for the parameter at that position: a captured value, or an
     * element of what it is applied to.
     */
    Outcome given(Scope scope, InvokeDynamicInsnNode dynamic, Handle handle, int position, Aspect aspect, int hops) {
        boolean receiver = handle.getTag() != Opcodes.H_INVOKESTATIC && handle.getTag() != Opcodes.H_NEWINVOKESPECIAL;
        int place = receiver ? position + 1 : position;
        int captured = Type.getArgumentTypes(dynamic.desc).length;
        if (place < captured) {
            return follower.value(scope, scope.flow().operand(dynamic, captured - 1 - place), aspect, hops);
        }
        return applied(scope, dynamic, place - captured, aspect, hops)
                .orElseGet(() ->
                        Outcome.open(handle.getName().startsWith("lambda$") ? Reasons.LAMBDA : Reasons.REFERENCE));
    }

    /** What the only call that takes the function applies it to; nothing where there is another, or an unknown one. */
    private Optional<Outcome> applied(
            Scope scope, InvokeDynamicInsnNode dynamic, int argument, Aspect aspect, int hops) {
        MethodInsnNode only = null;
        for (AbstractInsnNode instruction : scope.method().instructions) {
            if (instruction.getOpcode() >= 0
                    && scope.flow().reached(instruction)
                    && Operands.take(scope.flow(), instruction, dynamic)) {
                boolean one = only == null && instruction instanceof MethodInsnNode;
                if (!one) {
                    return Optional.empty();
                }
                only = (MethodInsnNode) instruction;
            }
        }
        if (only == null || !aspect.itself() || !only.owner.startsWith("java/util/") && !isIterable(only)) {
            return Optional.empty();
        }
        return of(scope, only, argument, hops);
    }

    private static boolean isIterable(MethodInsnNode call) {
        return call.owner.equals("java/lang/Iterable");
    }

    private Optional<Outcome> of(Scope scope, MethodInsnNode call, int argument, int hops) {
        List<Aspect> pair = List.of(Aspect.KEY, Aspect.VALUE);
        boolean map = call.owner.endsWith("Map") && call.name.equals("forEach");
        boolean each = !map && argument == 0 && EACH.contains(call.name);
        int count = Type.getArgumentTypes(call.desc).length;
        if (count != 1 || call.getOpcode() == Opcodes.INVOKESTATIC || !each && !(map && argument < pair.size())) {
            return Optional.empty();
        }
        Aspect of = map ? pair.get(argument) : Aspect.ELEMENT;
        return Optional.of(follower.value(scope, scope.flow().operand(call, 1), of, hops));
    }
}
