package dev.shirube.bytecode;

import dev.shirube.bytecode.UnitClasses.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Of which classes the object can be that a member is used on: what one sibling does to itself says nothing of another. */
final class Receivers {

    private final UnitClasses classes;
    private final ClassStore store;
    private final Map<String, Set<String>> overriding = new HashMap<>();

    Receivers(UnitClasses classes, ClassStore store) {
        this.classes = classes;
        this.store = store;
    }

    /** The objects that a member is used on: known more exactly than declared where that is {@code this}. */
    Self self(Scope scope, AbstractValue object, String declared) {
        boolean narrower =
                object.isThis() && classes.below(declared).contains(scope.self().type());
        if (!narrower) {
            return Self.of(declared);
        }
        Set<String> others = new TreeSet<>(scope.self().others());
        others.addAll(overriding(scope));
        return new Self(scope.self().type(), others);
    }

    /** Classes below the scope's whose objects never run its method, since they override it and do not call it. */
    private Set<String> overriding(Scope scope) {
        MethodCode method = scope.method();
        boolean virtual = !method.is(Opcodes.ACC_STATIC)
                && !method.is(Opcodes.ACC_PRIVATE)
                && !method.is(Opcodes.ACC_FINAL)
                && !method.name.equals("<init>");
        String owner = scope.owner().name();
        Set<String> below = virtual ? classes.below(owner) : Set.of();
        if (below.size() <= 1 || UnitClasses.cutOff(below)) {
            return Set.of();
        }
        return overriding.computeIfAbsent(
                owner + "#" + method.name + method.desc, it -> overriding(owner, below, method));
    }

    private Set<String> overriding(String owner, Set<String> below, MethodCode method) {
        Set<String> others = new TreeSet<>();
        for (String type : below) {
            for (Entry entry : type.equals(owner) ? List.<Entry>of() : classes.named(type)) {
                Optional<ParsedClass> found = store.at(entry.location());
                boolean other = found.isPresent()
                        && found.get().method(method.name, method.desc).isPresent()
                        && !callsAbove(found.get(), method);
                if (other && classes.named(type).size() == 1) {
                    others.add(type);
                }
            }
        }
        return others;
    }

    private static boolean callsAbove(ParsedClass type, MethodCode method) {
        for (MethodCode calling : type.methods()) {
            for (AbstractInsnNode instruction : calling.instructions) {
                boolean above = instruction.getOpcode() == Opcodes.INVOKESPECIAL
                        && instruction instanceof MethodInsnNode call
                        && call.name.equals(method.name)
                        && call.desc.equals(method.desc);
                if (above) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a class is one of the others, or below one of them. */
    boolean isOther(String type, Self self) {
        return !self.others().isEmpty() && classes.above(type).stream().anyMatch(self.others()::contains);
    }

    /** Whether the object can be one of those. */
    boolean canBe(Scope scope, AbstractValue object, String declared, Self self) {
        String made = made(object);
        String type = made.isEmpty() ? object.isThis() ? scope.owner().name() : declared : made;
        if (isOther(type, self)) {
            return false;
        }
        Set<String> below = classes.below(self.type());
        return made.isEmpty()
                ? related(type, self.type())
                : below.contains(made) || UnitClasses.cutOff(below) || isInterface(self.type());
    }

    /** The very class of an object that one instruction makes; empty where that is not seen. */
    private static String made(AbstractValue object) {
        boolean opaque = object.unknown() != null && object.unknown().opaque();
        Set<AbstractInsnNode> makers = object.makers().isEmpty() ? object.origins() : object.makers();
        int count = object.makers().size()
                + (object.unknown() == null ? 0 : object.unknown().origins().size());
        return count == 1
                        && !opaque
                        && object.constants().isEmpty()
                        && makers.stream().findFirst().orElse(null) instanceof TypeInsnNode made
                        && made.getOpcode() == Opcodes.NEW
                ? made.desc
                : "";
    }

    /** Whether an object can be of both classes, or below both. */
    private boolean related(String one, String two) {
        Set<String> above = classes.above(two);
        Set<String> below = classes.below(two);
        return above.contains(one)
                || below.contains(one)
                || UnitClasses.cutOff(above)
                || UnitClasses.cutOff(below)
                || isInterface(one)
                || isInterface(two);
    }

    private boolean isInterface(String type) {
        List<Entry> entries = classes.named(type);
        return entries.isEmpty() || entries.stream().anyMatch(it -> (it.access() & Opcodes.ACC_INTERFACE) != 0);
    }

    /** The scope of code that works on one of those objects, which is its own {@code this} or another. */
    Scope scope(Scope scope, AbstractValue object, Self self) {
        boolean narrower =
                object.isThis() && classes.below(scope.owner().name()).contains(self.type());
        return narrower ? new Scope(scope.owner(), scope.method(), scope.flow(), self) : scope;
    }
}
