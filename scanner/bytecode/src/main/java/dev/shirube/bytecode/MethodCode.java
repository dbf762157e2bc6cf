package dev.shirube.bytecode;

import dev.shirube.catalogue.CallSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** One method with the places in it that use members of the catalogue. */
final class MethodCode extends MethodNode {

    private final MemberIndex index;
    private final IntSupplier offset;
    private final List<Site> sites = new ArrayList<>();
    private final Map<AbstractInsnNode, Site> calls = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> casts = new HashSet<>();
    private final int parameterSlots;
    private Set<String> handles = new HashSet<>();
    private boolean described = true;
    private int line = -1;

    /**
     * A use of a member.
     *
     * @param line from 1; -1 where the class does not tell
     * @param offset byte offset of the instruction in the method's code
     * @param arguments how many the call takes, without the receiver
     * @param reference the member as a method handle, where the instruction does not call it itself
     */
    record Site(AbstractInsnNode instruction, int line, int offset, int arguments, Handle reference) {}

    /** ASM reads a reference to nothing as null; no instruction may have one (JVM Specification, section 4.4). */
    private static String named(String name) {
        return Objects.requireNonNull(name, "a reference to nothing");
    }

    MethodCode(MemberIndex index, IntSupplier offset, int access, String name, String descriptor) {
        super(Opcodes.ASM9, access, named(name), named(descriptor), null, null);
        this.index = index;
        this.offset = offset;
        int self = (access & Opcodes.ACC_STATIC) == 0 ? 0 : 1;
        this.parameterSlots = (Type.getArgumentsAndReturnSizes(descriptor) >> 2) - self;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number; // noted at the sites; in the code it would only be one more step to follow
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String member, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, named(owner), named(member), named(descriptor), isInterface);
        boolean described = described(Descriptors.ofMethod(descriptor));
        if (index.has(owner, member)) {
            if (!described) {
                throw new IllegalArgumentException("a call without a descriptor"); // nothing could be said of it
            }
            add(Type.getArgumentTypes(descriptor).length, null);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String member, String descriptor) {
        super.visitFieldInsn(opcode, named(owner), named(member), named(descriptor));
        described(Descriptors.ofField(descriptor));
        if (opcode == Opcodes.GETSTATIC && index.has(owner, member)) {
            add(0, null);
        }
    }

    /** A type is one site a line: a pattern is compiled to a test and a cast. */
    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, named(type));
        boolean asks = opcode == Opcodes.CHECKCAST || opcode == Opcodes.INSTANCEOF;
        if (asks && index.has(type, CallSite.CAST_MEMBER) && casts.add(type + " " + line)) {
            add(0, null);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String member, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(named(member), named(descriptor), bootstrap, arguments);
        described(Descriptors.ofMethod(descriptor));
        for (Object argument : arguments) {
            addReference(argument);
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        super.visitLdcInsn(value);
        addReference(value);
    }

    /** Code with an instruction whose descriptor is none cannot be followed. */
    private boolean described(boolean well) {
        described &= well;
        return well;
    }

    private void addReference(Object constant) {
        if (constant instanceof Handle handle) {
            handles.add(handle.getName() + handle.getDesc());
        }
        if (constant instanceof Handle handle && index.has(handle.getOwner(), handle.getName())) {
            add(0, handle);
        }
    }

    private void add(int arguments, Handle reference) {
        Site site = new Site(instructions.getLast(), line, offset.getAsInt(), arguments, reference);
        sites.add(site);
        if (reference == null) {
            calls.put(site.instruction(), site);
        }
    }

    @Override
    public void visitEnd() {
        if (localVariables != null) {
            for (LocalVariableNode variable : localVariables) {
                if (variable.name != null) { // debugging information is no reason to refuse a class
                    names.putIfAbsent(variable.index, variable.name);
                }
            }
            localVariables = null;
        }
        dropUnusedLabels();
    }

    /** Debugging information leaves a label at every line; each would be a step to follow. */
    private void dropUnusedLabels() {
        Set<LabelNode> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TryCatchBlockNode block : tryCatchBlocks) {
            used.addAll(List.of(block.start, block.end, block.handler));
        }
        for (AbstractInsnNode instruction : instructions) {
            if (instruction instanceof JumpInsnNode jump) {
                used.add(jump.label);
            } else if (instruction instanceof TableSwitchInsnNode table) {
                used.addAll(table.labels);
                used.add(table.dflt);
            } else if (instruction instanceof LookupSwitchInsnNode lookup) {
                used.addAll(lookup.labels);
                used.add(lookup.dflt);
            }
        }
        for (AbstractInsnNode instruction : instructions.toArray()) {
            if (instruction instanceof LabelNode label && !used.contains(label)) {
                instructions.remove(label);
            }
        }
    }

    /** From now on notes there every member, by name and descriptor, of which a handle is made. */
    void collectHandles(Set<String> into) {
        handles = into;
    }

    boolean is(int flag) {
        return (access & flag) != 0;
    }

    /** Whether an annotation other than the language's own may tell a framework to call it. */
    boolean annotated() {
        return visibleAnnotations != null
                && visibleAnnotations.stream().anyMatch(it -> !it.desc.startsWith("Ljava/lang/"));
    }

    /** What an annotation says of the setting that is handed to the parameter at that position. */
    Injection injection(int position) {
        boolean each = visibleParameterAnnotations != null
                && visibleParameterAnnotations.length == Type.getArgumentTypes(desc).length;
        return Injection.of(each ? visibleParameterAnnotations[position] : null);
    }

    /** Whether some site calls something with arguments or on an object. */
    boolean takesOperands() {
        return sites.stream()
                .anyMatch(it -> it.reference() == null
                        && it.instruction() instanceof MethodInsnNode call
                        && (it.arguments() > 0 || call.getOpcode() != Opcodes.INVOKESTATIC));
    }

    /** Every site, in the order of the code. */
    List<Site> sites() {
        return sites;
    }

    /** The site at an instruction that itself calls or reads the member. */
    Optional<Site> call(AbstractInsnNode instruction) {
        return Optional.ofNullable(calls.get(instruction));
    }

    /** Whether it may have code at all, with room for its parameters (JVM Specification, sections 4.7.3 and 4.11). */
    boolean isPlausible() {
        return described && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0 && parameterSlots <= maxLocals;
    }

    /** Name of a parameter by its local variable, where the class carries debugging information. */
    String parameterName(int local) {
        return names.getOrDefault(local, "");
    }

    /** Whether the compiler made this method from a lambda expression: its parameters come from elsewhere. */
    boolean isLambda() {
        return (access & Opcodes.ACC_SYNTHETIC) != 0 && name.startsWith("lambda$");
    }
}
