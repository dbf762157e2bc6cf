package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What the methods of a unit's classes are given by their callers. */
final class MethodCalls {

    /** A method that more classes call is not followed to them. */
    private static final int MAXIMUM_CLASSES = 48;

    private final UnitClasses classes;
    private final ClassStore store;
    private final Exposure exposure;
    private final Summaries summaries;
    private final Follower follower;
    private final MethodReturns returns;
    private final ObjectFields objects;
    private final PlatformResults platform;
    private final Lambdas lambdas;
    private final Settings settings;
    private final Receivers receivers;

    MethodCalls(
            UnitClasses classes,
            ClassStore store,
            Exposure exposure,
            Summaries summaries,
            Follower follower,
            MethodReturns returns,
            ObjectFields objects,
            PlatformResults platform,
            Settings settings) {
        this.settings = settings;
        this.receivers = new Receivers(classes, store);
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
        this.returns = returns;
        this.objects = objects;
        this.platform = platform;
        this.lambdas = new Lambdas(follower);
    }

    /**
     * A parameter whose values are gathered.
     *
     * @param owners the classes by whose name the method may be called
     * @param self the objects on which it is called
     */
    private record Parameter(
            String owner, MethodCode method, int position, Set<String> owners, Aspect aspect, Self self) {
        boolean isOf(String type, String name, String descriptor) {
            return name.equals(method.name) && descriptor.equals(method.desc) && owners.contains(type);
        }

        int fromTop() {
            return Type.getArgumentTypes(method.desc).length - 1 - position;
        }
    }

    /** All that callers give for that parameter. */
    Outcome argument(Scope scope, int position, Aspect aspect, int hops) {
        MethodCode method = scope.method();
        if (position < 0) {
            return Outcome.open(Reasons.THIS);
        }
        if (hops == 0) {
            return Outcome.open(Reasons.BUDGET);
        }
        String owner = scope.owner().name();
        Self self = method.is(Opcodes.ACC_STATIC) ? Self.of(owner) : scope.self();
        Summaries.Key key = new Summaries.Key(
                Summaries.Kind.PARAMETER, owner, method.name, method.desc, position, aspect, self, hops);
        Outcome outcome = summaries
                .of(
                        key,
                        () -> given(
                                new Parameter(owner, method, position, owners(owner, method), aspect, self), hops - 1))
                .through(Resolution.CALLER);
        Injection injection = method.injection(position);
        if (aspect.itself() && injection.isKnown()) {
            Outcome injected = settings.injected(injection);
            return outcome.values().isEmpty() ? injected : injected.join(outcome);
        }
        return outcome.opened(exposure.callers(scope.owner(), method));
    }

    private Outcome given(Parameter parameter, int hops) {
        MethodCode method = parameter.method();
        List<Entry> callers = classes.referring(parameter.owners(), method.name, method.desc);
        boolean cut = UnitClasses.cutOff(parameter.owners()) || callers.size() > MAXIMUM_CLASSES;
        Outcome outcome = cut ? Outcome.open(Reasons.BUDGET) : Outcome.NOTHING;
        for (Entry entry : callers.subList(0, Math.min(callers.size(), MAXIMUM_CLASSES))) {
            if (summaries.spent()) {
                return outcome.opened(Reasons.BUDGET);
            }
            Optional<ParsedClass> caller = store.at(entry.location());
            outcome = caller.isPresent()
                    ? outcome.join(given(parameter, caller.get(), hops))
                    : outcome.opened(store.missing(entry.location()));
        }
        boolean none = outcome.unknown() && outcome.open().isEmpty();
        return none ? outcome.opened(Reasons.ENTRY) : outcome;
    }

    /** The classes by whose name the method may be called. */
    private Set<String> owners(String owner, MethodCode method) {
        if (method.name.equals("<init>") || method.is(Opcodes.ACC_PRIVATE)) {
            return Set.of(owner);
        }
        return method.is(Opcodes.ACC_STATIC) ? classes.below(owner) : classes.related(owner);
    }

