package dev.shirube.bytecode;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files that have a library's members and nothing else, so that an example compiles without the library. */
final class Stubs {
    private Stubs() {}

    /**
     * Writes stubs for the owner of these rows, and for every type in their descriptors that this JDK lacks.
     *
     * @return compiler options under which they stand for the library
     */
    static List<String> write(Path folder, String owner, List<ApiPoint> rows) throws IOException {
        String internal = owner.replace('.', '/');
        ClassWriter writer = begin(internal);
        TreeSet<String> types = new TreeSet<>();
        for (ApiPoint row : rows) {
            for (String descriptor : row.verified()) {
                member(writer, row, descriptor);
                types(descriptor, types);
            }
        }
        write(folder, internal, writer);
        for (String type : types) {
            if (!type.equals(internal) && ClassLoader.getSystemResource(type + ".class") == null) {
                write(folder, type, begin(type));
            }
        }
        String home = owner.substring(0, owner.lastIndexOf('.'));
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getPackages().contains(home))
                .findFirst()
                .map(module -> List.of("--patch-module", module.getName() + "=" + folder))
                .orElse(List.of("-classpath", folder.toString()));
    }

    private static ClassWriter begin(String internal) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, internal, null, "java/lang/Object", null);
        return writer;
    }

    private static void member(ClassWriter writer, ApiPoint row, String descriptor) {
        int access = Opcodes.ACC_PUBLIC
                | (row.kind() == CallSite.Kind.STATIC_METHOD || row.kind() == CallSite.Kind.FIELD
                        ? Opcodes.ACC_STATIC
                        : 0);
        if (row.kind() == CallSite.Kind.FIELD) {
            writer.visitField(access | Opcodes.ACC_FINAL, row.member(), descriptor, null, null)
                    .visitEnd();
            return;
        }
        MethodVisitor method = writer.visitMethod(access | Opcodes.ACC_NATIVE, row.member(), descriptor, null, null);
        method.visitEnd();
    }

    private static void types(String descriptor, TreeSet<String> types) {
        if (!descriptor.startsWith("(")) {
            return;
        }
        Map<String, Type> found = new HashMap<>();
        for (Type type : Type.getArgumentTypes(descriptor)) {
            found.put(type.getDescriptor(), type);
        }
        found.put("return", Type.getReturnType(descriptor));
        for (Type type : found.values()) {
            Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (element.getSort() == Type.OBJECT) {
                types.add(element.getInternalName());
            }
        }
    }

    private static void write(Path folder, String internal, ClassWriter writer) throws IOException {
        writer.visitEnd();
        Path file = folder.resolve(internal + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
    }
}
