package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
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

    MethodCalls(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, Follower follower) {
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
        this.returns = new MethodReturns(classes, store, exposure, summaries, follower);
    }

    /** All that callers give for that parameter. */
    Outcome argument(Scope scope, int position, int hops) {
        MethodCode method = scope.method();
        if (position < 0) {
            return Outcome.open("this");
        }
        if (method.isLambda()) {
            return Outcome.open("lambda");
        }
        if (hops == 0) {
            return Outcome.open(Outcome.BUDGET);
        }
        String owner = scope.owner().name();
        Summaries.Key key =
                new Summaries.Key(Summaries.Kind.PARAMETER, owner, method.name, method.desc, position, hops);
        return summaries
                .of(key, () -> given(owner, method, position, hops - 1))
                .through(Resolution.CALLER)
                .opened(exposure.callers(scope.owner(), method));
    }

    private Outcome given(String owner, MethodCode method, int position, int hops) {
        Set<String> owners = owners(owner, method);
        List<Entry> callers = classes.referring(owners, method.name, method.desc);
        if (UnitClasses.cutOff(owners) || callers.size() > MAXIMUM_CLASSES) {
            return Outcome.open(Outcome.BUDGET);
        }
        Outcome outcome = Outcome.NOTHING;
        for (Entry entry : callers) {
            Optional<ParsedClass> caller = store.at(entry.location());
            if (caller.isEmpty()) {
                return Outcome.open(Outcome.BUDGET);
            }
            if (caller.get().hands(method.name, method.desc)) {
                outcome = outcome.opened("method-reference");
            }
            outcome = outcome.join(given(owner, method, position, owners, caller.get(), hops));
        }
        return outcome.values().isEmpty() ? outcome.opened(Exposure.ENTRY) : outcome;
    }

    /** The classes by whose name the method may be called. */
    private Set<String> owners(String owner, MethodCode method) {
        if (method.name.equals("<init>") || method.is(Opcodes.ACC_PRIVATE)) {
            return Set.of(owner);
        }
        return method.is(Opcodes.ACC_STATIC) ? classes.below(owner) : classes.related(owner);
    }

    private Outcome given(
            String owner, MethodCode method, int position, Set<String> owners, ParsedClass caller, int hops) {
        Outcome outcome = Outcome.NOTHING;
        int fromTop = Type.getArgumentTypes(method.desc).length - 1 - position;
        for (MethodCode calling : caller.methods()) {
            boolean itself =
                    caller.name().equals(owner) && calling.name.equals(method.name) && calling.desc.equals(method.desc);
            for (AbstractInsnNode instruction : calling.instructions) {
                if (instruction instanceof MethodInsnNode call && calls(call, method, owners)) {
                    MethodFlow flow = store.flow(caller, calling);
                    Scope scope = new Scope(caller, calling, flow);
                    AbstractValue value = flow.operand(call, fromTop);
                    if (flow.reached(call) && !(itself && handsOn(scope, value, position))) {
                        outcome = outcome.join(follower.value(scope, value, hops));
                    }
                }
            }
        }
        return outcome;
    }

    private static boolean calls(MethodInsnNode call, MethodCode method, Set<String> owners) {
        return call.name.equals(method.name) && call.desc.equals(method.desc) && owners.contains(call.owner);
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

    /** All that the call can give back. */
    Outcome result(Scope scope, MethodInsnNode call, int hops) {
        UnaryOperator<String> change = PlatformCalls.change(call);
        if (change != null) {
            int receiver = Type.getArgumentTypes(call.desc).length;
            return operand(scope, call, receiver, hops).map(change);
        }
        if (PlatformCalls.givesBackItsArgument(call)) {
            return operand(scope, call, Type.getArgumentTypes(call.desc).length - 1, hops);
        }
        if (PlatformCalls.appends(call)) {
            return operand(scope, call, 1, hops).append(operand(scope, call, 0, hops));
        }
        if (PlatformCalls.readsSetting(call)) {
            return setting(scope, call, hops);
        }
        return returned(scope, call, hops);
    }

    private Outcome operand(Scope scope, MethodInsnNode call, int fromTop, int hops) {
        return follower.value(scope, scope.flow().operand(call, fromTop), hops);
    }

    /** What holds where nothing is set, with the key under which another value may be set. */
    private Outcome setting(Scope scope, MethodInsnNode call, int hops) {
        int count = Type.getArgumentTypes(call.desc).length;
        if (count == 0) {
            return Outcome.open("config");
        }
        Set<String> keys = operand(scope, call, count - 1, hops).values();
        String reason = keys.size() == 1 ? "config:" + keys.iterator().next() : "config";
        if (count == 1) {
            return Outcome.open(reason);
        }
        Outcome other = operand(scope, call, 0, hops).through(Resolution.CONFIG);
        return new Outcome(other.values(), Resolution.CONFIG, other.hops(), reason, Set.of(), 0);
    }

    private Outcome returned(Scope scope, MethodInsnNode call, int hops) {
        if (classes.named(call.owner).isEmpty()) {
            return Outcome.open(PlatformCalls.reason(call));
        }
        if (hops == 0) {
            return Outcome.open(Outcome.BUDGET);
        }
        Outcome outcome = returns.of(call, hops);
        int last = Type.getArgumentTypes(call.desc).length - 1;
        for (int position : outcome.given()) {
            outcome = outcome.join(operand(scope, call, last - position, hops));
        }
        return new Outcome(
                outcome.values(), outcome.resolution(), outcome.hops(), outcome.open(), Set.of(), outcome.cost());
    }
}
