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

    FieldWriters(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, Follower follower) {
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.follower = follower;
    }

    /** What is asked for of all that the field can hold. */
    Outcome read(FieldInsnNode read, Aspect aspect, int hops) {
        Set<String> above = classes.above(read.owner);
        if (hops == 0 || UnitClasses.cutOff(above)) {
            return Outcome.open(Reasons.BUDGET);
        }
        for (String type : above) {
            Outcome outcome = declaredIn(type, read, aspect, hops);
            if (outcome != null) {
                return outcome;
            }
        }
        return Outcome.open(Reasons.OUTSIDE);
    }

    /** Null where that type declares no such field. */
    private Outcome declaredIn(String type, FieldInsnNode read, Aspect aspect, int hops) {
        Outcome outcome = null;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            if (owner.isEmpty()) {
                return Outcome.open(store.missing(entry.location()));
            }
            Optional<ParsedClass.Field> field = owner.get().field(read.name, read.desc);
            if (field.isPresent()) {
                Outcome one = value(owner.get(), field.get(), read, aspect, hops);
                outcome = outcome == null ? one : outcome.join(one);
            }
        }
        return outcome;
    }

    private Outcome value(ParsedClass owner, ParsedClass.Field field, FieldInsnNode read, Aspect aspect, int hops) {
        Object constant = field.constant();
        if (aspect.itself() && (constant instanceof String || constant instanceof Integer)) {
            return Outcome.of(Set.of(constant.toString()), Resolution.FIELD);
        }
        Summaries.Key key =
                new Summaries.Key(Summaries.Kind.FIELD, owner.name(), read.name, read.desc, 0, aspect, hops);
        return summaries
                .of(key, () -> written(owner.name(), read, aspect, hops - 1))
                .through(Resolution.FIELD)
                .opened(exposure.writers(owner, field));
    }

    private Outcome written(String owner, FieldInsnNode read, Aspect aspect, int hops) {
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
                        Outcome one = written(writer.get(), method, write, aspect, hops);
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

    private Outcome written(ParsedClass writer, MethodCode method, FieldInsnNode write, Aspect aspect, int hops) {
        MethodFlow flow = store.flow(writer, method);
        return flow.reached(write)
                ? follower.value(new Scope(writer, method, flow), flow.operand(write, 0), aspect, hops)
                : Outcome.NOTHING;
    }
}
