package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import dev.shirube.catalogue.Catalogue;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Every row in every way in which code can use its member: called or read, by each overload, as a method handle, and, of a
 * constructor, from a subclass.
 */
class EveryPointTest {

    private static final BytecodeDetector DETECTOR = new BytecodeDetector();
    private static final String USER = "com/acme/User";

    /** A row that asks for certain arguments is met by its example alone. */
    static Stream<ApiPoint> points() {
        return Catalogue.standard().points().stream()
                .filter(it -> it.shape().where().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("points")
    void everyUseOfTheMemberIsASite(ApiPoint point) throws Exception {
        for (String descriptor : descriptors(point)) {
            List<Finding> findings = findings(point, descriptor);
            assertThat(members(findings, point)).as(descriptor).isEqualTo(expected(point));
        }
    }

    private static List<String> members(List<Finding> findings, ApiPoint point) {
        return findings.stream()
                .filter(it -> it.evidence().row().equals(point.id()))
                .map(it -> it.occurrence().member().replaceAll(".*#|\\(.*", ""))
                .distinct()
                .sorted()
                .toList();
    }

    /** A default is told only where the maker of the object is seen, and a handle shows no configuration key. */
    private static List<String> expected(ApiPoint point) {
        boolean waits = !point.keys().isEmpty() || point.meaning().startsWith("unset:");
        return switch (point.kind()) {
            case CONSTRUCTOR -> List.of("<init>", "direct", "handle");
            case FIELD, CAST -> List.of("direct");
            default ->
                point.meaning().startsWith("unset:")
                        ? List.of()
                        : waits ? List.of("direct") : List.of("direct", "handle");
        };
    }

    private static List<String> descriptors(ApiPoint point) throws ReflectiveOperationException {
        if (point.kind() == CallSite.Kind.CAST) {
            return List.of("");
        }
        if (!point.verified().isEmpty()) {
            return point.verified();
        }
        Class<?> owner = Class.forName(point.owner(), false, ClassLoader.getSystemClassLoader());
        List<String> found = switch (point.kind()) {
            case FIELD ->
                List.of(Type.getDescriptor(owner.getField(point.member()).getType()));
            case CONSTRUCTOR ->
                Arrays.stream(owner.getConstructors())
                        .map((Constructor<?> it) -> Type.getConstructorDescriptor(it))
                        .toList();
            default ->
                Arrays.stream(owner.getMethods())
                        .filter(it -> it.getName().equals(point.member()))
                        .map((Method it) -> Type.getMethodDescriptor(it))
                        .toList();
        };
        assertThat(found).isNotEmpty();
        return found;
    }

    private static List<Finding> findings(ApiPoint point, String descriptor) {
        ScanInput input = new InMemoryInput("User.class", user(point, descriptor));
        Detection detection = DETECTOR.detect(input, InMemoryUnit.of(input));
        assertThat(detection.diagnostics()).isEmpty();
        return detection.findings();
    }

    private static byte[] user(ApiPoint point, String descriptor) {
        String owner = point.owner().replace('.', '/');
        boolean created = point.kind() == CallSite.Kind.CONSTRUCTOR;
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, USER, null, created ? owner : "java/lang/Object", null);
        MethodVisitor direct = writer.visitMethod(Opcodes.ACC_STATIC, "direct", "()V", null, null);
        direct.visitCode();
        use(direct, point, owner, descriptor);
        direct.visitInsn(Opcodes.RETURN);
        direct.visitMaxs(0, 0);
        direct.visitEnd();
        if (point.kind() != CallSite.Kind.FIELD && point.kind() != CallSite.Kind.CAST) {
            handle(writer, point, owner, descriptor);
        }
        if (created) {
            MethodVisitor subclass = writer.visitMethod(0, "<init>", "()V", null, null);
            subclass.visitCode();
            subclass.visitVarInsn(Opcodes.ALOAD, 0);
            arguments(subclass, point, descriptor);
            subclass.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
            subclass.visitInsn(Opcodes.RETURN);
            subclass.visitMaxs(0, 0);
            subclass.visitEnd();
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void use(MethodVisitor code, ApiPoint point, String owner, String descriptor) {
        switch (point.kind()) {
            case FIELD -> {
                code.visitFieldInsn(Opcodes.GETSTATIC, owner, point.member(), descriptor);
                pop(code, Type.getType(descriptor));
            }
            case CAST -> {
                code.visitInsn(Opcodes.ACONST_NULL);
                code.visitTypeInsn(Opcodes.CHECKCAST, owner);
                code.visitInsn(Opcodes.POP);
            }
            case CONSTRUCTOR -> {
                code.visitTypeInsn(Opcodes.NEW, owner);
                arguments(code, point, descriptor);
                code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
            }
            default -> {
                boolean isStatic = point.kind() == CallSite.Kind.STATIC_METHOD;
                if (!isStatic) {
                    code.visitInsn(Opcodes.ACONST_NULL);
                }
                arguments(code, point, descriptor);
                int opcode = isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL;
                code.visitMethodInsn(opcode, owner, point.member(), descriptor, false);
                pop(code, Type.getReturnType(descriptor));
            }
        }
    }

    private static void handle(ClassWriter writer, ApiPoint point, String owner, String descriptor) {
        int tag = switch (point.kind()) {
            case CONSTRUCTOR -> Opcodes.H_NEWINVOKESPECIAL;
            case STATIC_METHOD -> Opcodes.H_INVOKESTATIC;
            default -> Opcodes.H_INVOKEVIRTUAL;
        };
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "handle", "()V", null, null);
        code.visitCode();
        code.visitLdcInsn(new Handle(tag, owner, point.member(), descriptor, false));
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Something of each type; the first is a key that the row waits for, where it does. */
    private static void arguments(MethodVisitor code, ApiPoint point, String descriptor) {
        String key = point.keys().keySet().stream().findFirst().orElse("");
        for (Type type : Type.getArgumentTypes(descriptor)) {
            if (!key.isEmpty()) {
                key(code, key);
                key = "";
                continue;
            }
            switch (type.getSort()) {
                case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
                case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
                case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
                case Type.OBJECT, Type.ARRAY -> any(code);
                default -> code.visitInsn(Opcodes.ICONST_0);
            }
        }
    }

    /** An object of which nothing is known. */
    private static void any(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "com/acme/Any", "any", "()Ljava/lang/Object;", false);
    }

    private static void key(MethodVisitor code, String key) {
        int hash = key.indexOf('#');
        if (hash < 0) {
            code.visitLdcInsn(key);
        } else {
            String owner = key.substring(0, hash).replace('.', '/');
            code.visitFieldInsn(Opcodes.GETSTATIC, owner, key.substring(hash + 1), "L" + owner + ";");
        }
    }

    private static void pop(MethodVisitor code, Type type) {
        if (type.getSize() > 0) {
            code.visitInsn(type.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }
}
