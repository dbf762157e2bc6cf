package dev.shirube.bytecode;

import dev.shirube.bytecode.UnitClasses.Entry;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What other code than the unit's own may do with its classes: call, write, extend. */
final class Exposure {

    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    /** Types of the platform that do not call what their subtypes declare with a name or a size. */
    private static final List<String> ROOTS = List.of(
            "java/lang/Object", "java/lang/Enum", "java/lang/Record", "java/io/Serializable", "java/lang/Cloneable");

    private final UnitClasses classes;
    private final ClassStore store;

    Exposure(UnitClasses classes, ClassStore store) {
        this.classes = classes;
        this.store = store;
    }

    /** Why a method may have other callers than those in the unit; empty where it has none. */
    String callers(ParsedClass owner, MethodCode method) {
        if (!classes.complete()) {
            return Reasons.UNREADABLE;
        }
        if (ReferenceTable.leavesOut(owner.name())) {
            return Reasons.OUTSIDE;
        }
        if (method.annotated()) {
            return Reasons.ENTRY;
        }
        if (method.is(Opcodes.ACC_PRIVATE)) {
            return nest(owner) ? "" : Reasons.OUTSIDE;
        }
        boolean inherited = !method.is(Opcodes.ACC_STATIC) && !method.name.equals("<init>");
        if (inherited && leavesUnit(owner.name())) {
            return Reasons.ENTRY;
        }
        if (!method.is(VISIBLE)) {
            return classes.lone() ? Reasons.OUTSIDE : "";
        }
        return reachable(owner.name(), inherited) ? Reasons.ENTRY : classes.lone() ? Reasons.OUTSIDE : "";
    }

    /** Whether a visible member of the class can be named from outside its package. */
    private boolean reachable(String name, boolean inherited) {
        Set<String> related = classes.below(name);
        if (UnitClasses.cutOff(related) || related.stream().anyMatch(this::isPublic)) {
            return true;
        }
        return inherited && classes.related(name).stream().anyMatch(this::isPublic);
    }

    private boolean isPublic(String name) {
        return classes.named(name).stream().anyMatch(it -> (it.access() & Opcodes.ACC_PUBLIC) != 0);
    }

    /** Whether a type above the class is not in the unit, so that its callers are not seen. */
    private boolean leavesUnit(String name) {
        Set<String> related = classes.related(name);
        return UnitClasses.cutOff(related)
                || related.stream()
                        .anyMatch(it -> !ROOTS.contains(it) && classes.named(it).isEmpty());
    }

    /** Why a field may have other writers than those in the unit; empty where it has none. */
    String writers(ParsedClass owner, ParsedClass.Field field) {
        if (!classes.complete()) {
            return Reasons.UNREADABLE;
        }
        if (ReferenceTable.leavesOut(owner.name())) {
            return Reasons.OUTSIDE;
        }
        if (field.is(Opcodes.ACC_FINAL)) {
            return "";
        }
        if (field.annotated()) {
            return Reasons.INJECTED;
        }
        if (field.is(Opcodes.ACC_PRIVATE)) {
            return nest(owner) ? "" : Reasons.OUTSIDE;
        }
        return field.is(VISIBLE) || classes.lone() ? Reasons.FIELD : "";
    }

    /** Whether code that is not in the unit may read a field, and so reach what it holds. */
    boolean readers(ParsedClass owner, ParsedClass.Field field) {
        if (!classes.complete()
                || ReferenceTable.leavesOut(owner.name())
                || field.annotated()
                || classes.lone() && !field.is(Opcodes.ACC_PRIVATE)) {
            return true;
        }
        return field.is(Opcodes.ACC_PRIVATE) ? !nest(owner) : field.is(VISIBLE) && reachable(owner.name(), true);
    }

    /** Whether every class that may use the class's private members is in the unit. */
    private boolean nest(ParsedClass owner) {
        for (String name : owner.nest()) {
            List<Entry> entries = classes.named(name);
            if (entries.isEmpty()) {
                return false;
            }
            for (Entry entry : entries) {
                boolean whole = store.at(entry.location())
                        .filter(it -> it.nest().stream()
                                .noneMatch(other -> classes.named(other).isEmpty()))
                        .isPresent();
                if (!whole) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Why a call of the method may run other code than the unit's; empty where it cannot. */
    String overriders(ParsedClass owner, MethodCode method) {
        if (!classes.complete()) {
            return Reasons.UNREADABLE;
        }
        boolean exact = method.is(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL);
        if (exact || (owner.access() & (Opcodes.ACC_FINAL | Opcodes.ACC_ENUM)) != 0) {
            return "";
        }
        Set<String> related = classes.below(owner.name());
        if (UnitClasses.cutOff(related)) {
            return Reasons.BUDGET;
        }
        boolean extendable = related.stream().anyMatch(this::extendable);
        return extendable || classes.lone() ? Reasons.OUTSIDE : "";
    }

    private boolean extendable(String name) {
        return classes.named(name).stream().anyMatch(it -> {
            boolean open = (it.access() & Opcodes.ACC_PUBLIC) != 0
                    && (it.access() & (Opcodes.ACC_FINAL | Opcodes.ACC_ENUM)) == 0;
            return open
                    && store.at(it.location())
                            .map(found -> found.methods().stream().noneMatch(method -> method.name.equals("<init>"))
                                    || found.methods().stream()
                                            .anyMatch(method -> method.name.equals("<init>") && method.is(VISIBLE)))
                            .orElse(true);
        });
    }
}
