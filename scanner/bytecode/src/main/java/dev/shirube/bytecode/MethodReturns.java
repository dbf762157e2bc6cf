package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.AbstractValue.Unknown;
import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.domain.Resolution;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
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
    private final Receivers receivers;

    MethodReturns(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, Follower follower) {
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
        this.receivers = new Receivers(classes, store);
    }

    /**
     * A call that is followed.
     *
     * @param exact whether it runs the named method itself, and none that overrides it
     * @param self the objects on which it is called
     */
    private record Call(MethodInsnNode call, boolean exact, Aspect aspect, Self self) {}

    /** The values that it makes itself, and the positions of the parameters that it gives back. */
    Outcome of(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        boolean exact = call.getOpcode() == Opcodes.INVOKESTATIC || call.getOpcode() == Opcodes.INVOKESPECIAL;
        Self self = call.getOpcode() == Opcodes.INVOKESTATIC
                ? Self.of(call.owner)
                : receivers.self(
                        scope, scope.flow().operand(call, Type.getArgumentTypes(call.desc).length), call.owner);
        Summaries.Key key = new Summaries.Key(
                Summaries.Kind.RETURN, call.owner, call.name, call.desc, exact ? 1 : 0, aspect, self, hops);
        return summaries
                .of(key, () -> compute(new Call(call, exact, aspect, self), hops - 1))
                .through(Resolution.FIELD);
    }

    private Outcome compute(Call target, int hops) {
        String owner = target.call().owner;
        Set<String> types = new LinkedHashSet<>(
                Set.of(target.exact() ? owner : target.self().type()));
        if (!target.exact()) {
            types.addAll(classes.below(target.self().type()));
            types.removeIf(it -> receivers.isOther(it, target.self()));
        }
        if (UnitClasses.cutOff(types)) {
            return Outcome.open(Reasons.BUDGET);
        }
        Outcome outcome = Outcome.NOTHING;
        Set<String> done = new HashSet<>();
        for (String type : types) {
            for (String declarer : declarers(type, target)) {
                if (done.size() == MAXIMUM_TARGETS || summaries.spent()) {
                    return outcome.opened(Reasons.BUDGET);
                }
                if (done.add(declarer)) {
                    boolean below = types.contains(declarer) && !target.exact();
                    Self self = below ? new Self(declarer, target.self().others()) : target.self();
                    outcome = outcome.join(declaredIn(declarer, target, self, hops));
                }
            }
            if (declarers(type, target).isEmpty()) {
                outcome = outcome.opened(Reasons.OUTSIDE);
            }
        }
        return target.exact() || !isInterface(owner) ? outcome : outcome.opened(Reasons.OUTSIDE);
    }

    /** An interface may be implemented by lambda expressions, which have no class to be seen. */
    private boolean isInterface(String type) {
        return classes.named(type).stream().anyMatch(it -> (it.access() & Opcodes.ACC_INTERFACE) != 0);
    }

    /** The types whose method an object of that type may run: itself, or else any from which it can inherit. */
    private Set<String> declarers(String type, Call target) {
        if (declares(type, target)) {
            return Set.of(type);
        }
        Set<String> declarers = new LinkedHashSet<>();
        for (String parent : classes.above(type)) {
            if (declares(parent, target)) {
                declarers.add(parent);
            }
        }
        return declarers;
    }

    private boolean declares(String type, Call target) {
        return classes.named(type).stream()
                .anyMatch(it -> store.at(it.location())
                        .map(owner -> owner.method(target.call().name, target.call().desc)
                                .isPresent())
                        .orElse(true));
    }

    private Outcome declaredIn(String type, Call target, Self self, int hops) {
        Outcome outcome = Outcome.NOTHING;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            if (owner.isEmpty()) {
                outcome = outcome.opened(store.missing(entry.location()));
                continue;
            }
            Optional<MethodCode> method = owner.get().method(target.call().name, target.call().desc);
            if (method.isPresent()) {
                outcome = outcome.join(returned(owner.get(), method.get(), target.aspect(), self, hops)
                        .opened(target.exact() ? "" : exposure.overriders(owner.get(), method.get())));
            }
        }
        return outcome;
    }

    private Outcome returned(ParsedClass owner, MethodCode method, Aspect aspect, Self self, int hops) {
        if (method.is(Opcodes.ACC_ABSTRACT)) {
            return Outcome.NOTHING;
        }
        if (method.is(Opcodes.ACC_NATIVE)) {
            return Outcome.open(Reasons.NATIVE);
        }
        MethodFlow flow = store.flow(owner, method);
        Scope scope = new Scope(owner, method, flow, self);
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
