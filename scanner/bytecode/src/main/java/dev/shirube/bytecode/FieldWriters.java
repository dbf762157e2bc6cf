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

    Outcome read(FieldInsnNode read, int hops) {
        Set<String> above = classes.above(read.owner);
        if (hops == 0 || UnitClasses.cutOff(above)) {
            return Outcome.open(Outcome.BUDGET);
        }
        for (String type : above) {
            Outcome outcome = declaredIn(type, read, hops);
            if (outcome != null) {
                return outcome;
            }
        }
        return Outcome.open(Exposure.OUTSIDE);
    }

    /** Null where that type declares no such field. */
    private Outcome declaredIn(String type, FieldInsnNode read, int hops) {
        Outcome outcome = null;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            if (owner.isEmpty()) {
                return Outcome.open(Outcome.BUDGET);
            }
            Optional<ParsedClass.Field> field = owner.get().field(read.name, read.desc);
            if (field.isPresent()) {
                Outcome one = value(owner.get(), field.get(), read, hops);
                outcome = outcome == null ? one : outcome.join(one);
            }
        }
        return outcome;
    }

    private Outcome value(ParsedClass owner, ParsedClass.Field field, FieldInsnNode read, int hops) {
        Object constant = field.constant();
        if (constant instanceof String || constant instanceof Integer) {
            return Outcome.of(Set.of(constant.toString()), Resolution.FIELD);
        }
        Summaries.Key key = new Summaries.Key(Summaries.Kind.FIELD, owner.name(), read.name, read.desc, 0, hops);
        return summaries
                .of(key, () -> written(owner.name(), read, hops - 1))
                .through(Resolution.FIELD)
                .opened(exposure.writers(owner, field));
    }

    private Outcome written(String owner, FieldInsnNode read, int hops) {
        Set<String> owners = classes.below(owner);
        List<Entry> writers = classes.referring(owners, read.name, read.desc);
        if (UnitClasses.cutOff(owners) || writers.size() > MAXIMUM_CLASSES) {
            return Outcome.open(Outcome.BUDGET);
        }
        Outcome outcome = null;
        for (Entry entry : writers) {
            Optional<ParsedClass> writer = store.at(entry.location());
            if (writer.isEmpty()) {
                return Outcome.open(Outcome.BUDGET);
            }
            for (MethodCode method : writer.get().methods()) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof FieldInsnNode write && writes(write, read, owners)) {
                        Outcome one = written(writer.get(), method, write, hops);
                        outcome = outcome == null ? one : outcome.join(one);
                    }
                }
            }
        }
        return outcome == null ? Outcome.open("field") : outcome;
    }

    private static boolean writes(FieldInsnNode write, FieldInsnNode read, Set<String> owners) {
        boolean put = write.getOpcode() == Opcodes.PUTFIELD || write.getOpcode() == Opcodes.PUTSTATIC;
        return put && write.name.equals(read.name) && write.desc.equals(read.desc) && owners.contains(write.owner);
    }

    private Outcome written(ParsedClass writer, MethodCode method, FieldInsnNode write, int hops) {
        MethodFlow flow = store.flow(writer, method);
        return flow.reached(write)
                ? follower.value(new Scope(writer, method, flow), flow.operand(write, 0), hops)
                : Outcome.NOTHING;
    }
}
