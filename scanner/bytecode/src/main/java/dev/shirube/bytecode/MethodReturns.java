package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.AbstractValue.Unknown;
import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.domain.Resolution;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the methods of a unit's classes give back, whichever of the overriding ones a call may run. */
final class MethodReturns {

    /** A call that may run more methods than these is not followed into them. */
    private static final int MAXIMUM_TARGETS = 32;

    private final UnitClasses classes;
    private final ClassStore store;
    private final Exposure exposure;
    private final Summaries summaries;
    private final Follower follower;

    MethodReturns(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, Follower follower) {
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
    }

    /**
     * A call that is followed.
     *
     * @param exact whether it runs the named method itself, and none that overrides it
     */
    private record Call(MethodInsnNode call, boolean exact, Aspect aspect) {}

    /** The values that it makes itself, and the positions of the parameters that it gives back. */
    Outcome of(MethodInsnNode call, Aspect aspect, int hops) {
        boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
        Summaries.Key key =
                new Summaries.Key(Summaries.Kind.RETURN, call.owner, call.name, call.desc, exact ? 1 : 0, aspect, hops);
        return summaries
                .of(key, () -> compute(new Call(call, exact, aspect), hops - 1))
                .through(Resolution.FIELD);
    }

    private Outcome compute(Call target, int hops) {
        MethodInsnNode call = target.call();
        boolean exact = target.exact();
        Set<String> below = exact ? Set.of() : classes.below(call.owner);
        if (UnitClasses.cutOff(below)) {
            return Outcome.open(Reasons.BUDGET);
        }
        Outcome outcome = implementation(call.owner, target, hops);
        int targets = 0;
        for (String type : below) {
            if (targets == MAXIMUM_TARGETS || summaries.spent()) {
                return outcome.opened(Reasons.BUDGET);
            }
            targets++;
            outcome = type.equals(call.owner) ? outcome : outcome.join(implementation(type, target, hops));
        }
        return exact || !isInterface(call.owner) ? outcome : outcome.opened(Reasons.OUTSIDE);
    }

    /** An interface may be implemented by lambda expressions, which have no class to be seen. */
    private boolean isInterface(String type) {
        return classes.named(type).stream().anyMatch(it -> (it.access() & Opcodes.ACC_INTERFACE) != 0);
    }

    /** What an object of that type gives back: by its own method, or else by any that it can inherit. */
    private Outcome implementation(String type, Call target, int hops) {
        Outcome own = declaredIn(type, target, hops);
        if (own != null) {
            return own;
        }
        Set<String> above = classes.above(type);
        if (UnitClasses.cutOff(above)) {
            return Outcome.open(Reasons.BUDGET);
        }
        Outcome outcome = null;
        for (String parent : above) {
            Outcome one = declaredIn(parent, target, hops);
            if (one != null) {
                outcome = outcome == null ? one : outcome.join(one);
            }
        }
        return outcome == null ? Outcome.open(Reasons.OUTSIDE) : outcome;
    }

    /** Null where that type declares no such method. */
    private Outcome declaredIn(String type, Call target, int hops) {
        MethodInsnNode call = target.call();
        Outcome outcome = null;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            if (owner.isEmpty()) {
                return Outcome.open(store.missing(entry.location()));
            }
            Optional<MethodCode> method = owner.get().method(call.name, call.desc);
            if (method.isPresent()) {
                Outcome one = returned(owner.get(), method.get(), target.aspect(), hops)
                        .opened(target.exact() ? "" : exposure.overriders(owner.get(), method.get()));
                outcome = outcome == null ? one : outcome.join(one);
            }
        }
        return outcome;
    }

    private Outcome returned(ParsedClass owner, MethodCode method, Aspect aspect, int hops) {
        if (method.is(Opcodes.ACC_ABSTRACT)) {
            return Outcome.NOTHING;
        }
        if (method.is(Opcodes.ACC_NATIVE)) {
            return Outcome.open(Reasons.NATIVE);
        }
        MethodFlow flow = store.flow(owner, method);
        Scope scope = new Scope(owner, method, flow);
        Outcome outcome = flow.followed() ? Outcome.NOTHING : Outcome.open(Reasons.BUDGET);
        for (AbstractInsnNode instruction : method.instructions) {
            int opcode = instruction.getOpcode();
            if ((opcode == Opcodes.ARETURN || opcode == Opcodes.IRETURN) && flow.reached(instruction)) {
                outcome = outcome.join(returned(scope, flow.operand(instruction, 0), aspect, hops));
            }
        }
        return outcome;
    }

    /** A parameter that is given back stands for what the call gives it, which is narrower than what all calls do. */
    private Outcome returned(Scope scope, AbstractValue value, Aspect aspect, int hops) {
        Set<Integer> given = new TreeSet<>();
        if (value.unknown() == null) {
            return follower.value(scope, value, aspect, hops);
        }
        Set<Origin> others = new HashSet<>();
        for (Origin origin : value.unknown().origins()) {
            int position = origin instanceof Origin.Parameter it ? scope.parameter(it.local()) : -1;
            if (position >= 0) {
                given.add(position);
            } else {
                others.add(origin);
            }
        }
        Unknown unknown = value.unknown();
        AbstractValue rest = value.withUnknown(
                others.isEmpty() && !unknown.opaque()
                        ? null
                        : new Unknown(unknown.text(), unknown.reason(), others, unknown.opaque()));
        return follower.value(scope, rest, aspect, hops).giving(given);
    }
}
