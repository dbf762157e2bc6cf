package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Beside a reader of class files that is not ours. */
class ClassReferencesTest {

    /** What a class refers to as another reader tells it: parents, fields, owners of what is called, annotations. */
    private static final class Told extends ClassVisitor {
        private final Set<String> names = new HashSet<>();

        Told() {
            super(Opcodes.ASM9);
        }

        private void type(Type type) {
            Type plain = type.getSort() == Type.ARRAY ? type.getElementType() : type;
            if (plain.getSort() == Type.OBJECT && !plain.getInternalName().startsWith("java/")) {
                names.add(plain.getInternalName());
            }
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            type(Type.getObjectType(parent));
            for (String it : interfaces) {
                type(Type.getObjectType(it));
            }
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            type(Type.getType(descriptor));
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            type(Type.getType(descriptor));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String sign, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitTypeInsn(int opcode, String type) {
                    type(Type.getObjectType(type));
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String its, boolean isInterface) {
                    type(Type.getObjectType(owner));
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String its) {
                    type(Type.getObjectType(owner));
                }
            };
        }
    }

    @Test
    void everythingThatAnotherReaderTellsIsThere() throws Exception {
        int seen = 0;
        try (ZipFile jar = new ZipFile(Jars.of(JWSObject.class).toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(it ->
                            it.getName().endsWith(".class") && !it.getName().endsWith("-info.class"))
                    .toList()) {
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                Told told = new Told();
                new ClassReader(bytes).accept(told, ClassReader.SKIP_DEBUG);
                ClassReferences read = ClassReferences.of(ConstantPool.of(bytes).orElseThrow(), EntryPoints.STANDARD);
                List<Long> wanted = told.names.stream().map(NameHash::of).toList();
                Set<Long> names = new HashSet<>();
                for (long name : read.names()) {
                    assertThat(names.add(name)).isTrue();
                }
                assertThat(names).as(entry.getName()).containsAll(wanted);
                seen += wanted.size();
            }
        }
        assertThat(seen).isGreaterThan(2000);
    }

    @Test
    void namesThatDifferHaveDifferentHashes() {
        Set<Long> hashes = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            names.add("com/acme/p" + i % 7 + "/Class" + i);
            names.add("com/acme/p" + i % 7 + "/Class" + i + "$1");
        }
        names.forEach(name -> hashes.add(NameHash.of(name)));
        assertThat(hashes).hasSize(names.size());
        assertThat(NameHash.of("com.acme.A")).isEqualTo(NameHash.of("com/acme/A"));
    }

    @Test
    void aTableKeepsWhatWasPutIntoIt() {
        Random random = new Random(1);
        LongTable table = new LongTable();
        List<Long> keys =
                new ArrayList<>(new HashSet<>(random.longs(10_000).boxed().toList()));
        keys.add(0L);
        keys.forEach(table::add);
        keys.forEach(table::add);
        assertThat(table.size()).isEqualTo(keys.size());
        assertThat(table.inOrder())
                .containsExactly(keys.stream().mapToLong(it -> it).toArray());
        assertThat(table.get(keys.get(17))).isEqualTo(17);
        assertThat(table.contains(random.nextLong())).isFalse();
    }
}
