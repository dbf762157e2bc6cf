package dev.shirube.bytecode;

import dev.shirube.bytecode.AbstractValue.Origin;
import dev.shirube.bytecode.UnitClasses.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** What the final fields of one certain object hold: above all of one enum constant, and its name. */
final class ObjectFields {

    /** Constructors that call each other are followed no further. */
    private static final int MAXIMUM_DEPTH = 3;

    private static final String ENUM_NAME = "(Ljava/lang/String;I";

    private final UnitClasses classes;
    private final ClassStore store;
    private final Follower follower;

    ObjectFields(UnitClasses classes, ClassStore store, Follower follower) {
        this.classes = classes;
        this.store = store;
        this.follower = follower;
    }

    /** What the call gives back where it only reads a field of objects all of which are known; else nothing. */
    Optional<Outcome> result(Scope scope, MethodInsnNode call, int hops) {
        if (call.getOpcode() == Opcodes.INVOKESTATIC || hops == 0) {
            return Optional.empty();
        }
        int count = Type.getArgumentTypes(call.desc).length;
        AbstractValue receiver = scope.flow().operand(call, count);
        if (count > 0 || receiver.unknown() == null || receiver.unknown().opaque()) {
            return Optional.empty();
        }
        if (isName(call)) {
            Outcome name = follower.value(scope, receiver, Aspect.NAME, hops - 1);
            return Optional.of(name.open().isEmpty() ? name : names(call.owner, hops));
        }
        return field(call)
                .map(it -> follower.value(scope, receiver, it, hops - 1))
                .filter(ObjectFields::certain);
    }

    /** What a field holds that is read of objects all of which are known; else nothing. */
    Optional<Outcome> read(Scope scope, FieldInsnNode read, int hops) {
        if (read.getOpcode() != Opcodes.GETFIELD || hops == 0) {
            return Optional.empty();
        }
        AbstractValue object = scope.flow().operand(read, 0);
        boolean known = object.unknown() != null && !object.unknown().opaque();
        List<Entry> entries = known ? classes.named(read.owner) : List.of();
        boolean held = entries.size() == 1
                && store.at(entries.get(0).location())
                        .filter(it -> isHeld(it, read))
                        .isPresent();
        return held
                ? Optional.of(follower.value(scope, object, Aspect.field(read.owner, read.name, read.desc), hops - 1))
                        .filter(ObjectFields::certain)
                : Optional.empty();
    }

    private static boolean certain(Outcome outcome) {
        return outcome.open().isEmpty() && !outcome.values().isEmpty();
    }

    private static boolean isHeld(ParsedClass owner, FieldInsnNode read) {
        return owner.field(read.name, read.desc)
                .filter(it -> it.is(Opcodes.ACC_FINAL) && it.constant() == null)
                .isPresent();
    }

    /** Whether the call asks for the name of a constant of an enum of the unit. */
    private boolean isName(MethodInsnNode call) {
        boolean name = call.name.equals("name") || call.name.equals("toString");
        List<Entry> entries = classes.named(call.owner);
        boolean ofEnum = !entries.isEmpty()
                && entries.stream().allMatch(it -> it.parents().contains("java/lang/Enum"));
        return name && ofEnum && call.desc.equals("()Ljava/lang/String;") && inherits(call);
    }

