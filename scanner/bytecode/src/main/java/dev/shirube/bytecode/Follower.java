package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.Summaries.Spent;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.ScanUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Follows values out of their method: to the writers of a field, the callers of a method, and what a method returns.
 *
 * <p>What it says is complete or says why it is not. One thread at a time uses it; what it remembers changes no answer.
 */
final class Follower {

    /** Fields, callers and returns on the way from a site to a constant. */
    private static final int MAXIMUM_HOPS = 3;

    private final Summaries summaries = new Summaries();
    private final FieldWriters fields;
    private final MethodCalls methods;
    private final Set<Open> open = new HashSet<>();

    /** An instruction whose result is being followed, with as many hops left. */
    private record Open(AbstractInsnNode instruction, int hops) {}

    Follower(ScanUnit unit, MemberIndex index) {
        UnitClasses classes = unit.index(UnitClasses.INDEX);
        ClassStore store = new ClassStore(unit, index);
        Exposure exposure = new Exposure(classes, store);
        this.fields = new FieldWriters(classes, store, exposure, summaries, this);
        this.methods = new MethodCalls(classes, store, exposure, summaries, this);
    }

    /** Whether looking beyond the method can tell more of the value. */
    static boolean promising(AbstractValue value) {
        return value.unknown() != null && value.unknown().origins().stream().anyMatch(Follower::promising);
    }

    private static boolean promising(Origin origin) {
        if (origin instanceof Origin.Instruction it && it.instruction() instanceof MethodInsnNode call) {
            return PlatformCalls.leadsOn(call);
        }
        return true;
    }

    /** All that the value of one site can be. */
    synchronized Outcome follow(Scope scope, AbstractValue value) {
        summaries.begin();
        open.clear();
        try {
            return value(scope, value, MAXIMUM_HOPS);
        } catch (Spent e) {
            return Outcome.open(Outcome.BUDGET);
        }
    }

    /**
     * @param hops how many more fields, callers and returns may be followed
     */
    Outcome value(Scope scope, AbstractValue value, int hops) {
        summaries.spend(1);
        Outcome outcome = Outcome.NOTHING;
        if (!value.constants().isEmpty()) {
            boolean known = value.resolution() != Resolution.UNRESOLVED;
            outcome = Outcome.of(value.constants(), known ? value.resolution() : Resolution.LOCAL);
        }
        if (!value.makers().isEmpty()) {
            outcome = outcome.opened("object");
        }
        if (value.unknown() == null) {
            return outcome;
        }
        if (value.unknown().opaque()) {
            outcome = outcome.opened(value.unknown().reason());
        }
        for (Origin origin : ordered(scope, value.unknown().origins())) {
            outcome = outcome.join(origin(scope, origin, hops));
        }
        return outcome.open().equals(Outcome.ENDLESS) ? Outcome.open(Outcome.ENDLESS) : outcome;
    }

    private static List<Origin> ordered(Scope scope, Set<Origin> origins) {
        return origins.stream()
                .sorted(Comparator.comparingInt(it -> it instanceof Origin.Instruction made
                        ? scope.method().maxLocals + scope.flow().position(made.instruction())
                        : ((Origin.Parameter) it).local()))
                .toList();
    }

    private Outcome origin(Scope scope, Origin origin, int hops) {
        if (origin instanceof Origin.Parameter parameter) {
            return methods.argument(scope, scope.parameter(parameter.local()), hops);
        }
        AbstractInsnNode instruction = ((Origin.Instruction) origin).instruction();
        Open entered = new Open(instruction, hops);
        if (!open.add(entered)) {
            return Outcome.open(Outcome.ENDLESS); // a value that is made from itself, as in a loop
        }
        try {
            return made(scope, instruction, hops);
        } finally {
            open.remove(entered);
        }
    }

    private Outcome made(Scope scope, AbstractInsnNode instruction, int hops) {
        if (instruction instanceof FieldInsnNode field) {
            return fields.read(field, hops);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            int count = Type.getArgumentTypes(dynamic.desc).length;
            return TextCalls.concatenates(dynamic)
                    ? joined(scope, TextCalls.parts(dynamic, operands(scope, dynamic, count)), hops)
                    : Outcome.open("lambda");
        }
        MethodInsnNode call = (MethodInsnNode) instruction;
        if (TextCalls.isBuilder(call.owner)) {
            int count = Type.getArgumentTypes(call.desc).length + 1;
            return joined(scope, scope.flow().interpreter().texts().parts(call, operands(scope, call, count)), hops);
        }
        return methods.result(scope, call, hops);
    }

    private static List<AbstractValue> operands(Scope scope, AbstractInsnNode instruction, int count) {
        List<AbstractValue> operands = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            operands.add(scope.flow().operand(instruction, i));
        }
        return operands;
    }

    private Outcome joined(Scope scope, List<TextCalls.Part> parts, int hops) {
        if (parts.isEmpty()) {
            return Outcome.open(Outcome.ENDLESS);
        }
        Outcome text = Outcome.of(Set.of(""), Resolution.LOCAL);
        for (TextCalls.Part part : parts) {
            text = text.append(part(scope, part, hops));
        }
        return text;
    }

    private Outcome part(Scope scope, TextCalls.Part part, int hops) {
        Outcome value = value(scope, part.value(), hops);
        return switch (part.type().getSort()) {
            case Type.INT, Type.SHORT, Type.BYTE, Type.OBJECT -> value;
            case Type.CHAR -> value.map(code -> Character.toString((char) Integer.parseInt(code)));
            default -> Outcome.open(Outcome.ENDLESS);
        };
    }
}
