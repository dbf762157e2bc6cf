package dev.shirube.bytecode;

import dev.shirube.catalogue.ApiPoint;
import dev.shirube.catalogue.CallSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
        write(folder, rows);
        String home = owner.substring(0, owner.lastIndexOf('.'));
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getPackages().contains(home))
                .findFirst()
                .map(module -> List.of("--patch-module", module.getName() + "=" + folder))
                .orElse(List.of("-classpath", folder.toString()));
    }

    /** Writes stubs for all owners of these rows, and for every type in their descriptors that this JDK lacks. */
    static void write(Path folder, List<ApiPoint> rows) throws IOException {
        Map<String, List<ApiPoint>> owners = new TreeMap<>();
        TreeSet<String> types = new TreeSet<>();
        for (ApiPoint row : rows) {
            String internal = row.owner().replace('.', '/');
            owners.computeIfAbsent(internal, it -> new ArrayList<>()).add(row);
            row.verified().forEach(descriptor -> types(descriptor, types));
        }
        types.addAll(owners.keySet());
        for (String type : List.copyOf(types)) {
            enclosing(type).ifPresent(types::add);
        }
        for (String type : types) {
            if (owners.containsKey(type) || ClassLoader.getSystemResource(type + ".class") == null) {
                write(folder, type, owners.getOrDefault(type, List.of()), types);
            }
        }
    }

    private static Optional<String> enclosing(String type) {
        int dollar = type.indexOf('$');
        return dollar < 0 ? Optional.empty() : Optional.of(type.substring(0, dollar));
    }

    private static void write(Path folder, String type, List<ApiPoint> rows, Set<String> types) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, type, null, "java/lang/Object", null);
        for (String other : types) {
            enclosing(other)
                    .ifPresent(outer -> writer.visitInnerClass(
                            other,
                            outer,
                            other.substring(outer.length() + 1),
                            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC));
        }
        Set<String> written = new TreeSet<>();
        for (ApiPoint row : rows) {
            for (String descriptor : row.verified()) {
                if (written.add(row.member() + descriptor)) {
                    member(writer, row, descriptor);
                }
            }
        }
        write(folder, type, writer);
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
        List<Type> found = new ArrayList<>();
        if (descriptor.startsWith("(")) {
            found.addAll(List.of(Type.getArgumentTypes(descriptor)));
            found.add(Type.getReturnType(descriptor));
        } else {
            found.add(Type.getType(descriptor));
        }
        for (Type type : found) {
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
