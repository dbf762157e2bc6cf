package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.ScanUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Follows values out of their method: to the writers of a field, the callers of a method, and what a method returns.
 *
 * <p>What it says is complete or says why it is not. One thread at a time uses it; what it remembers changes no answer.
 */
final class Follower {

    /** Fields, callers and returns on the way from a site to a constant. */
    private static final int MAXIMUM_HOPS = 6;

    private final Summaries summaries = new Summaries();
    private final FieldWriters fields;
    private final MethodCalls methods;
    private final Containers containers;
    private final ObjectFields objects;
    private final Set<Open> open = new HashSet<>();

    /** An instruction whose result is being followed, with as many hops left. */
    private record Open(AbstractInsnNode instruction, Aspect aspect, int hops) {}

    Follower(ScanUnit unit, UnitClasses classes, MemberIndex index) {
        ClassStore store = new ClassStore(unit, index);
        Exposure exposure = new Exposure(classes, store);
        Settings settings = new Settings(this, () -> unit.index(UnitSettings.INDEX));
        this.fields = new FieldWriters(classes, store, exposure, summaries, this, settings);
        this.containers = new Containers(this, new ContainerUses(classes, store, exposure, summaries, this));
        this.objects = new ObjectFields(classes, store, this);
        PlatformResults platform = new PlatformResults(this, containers, settings);
        MethodReturns returns = new MethodReturns(classes, store, exposure, summaries, this);
        this.methods = new MethodCalls(classes, store, exposure, summaries, this, returns, objects, platform, settings);
    }

    /** Whether looking beyond the method can tell more of the value. */
    static boolean promising(AbstractValue value) {
        return value.unknown() != null && value.unknown().origins().stream().anyMatch(Follower::promising);
    }

    private static boolean promising(Origin origin) {
        if (!(origin instanceof Origin.Instruction it)) {
            return true;
        }
        if (it.instruction() instanceof MethodInsnNode call) {
            return PlatformCalls.leadsOn(call);
        }
        return it.instruction() instanceof InvokeDynamicInsnNode dynamic
                ? TextCalls.concatenates(dynamic)
                : !(it.instruction() instanceof TypeInsnNode);
    }

    /** Whether looking for what the value holds can tell anything. */
    static boolean holds(AbstractValue value) {
        return value.unknown() != null && value.unknown().origins().stream().anyMatch(Follower::holds);
    }

    private static boolean holds(Origin origin) {
        if (origin instanceof Origin.Instruction it && it.instruction() instanceof TypeInsnNode made) {
            return ContainerCalls.isContainer(made.desc);
        }
        return !(origin instanceof Origin.Instruction it
                && it.instruction() instanceof MethodInsnNode call
                && PlatformCalls.isPlatform(call)
                && !ContainerCalls.isTold(call));
    }

    /** All that the value of one site can be, or can hold. */
    synchronized Outcome follow(Scope scope, AbstractValue value, Aspect aspect) {
        summaries.begin();
        open.clear();
        return value(scope, value, aspect, MAXIMUM_HOPS);
    }

    /**
     * @param aspect what of the value is asked for
     * @param hops how many more fields, callers and returns may be followed
     */
    Outcome value(Scope scope, AbstractValue value, Aspect aspect, int hops) {
        summaries.spend(1);
        if (summaries.spent()) {
            return Outcome.open(Reasons.BUDGET);
        }
        boolean within = summaries.enter();
        Outcome outcome = within ? gathered(scope, value, aspect, hops) : Outcome.open(Reasons.BUDGET);
        summaries.leave();
        return outcome;
    }

    private Outcome gathered(Scope scope, AbstractValue value, Aspect aspect, int hops) {
        Outcome outcome = known(scope, value, aspect, hops);
        if (value.unknown() == null) {
            return outcome;
        }
        if (value.unknown().opaque()) {
            outcome = outcome.opened(value.unknown().reason());
        }
        for (Origin origin : ordered(scope, value.unknown().origins())) {
            outcome = outcome.join(origin(scope, origin, aspect, hops));
        }
        return aspect.itself() && outcome.open().equals(Reasons.ENDLESS) ? Outcome.open(Reasons.ENDLESS) : outcome;
    }