    private boolean inherits(MethodInsnNode call) {
        for (String type : classes.below(call.owner)) {
            for (Entry entry : classes.named(type)) {
                Optional<ParsedClass> owner = store.at(entry.location());
                if (owner.isEmpty() || owner.get().method(call.name, call.desc).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The names of all constants of that enum: only its static initialiser makes any (JLS 17, section 8.9). */
    private Outcome names(String type, int hops) {
        Outcome names = Outcome.NOTHING;
        for (Entry entry : classes.named(type)) {
            Optional<ParsedClass> owner = store.at(entry.location());
            Optional<MethodCode> initialiser = owner.flatMap(it -> it.method("<clinit>", "()V"));
            if (initialiser.isEmpty()) {
                return Outcome.open(Reasons.OUTSIDE);
            }
            Scope scope = new Scope(owner.get(), initialiser.get(), store.flow(owner.get(), initialiser.get()));
            for (AbstractInsnNode instruction : initialiser.get().instructions) {
                if (instruction instanceof FieldInsnNode put && isConstant(owner.get(), put, type)) {
                    names = names.join(follower.value(scope, scope.flow().operand(put, 0), Aspect.NAME, hops));
                }
            }
        }
        return names;
    }

    private static boolean isConstant(ParsedClass owner, FieldInsnNode put, String type) {
        return put.getOpcode() == Opcodes.PUTSTATIC
                && put.owner.equals(type)
                && owner.field(put.name, put.desc)
                        .filter(it -> it.is(Opcodes.ACC_ENUM))
                        .isPresent();
    }

    /** The final field that the called method reads of its object and gives back, if it does nothing else. */
    private Optional<Aspect> field(MethodInsnNode call) {
        List<Entry> entries = classes.named(call.owner);
        if (entries.size() != 1 || classes.below(call.owner).size() > 1 && !isEnum(entries.get(0))) {
            return Optional.empty();
        }
        Optional<ParsedClass> owner = store.at(entries.get(0).location());
        Optional<MethodCode> method = owner.flatMap(it -> it.method(call.name, call.desc));
        if (method.isEmpty() || !inheritedAsItIs(call)) {
            return Optional.empty();
        }
        return read(method.get())
                .filter(it -> it.owner.equals(call.owner))
                .filter(it -> isHeld(owner.get(), it))
                .map(it -> Aspect.field(it.owner, it.name, it.desc));
    }

    private static boolean isEnum(Entry entry) {
        return (entry.access() & Opcodes.ACC_ENUM) != 0;
    }

    private boolean inheritedAsItIs(MethodInsnNode call) {
        for (String type : classes.below(call.owner)) {
            for (Entry entry : classes.named(type)) {
                boolean own = type.equals(call.owner);
                Optional<ParsedClass> below = own ? Optional.empty() : store.at(entry.location());
                if (!own
                        && (below.isEmpty()
                                || below.get().method(call.name, call.desc).isPresent())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<FieldInsnNode> read(MethodCode method) {
        List<AbstractInsnNode> code = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() >= 0) {
                code.add(instruction);
            }
        }
        boolean getter = code.size() == 3
                && code.get(0) instanceof VarInsnNode self
                && self.getOpcode() == Opcodes.ALOAD
                && self.var == 0
                && code.get(1).getOpcode() == Opcodes.GETFIELD
                && code.get(2).getOpcode() >= Opcodes.IRETURN
                && code.get(2).getOpcode() <= Opcodes.ARETURN
                && method.tryCatchBlocks.isEmpty();
        return getter ? Optional.of((FieldInsnNode) code.get(1)) : Optional.empty();
    }

    /** What the object made by that instruction holds in the field, or is named. */
    Outcome made(Scope scope, AbstractInsnNode maker, Aspect aspect, int hops) {
        MethodInsnNode constructor = scope.flow().interpreter().constructor(maker);
        if (constructor == null || hops == 0) {
            return Outcome.open(Reasons.OBJECT);
        }
        return aspect.equals(Aspect.NAME)
                ? name(scope, constructor, hops)
                : held(scope, constructor, aspect, hops - 1, 0);
    }

    private Outcome name(Scope scope, MethodInsnNode constructor, int hops) {
        int last = Type.getArgumentTypes(constructor.desc).length - 1;
        boolean constant = scope.method().name.equals("<clinit>") && constructor.desc.startsWith(ENUM_NAME);
        return constant
                ? follower.value(scope, scope.flow().operand(constructor, last), Aspect.ITSELF, hops)
                : Outcome.open(Reasons.OBJECT);
    }

    /** What the field holds after that call of a constructor of the class that declares it. */
    private Outcome held(Scope scope, MethodInsnNode constructor, Aspect aspect, int hops, int depth) {
        List<Entry> entries = classes.named(constructor.owner);
        Optional<ParsedClass> owner = entries.size() == 1 && constructor.owner.equals(aspect.owner())
                ? store.at(entries.get(0).location())
                : Optional.empty();
        Optional<MethodCode> code = owner.flatMap(it -> it.method("<init>", constructor.desc));
        if (code.isEmpty() || depth > MAXIMUM_DEPTH) {
            return Outcome.open(Reasons.OBJECT);
        }
        MethodFlow flow = store.flow(owner.get(), code.get());
        Scope inner = new Scope(owner.get(), code.get(), flow);
        Outcome held = flow.followed() ? Outcome.NOTHING : Outcome.open(Reasons.BUDGET);
        for (AbstractInsnNode instruction : code.get().instructions) {
            if (instruction instanceof FieldInsnNode put && writes(put, aspect) && flow.reached(put)) {
                held = held.join(given(scope, constructor, inner, flow.operand(put, 0), hops));
            } else if (instruction instanceof MethodInsnNode call && delegates(call, inner)) {
                held = held.opened(Reasons.OBJECT);
            }
        }
        return held;
    }

    private static boolean writes(FieldInsnNode put, Aspect aspect) {
        return put.getOpcode() == Opcodes.PUTFIELD
                && put.owner.equals(aspect.owner())
                && put.name.equals(aspect.field())
                && put.desc.equals(aspect.descriptor());
    }

    private static boolean delegates(MethodInsnNode call, Scope inner) {
        return call.getOpcode() == Opcodes.INVOKESPECIAL
                && call.name.equals("<init>")
                && call.owner.equals(inner.owner().name());
    }

    /** A value written by a constructor: what the parameters among its origins are given by this call alone. */
    private Outcome given(Scope scope, MethodInsnNode constructor, Scope inner, AbstractValue value, int hops) {
        if (value.unknown() == null) {
            return follower.value(inner, value, Aspect.ITSELF, hops);
        }
        Outcome given = follower.value(inner, value.withUnknown(null), Aspect.ITSELF, hops);
        int last = Type.getArgumentTypes(constructor.desc).length - 1;
        for (Origin origin : value.unknown().origins()) {
            int position = origin instanceof Origin.Parameter it ? inner.parameter(it.local()) : -1;
            given = given.join(
                    position < 0
                            ? Outcome.open(Reasons.OBJECT)
                            : follower.value(
                                    scope, scope.flow().operand(constructor, last - position), Aspect.ITSELF, hops));
        }
        return value.unknown().opaque() ? given.opened(Reasons.OBJECT) : given;
    }
}