    private Outcome given(Parameter parameter, ParsedClass caller, int hops) {
        Outcome outcome = Outcome.NOTHING;
        boolean hands = caller.hands(parameter.method().name, parameter.method().desc);
        for (MethodCode calling : caller.methods()) {
            for (AbstractInsnNode instruction : calling.instructions) {
                if (instruction instanceof MethodInsnNode call && parameter.isOf(call.owner, call.name, call.desc)) {
                    outcome = outcome.join(called(parameter, caller, calling, call, hops));
                } else if (hands && !(instruction instanceof MethodInsnNode)) {
                    outcome = outcome.join(handed(parameter, caller, calling, instruction, hops));
                }
            }
        }
        return outcome;
    }

    private Outcome called(Parameter parameter, ParsedClass caller, MethodCode calling, MethodInsnNode call, int hops) {
        MethodCode method = parameter.method();
        boolean itself = caller.name().equals(parameter.owner())
                && calling.name.equals(method.name)
                && calling.desc.equals(method.desc);
        MethodFlow flow = store.flow(caller, calling);
        Scope scope = new Scope(caller, calling, flow);
        if (call.getOpcode() != Opcodes.INVOKESTATIC && !parameter.self().equals(Self.of(parameter.owner()))) {
            AbstractValue object = flow.operand(call, Type.getArgumentTypes(call.desc).length);
            if (!flow.reached(call) || !receivers.canBe(scope, object, call.owner, parameter.self())) {
                return Outcome.NOTHING;
            }
            scope = receivers.scope(scope, object, parameter.self());
        }
        AbstractValue value = flow.operand(call, parameter.fromTop());
        boolean adds = flow.reached(call) && !(itself && handsOn(scope, value, parameter.position()));
        return adds ? follower.value(scope, value, parameter.aspect(), hops) : Outcome.NOTHING;
    }

    /** What the method is given where a handle of it is made. */
    private Outcome handed(
            Parameter parameter, ParsedClass caller, MethodCode calling, AbstractInsnNode instruction, int hops) {
        Outcome outcome = Outcome.NOTHING;
        if (instruction instanceof LdcInsnNode constant && constant.cst instanceof Handle handle) {
            return isOf(parameter, handle) ? Outcome.open(Reasons.REFERENCE) : outcome;
        }
        if (!(instruction instanceof InvokeDynamicInsnNode dynamic)) {
            return outcome;
        }
        for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle && isOf(parameter, handle)) {
                MethodFlow flow = store.flow(caller, calling);
                if (flow.reached(dynamic)) {
                    Scope scope = new Scope(caller, calling, flow);
                    outcome = outcome.join(
                            lambdas.given(scope, dynamic, handle, parameter.position(), parameter.aspect(), hops));
                }
            }
        }
        return outcome;
    }

    private static boolean isOf(Parameter parameter, Handle handle) {
        return parameter.isOf(handle.getOwner(), handle.getName(), handle.getDesc());
    }

    /** Whether a method that calls itself hands on what it was given, and nothing else: that adds no value. */
    private static boolean handsOn(Scope scope, AbstractValue value, int position) {
        return value.constants().isEmpty()
                && value.makers().isEmpty()
                && value.unknown() != null
                && !value.unknown().opaque()
                && value.unknown().origins().stream()
                        .allMatch(it -> it instanceof Origin.Parameter parameter
                                && scope.parameter(parameter.local()) == position);
    }

    /** What is asked for of all that the call can give back. */
    Outcome result(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        Optional<Outcome> known = platform.of(scope, call, aspect, hops);
        return known.isPresent() ? known.get() : returned(scope, call, aspect, hops);
    }

    private Outcome returned(Scope scope, MethodInsnNode call, Aspect aspect, int hops) {
        if (classes.named(call.owner).isEmpty()) {
            String standard = aspect.itself() ? PlatformCalls.standard(call) : "";
            return standard.isEmpty() ? Outcome.open(PlatformCalls.reason(call)) : Outcome.standard(standard);
        }
        if (hops == 0) {
            return Outcome.open(Reasons.BUDGET);
        }
        if (aspect.itself()) {
            Optional<Outcome> field = objects.result(scope, call, hops);
            if (field.isPresent()) {
                return field.get().through(Resolution.FIELD);
            }
        }
        Outcome outcome = returns.of(scope, call, aspect, hops);
        int last = Type.getArgumentTypes(call.desc).length - 1;
        for (int position : outcome.given()) {
            AbstractValue value = scope.flow().operand(call, last - position);
            outcome = outcome.join(follower.value(scope, value, aspect, hops));
        }
        return outcome.settled();
    }
}