    private Outcome known(Scope scope, AbstractValue value, Aspect aspect, int hops) {
        Outcome outcome = Outcome.NOTHING;
        if (!value.constants().isEmpty()) {
            boolean known = value.resolution() != Resolution.UNRESOLVED;
            outcome = aspect.itself()
                    ? Outcome.of(value.constants(), known ? value.resolution() : Resolution.LOCAL)
                    : Outcome.open(Reasons.OBJECT);
        }
        List<AbstractInsnNode> makers = value.makers().stream()
                .sorted(Comparator.comparingInt(scope.flow()::position))
                .toList();
        for (AbstractInsnNode maker : makers) {
            boolean array = aspect.contained() && maker.getOpcode() == Opcodes.ANEWARRAY;
            outcome = outcome.join(array ? containers.made(scope, maker, aspect, hops) : Outcome.open(Reasons.OBJECT));
        }
        return outcome;
    }

    private static List<Origin> ordered(Scope scope, Set<Origin> origins) {
        return origins.stream()
                .sorted(Comparator.comparingInt(it -> it instanceof Origin.Instruction made
                        ? scope.method().maxLocals + scope.flow().position(made.instruction())
                        : ((Origin.Parameter) it).local()))
                .toList();
    }

    private Outcome origin(Scope scope, Origin origin, Aspect aspect, int hops) {
        if (origin instanceof Origin.Parameter parameter) {
            return methods.argument(scope, scope.parameter(parameter.local()), aspect, hops);
        }
        AbstractInsnNode instruction = ((Origin.Instruction) origin).instruction();
        Open entered = new Open(instruction, aspect, hops);
        if (!open.add(entered)) {
            return Outcome.open(Reasons.ENDLESS); // a value that is made from itself, as in a loop
        }
        try {
            return made(scope, instruction, aspect, hops);
        } finally {
            open.remove(entered);
        }
    }

    private Outcome made(Scope scope, AbstractInsnNode instruction, Aspect aspect, int hops) {
        if (instruction instanceof FieldInsnNode field) {
            return aspect.itself()
                    ? objects.read(scope, field, hops)
                            .map(it -> it.through(Resolution.FIELD))
                            .orElseGet(() -> fields.read(scope, field, aspect, hops))
                    : fields.read(scope, field, aspect, hops);
        }
        if (instruction instanceof MethodInsnNode call) {
            return TextCalls.isBuilder(call.owner) && aspect.itself()
                    ? text(scope, call, hops)
                    : methods.result(scope, call, aspect, hops);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            int count = Type.getArgumentTypes(dynamic.desc).length;
            return aspect.itself() && TextCalls.concatenates(dynamic)
                    ? joined(scope, TextCalls.parts(dynamic, operands(scope, dynamic, count)), hops)
                    : Outcome.open(Reasons.LAMBDA);
        }
        if (instruction instanceof InsnNode load && load.getOpcode() == Opcodes.AALOAD) {
            return aspect.itself() ? containers.loaded(scope, load, hops) : Outcome.open(Reasons.ARRAY);
        }
        return object(scope, instruction, aspect, hops);
    }

    private Outcome object(Scope scope, AbstractInsnNode maker, Aspect aspect, int hops) {
        if (aspect.itself()) {
            return Outcome.open(Reasons.OBJECT);
        }
        return aspect.contained()
                ? containers.made(scope, maker, aspect, hops)
                : objects.made(scope, maker, aspect, hops);
    }

    private Outcome text(Scope scope, MethodInsnNode call, int hops) {
        List<TextCalls.Part> parts = new BuilderText(scope).parts(call);
        if (parts.isEmpty()) {
            int count = Type.getArgumentTypes(call.desc).length + 1;
            parts = scope.flow().interpreter().texts().parts(call, operands(scope, call, count));
        }
        return joined(scope, parts, hops);
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
            return Outcome.open(Reasons.ENDLESS);
        }
        Outcome text = Outcome.of(Set.of(""), Resolution.LOCAL);
        for (TextCalls.Part part : parts) {
            text = text.append(part(scope, part, hops));
        }
        return text;
    }

    private Outcome part(Scope scope, TextCalls.Part part, int hops) {
        Outcome value = value(scope, part.value(), Aspect.ITSELF, hops);
        return switch (part.type().getSort()) {
            case Type.INT, Type.SHORT, Type.BYTE, Type.OBJECT -> value;
            case Type.CHAR -> value.map(code -> Character.toString((char) Integer.parseInt(code)));
            default -> Outcome.open(Reasons.ENDLESS);
        };
    }
}
