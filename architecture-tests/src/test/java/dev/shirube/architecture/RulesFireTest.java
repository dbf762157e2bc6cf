package dev.shirube.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A negative example for each forbidden arrow: a class that draws it, made on the spot, and the rule that must fire. */
class RulesFireTest {

    @TempDir
    Path classes;

    @ParameterizedTest
    @MethodSource
    void aForbiddenArrowIsCaught(String from, String to) throws IOException {
        write(Floors.ROOT + to + ".Target", "java.lang.Object");
        write(Floors.ROOT + from + ".Culprit", Floors.ROOT + to + ".Target");
        assertFires(Rules.arrow(from, to));
    }

    static Stream<Object[]> aForbiddenArrowIsCaught() {
        return Floors.forbiddenArrows().stream().map(it -> it.toArray());
    }

    @ParameterizedTest
    @MethodSource
    void aLibraryOutsideItsWallIsCaught(String floor, String library) throws IOException {
        write(Floors.ROOT + floor + ".Culprit", library + ".Something");
        assertFires(Rules.library(floor, library));
    }

    static Stream<Object[]> aLibraryOutsideItsWallIsCaught() {
        return Floors.forbiddenLibraries().stream().map(it -> it.toArray());
    }

    @Test
    void aCycleOfPackagesIsCaught() throws IOException {
        write("dev.shirube.one.A", "dev.shirube.two.B");
        write("dev.shirube.two.B", "dev.shirube.one.A");
        assertFires(Rules.NO_PACKAGE_CYCLES);
    }

    @Test
    void aClockBelowTheShellIsCaughtAndInTheShellIsNot() throws IOException {
        writeCalling("dev.shirube.shell.Allowed", "java/time/LocalDate", "now", "()Ljava/time/LocalDate;");
        writeCalling("dev.shirube.planner.Innocent", "java/time/LocalDate", "of", "(III)Ljava/time/LocalDate;");
        assertThat(Rules.holds(Rules.NO_CLOCK_OR_LOCALE_BELOW_THE_SHELL, read()))
                .isTrue();
        writeCalling("dev.shirube.planner.Culprit", "java/time/LocalDate", "now", "()Ljava/time/LocalDate;");
        assertFires(Rules.NO_CLOCK_OR_LOCALE_BELOW_THE_SHELL);
    }

    @Test
    void aProcessIsCaught() throws IOException {
        writeCalling("dev.shirube.engine.Culprit", "java/lang/ProcessBuilder", "start", "()Ljava/lang/Process;");
        assertFires(Rules.NOTHING_IS_EXECUTED);
    }

    @Test
    void aConnectionOutsideTheEndpointReaderIsCaught() throws IOException {
        write("dev.shirube.material.Culprit", "java.net.Socket");
        assertFires(Rules.ONLY_ENDPOINTS_ARE_CONTACTED);
    }

    private void assertFires(ArchRule rule) {
        assertThat(Rules.holds(rule, read())).as(rule.getDescription()).isFalse();
    }

    private JavaClasses read() {
        return new ClassFileImporter().importPath(classes);
    }

    /** A class with one field of the other's type. */
    private void write(String name, String fieldType) throws IOException {
        ClassWriter writer = start(name);
        writer.visitField(0, "field", "L" + fieldType.replace('.', '/') + ";", null, null)
                .visitEnd();
        finish(name, writer);
    }

    /** A class with one static method that calls another. */
    private void writeCalling(String name, String owner, String member, String descriptor) throws IOException {
        ClassWriter writer = start(name);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "call", "()V", null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, member, descriptor, false);
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        finish(name, writer);
    }

    private static ClassWriter start(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
        return writer;
    }

    private void finish(String name, ClassWriter writer) throws IOException {
        writer.visitEnd();
        Path file = classes.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
    }
}
