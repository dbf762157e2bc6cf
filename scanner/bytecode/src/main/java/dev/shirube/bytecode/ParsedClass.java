package dev.shirube.bytecode;

import dev.shirube.catalogue.CallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;

/** A class as far as we look at it: its methods that use members of the catalogue, and its constants. */
final class ParsedClass extends ClassVisitor {

    private final MemberIndex index;
    private final OffsetReader reader;
    private final List<MethodCode> methods = new ArrayList<>();
    private final Map<String, Object> constants = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Set<String> fieldNames = new HashSet<>();
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> nest = new HashSet<>();
    private final Set<String> handles = new HashSet<>();
    private boolean whole;
    private String name = "";
    private int access;

    /**
     * A field as it is declared.
     *
     * @param constant its constant value; null where it has none
     * @param annotations those that a framework can see
     */
    record Field(int access, Object constant, List<AnnotationNode> annotations) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }

        /** Whether a framework may write it. */
        boolean annotated() {
            return annotations.stream().anyMatch(it -> !it.desc.startsWith("Ljava/lang/"));
        }
    }

    private ParsedClass(MemberIndex index, OffsetReader reader) {
        super(Opcodes.ASM9);
        this.index = index;
        this.reader = reader;
    }

    /**
     * Two passes: a cheap one that finds the methods with a site, and one that builds the code of those only.
     *
     * @throws RuntimeException of many kinds, by ASM, when the class is not well-formed
     */
    static ParsedClass of(byte[] bytes, MemberIndex index) {
        OffsetReader reader = new OffsetReader(bytes);
        ParsedClass parsed = new ParsedClass(index, reader);
        reader.accept(parsed.new Finder(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (!parsed.wanted.isEmpty()) {
            reader.accept(parsed, ClassReader.SKIP_FRAMES);
        }
        return parsed;
    }

    /**
     * The class with all of its methods, without debugging information.
     *
     * @throws RuntimeException of many kinds, by ASM, when the class is not well-formed
     */
    static ParsedClass whole(byte[] bytes, MemberIndex index) {
        OffsetReader reader = new OffsetReader(bytes);
        ParsedClass parsed = new ParsedClass(index, reader);
        parsed.whole = true;
        reader.accept(parsed, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        return parsed;
    }

    /** The members that are looked for. */
    MemberIndex index() {
        return index;
    }

    int access() {
        return access;
    }

    /** The field of that name and descriptor, if this class declares it. */
    Optional<Field> field(String field, String descriptor) {
        return Optional.ofNullable(fields.get(field + descriptor));
    }

    /** The method of that name and descriptor, if this class declares it and it was kept. */
    Optional<MethodCode> method(String method, String descriptor) {
        return methods.stream()
                .filter(it -> it.name.equals(method) && it.desc.equals(descriptor))
                .findFirst();
    }

    /** Whether the class declares a field or method of that name, whatever its type; for a class that was read whole. */
    boolean declares(String member) {
        return fieldNames.contains(member) || methods.stream().anyMatch(it -> it.name.equals(member));
    }

    /** Classes that may use each other's private members, as far as this one names them. */
    Set<String> nest() {
        return nest;
    }

    /** Whether the member is handed on as a method handle. */
    boolean hands(String member, String descriptor) {
        return handles.contains(member + descriptor);
    }

    /** Internal name: {@code com/acme/Signer}. */
    String name() {
        return name;
    }

    /** Methods with at least one site, in the order of the class file. */
    List<MethodCode> methods() {
        return methods;
    }

    /** Value of a static field of this class that has a constant one; null for any other. */
    Object constant(String owner, String field) {
        return owner.equals(name) ? constants.get(field) : null;
    }

    @Override
    public void visit(int version, int flags, String self, String signature, String parent, String[] interfaces) {
        name = Objects.requireNonNull(self, "a class without a name");
        access = flags;
    }

    @Override
    public void visitNestHost(String host) {
        nest.add(host);
    }

    @Override
    public void visitNestMember(String member) {
        nest.add(member);
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
        Object constant = (flags & Opcodes.ACC_FINAL) != 0 ? value : null;
        if (constant != null) {
            constants.put(field, constant);
        }
        fieldNames.add(field);
        List<AnnotationNode> annotations = new ArrayList<>();
        fields.put(field + descriptor, new Field(flags, constant, annotations));
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                if (!visible) {
                    return null;
                }
                AnnotationNode annotation = new AnnotationNode(type);
                annotations.add(annotation);
                return annotation;
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String method, String descriptor, String signature, String[] exceptions) {
        if (!whole && !wanted.contains(method + descriptor)) {
            return null;
        }
        MethodCode code = new MethodCode(index, reader::offset, flags, method, descriptor);
        code.collectHandles(handles);
        methods.add(code);
        return code;
    }

    /** A class reader that knows where in the method's code it is. */
    private static final class OffsetReader extends ClassReader {
        private int offset;

        OffsetReader(byte[] bytes) {
            super(bytes);
        }

        @Override
        protected void readBytecodeInstructionOffset(int bytecodeOffset) {
            offset = bytecodeOffset;
        }

        int offset() {
            return offset;
        }
    }

    private final class Finder extends ClassVisitor {
        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new SiteFinder(method + descriptor);
        }
    }

    private final class SiteFinder extends MethodVisitor {
        private final String method;

        SiteFinder(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String member, String descriptor, boolean isInterface) {
            note(owner, member);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String member, String descriptor) {
            if (opcode == Opcodes.GETSTATIC) {
                note(owner, member);
            }
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.CHECKCAST || opcode == Opcodes.INSTANCEOF) {
                note(type, CallSite.CAST_MEMBER);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String member, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                visitLdcInsn(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Handle handle) {
                note(handle.getOwner(), handle.getName());
            }
        }

        private void note(String owner, String member) {
            if (index.has(owner, member)) {
                wanted.add(method);
            }
        }
    }
}
