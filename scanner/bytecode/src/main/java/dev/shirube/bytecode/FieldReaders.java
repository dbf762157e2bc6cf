package dev.shirube.bytecode;

import dev.shirube.bytecode.UnitClasses.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;

/** What is put into the containers that fields keep, wherever those fields are read. */
final class FieldReaders {

    private static final int MAXIMUM_CLASSES = 48;

    private final UnitClasses classes;
    private final ClassStore store;
    private final Exposure exposure;
    private final Summaries summaries;
    private final ContainerUses uses;

    FieldReaders(UnitClasses classes, ClassStore store, Exposure exposure, Summaries summaries, ContainerUses uses) {
        this.classes = classes;
        this.store = store;
        this.exposure = exposure;
        this.summaries = summaries;
        this.uses = uses;
    }

    /** What is put into a container after it was kept in that field. */
    Outcome uses(FieldInsnNode kept, boolean array, Aspect aspect, int hops) {
        String leak = array ? Reasons.ARRAY : Reasons.COLLECTION;
        if (hops == 0) {
            return Outcome.open(Reasons.BUDGET);
        }
        Set<String> above = classes.above(kept.owner);
        for (String type : above) {
            List<Entry> entries = classes.named(type);
            for (Entry entry : entries) {
                Optional<ParsedClass> owner = store.at(entry.location());
                Optional<ParsedClass.Field> field = owner.flatMap(it -> it.field(kept.name, kept.desc));
                if (field.isPresent()) {
                    boolean open = entries.size() > 1 || exposure.readers(owner.get(), field.get());
                    return open ? Outcome.open(leak) : read(type, kept, array, aspect, hops);
                }
            }
        }
        return Outcome.open(leak);
    }

    private Outcome read(String owner, FieldInsnNode kept, boolean array, Aspect aspect, int hops) {
        Summaries.Key key = new Summaries.Key(
                Summaries.Kind.USES, owner, kept.name, kept.desc, array ? 1 : 0, aspect, Self.of(owner), hops);
        return summaries.of(key, () -> compute(owner, kept, array, aspect, hops - 1));
    }

    private Outcome compute(String owner, FieldInsnNode kept, boolean array, Aspect aspect, int hops) {
        Set<String> owners = classes.below(owner);
        List<Entry> readers = classes.referring(owners, kept.name, kept.desc);
        if (UnitClasses.cutOff(owners) || readers.size() > MAXIMUM_CLASSES) {
            return Outcome.open(Reasons.BUDGET);
        }
        Outcome put = Outcome.NOTHING;
        for (Entry entry : readers) {
            Optional<ParsedClass> reader = store.at(entry.location());
            if (reader.isEmpty() || summaries.spent()) {
                return put.opened(reader.isEmpty() ? store.missing(entry.location()) : Reasons.BUDGET);
            }
            if (reader.get().hands(kept.name, kept.desc)) {
                put = put.opened(Reasons.REFERENCE);
            }
            for (MethodCode method : reader.get().methods()) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof FieldInsnNode read && reads(read, kept, owners)) {
                        MethodFlow flow = store.flow(reader.get(), method);
                        Scope scope = new Scope(reader.get(), method, flow);
                        put = put.together(uses.of(scope, read, array, aspect, hops));
                    }
                }
            }
        }
        return put;
    }

    private static boolean reads(FieldInsnNode read, FieldInsnNode kept, Set<String> owners) {
        boolean get = read.getOpcode() == Opcodes.GETFIELD || read.getOpcode() == Opcodes.GETSTATIC;
        return get && read.name.equals(kept.name) && read.desc.equals(kept.desc) && owners.contains(read.owner);
    }
}
