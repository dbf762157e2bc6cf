package dev.shirube.bytecode;

import dev.shirube.bytecode.UnitClasses.Entry;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What the fields of a unit's classes can hold: their constant values, or all that is written to them. */
final class FieldWriters {

    /** A field that more classes write is not a choice of its programmer. */
    private static final int MAXIMUM_CLASSES = 48;

    private final UnitClasses classes;
    private final ClassStore store;
    private final Exposure exposure;
    private final Summaries summaries;
    private final Follower follower;
    private final Settings settings;
    private final Receivers receivers;

    FieldWriters(
            UnitClasses classes,
            ClassStore store,
            Exposure exposure,
            Summaries summaries,
            Follower follower,
            Settings settings) {
        this.settings = settings;
        this.receivers = new Receivers(classes, store);
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
    }

    /**
     * A field that is read.
     *
     * @param self the objects of which it is read
     */
    private record Read(FieldInsnNode field, Aspect aspect, Self self) {}

    /** What is asked for of all that the field can hold. */
    Outcome read(Scope scope, FieldInsnNode read, Aspect aspect, int hops) {
        boolean own = read.getOpcode() == Opcodes.GETFIELD;
        Self self = own ? receivers.self(scope, scope.flow().operand(read, 0), read.owner) : Self.of(read.owner);
        Set<String> above = classes.above(read.owner);
        if (hops == 0 || UnitClasses.cutOff(above)) {
            return Outcome.open(Reasons.BUDGET);
        }
        for (String type : above) {
            Outcome outcome = declaredIn(type, new Read(read, aspect, self), hops);
            if (outcome != null) {
                return outcome;
            }
        }
        return Outcome.open(Reasons.OUTSIDE);
    }

    /** Null where that type declares no such field. */
    private Outcome declaredIn(String type, Read target, int hops) {
        FieldInsnNode read = target.field();
        Outcome outcome = null;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            if (owner.isEmpty()) {
                return Outcome.open(store.missing(entry.location()));
            }
            Optional<ParsedClass.Field> field = owner.get().field(read.name, read.desc);
            if (field.isPresent()) {
                Outcome one = value(owner.get(), field.get(), target, hops);
                outcome = outcome == null ? one : outcome.join(one);
            }
        }
        return outcome;
    }

    private Outcome value(ParsedClass owner, ParsedClass.Field field, Read target, int hops) {
        FieldInsnNode read = target.field();
        Aspect aspect = target.aspect();
        Object constant = field.constant();
        if (aspect.itself() && (constant instanceof String || constant instanceof Integer)) {
            return Outcome.of(Set.of(constant.toString()), Resolution.FIELD);
        }
        Summaries.Key key = new Summaries.Key(
                Summaries.Kind.FIELD, owner.name(), read.name, read.desc, 0, aspect, target.self(), hops);
        Outcome outcome =
                summaries.of(key, () -> written(owner.name(), target, hops - 1)).through(Resolution.FIELD);
        Injection injection = Injection.of(field.annotations());
        if (aspect.itself() && injection.isKnown()) {
            Outcome injected = settings.injected(injection);
            return outcome.values().isEmpty() ? injected : injected.join(outcome);
        }
        return outcome.opened(exposure.writers(owner, field));
    }

    private Outcome written(String owner, Read target, int hops) {
        FieldInsnNode read = target.field();
        Set<String> owners = classes.below(owner);
        List<Entry> writers = classes.referring(owners, read.name, read.desc);
        boolean cut = UnitClasses.cutOff(owners) || writers.size() > MAXIMUM_CLASSES;
        Outcome outcome = cut ? Outcome.open(Reasons.BUDGET) : null;
        for (Entry entry : writers.subList(0, Math.min(writers.size(), MAXIMUM_CLASSES))) {
            Optional<ParsedClass> writer = store.at(entry.location());
            if (summaries.spent()) {
                return Outcome.open(Reasons.BUDGET).join(outcome == null ? Outcome.NOTHING : outcome);
            }
            if (writer.isEmpty()) {
                outcome =
                        Outcome.open(store.missing(entry.location())).join(outcome == null ? Outcome.NOTHING : outcome);
                continue;
            }
            for (MethodCode method : writer.get().methods()) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof FieldInsnNode write && writes(write, read, owners)) {
                        Outcome one = written(writer.get(), method, write, target, hops);
                        outcome = outcome == null ? one : outcome.join(one);
                    }
                }
            }
        }
        return outcome == null ? Outcome.open(Reasons.FIELD) : outcome;
    }

    private static boolean writes(FieldInsnNode write, FieldInsnNode read, Set<String> owners) {
        boolean put = write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC;
        return put && write.name.equals(read.name) && write.desc.equals(read.desc) && owners.contains(write.owner);
    }

    private Outcome written(ParsedClass writer, MethodCode method, FieldInsnNode write, Read target, int hops) {
        MethodFlow flow = store.flow(writer, method);
        if (!flow.reached(write)) {
            return Outcome.NOTHING;
        }
        Scope scope = new Scope(writer, method, flow);
        if (write.getOpcode() == Opcodes.PUTFIELD) {
            AbstractValue object = flow.operand(write, 1);
            if (!receivers.canBe(scope, object, write.owner, target.self())) {
                return Outcome.NOTHING;
            }
            scope = receivers.scope(scope, object, target.self());
        }
        return follower.value(scope, flow.operand(write, 0), target.aspect(), hops);
    }
}
