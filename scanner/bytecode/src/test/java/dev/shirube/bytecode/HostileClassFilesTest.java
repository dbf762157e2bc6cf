package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler writes: each gives a diagnostic or a finding, and none an exception. */
class HostileClassFilesTest {

    private static final BytecodeDetector DETECTOR = new BytecodeDetector();
    private static final String SIGNATURE = "java/security/Signature";
    private static final String GET_INSTANCE = "(Ljava/lang/String;)Ljava/security/Signature;";

    private static byte[] signer(Consumer<MethodVisitor> before, int maxStack, int maxLocals) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Signer", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "sign", "()V", null, null);
        method.visitCode();
        before.accept(method);
        method.visitLdcInsn("SHA256withRSA");
        method.visitMethodInsn(Opcodes.INVOKESTATIC, SIGNATURE, "getInstance", GET_INSTANCE, false);
        method.visitInsn(Opcodes.POP);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(maxStack, maxLocals);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] signer() {
        return signer(method -> {}, 1, 0);
    }

    private static DiagnosticCode onlyCode(Detection detection) {
        assertThat(detection.diagnostics()).hasSize(1);
        return detection.diagnostics().get(0).code();
    }

    @Test
    void aClassIsKnownByItsMagicNumberAndNotByItsName() {
        assertThat(DETECTOR.accepts(new InMemoryInput("agent/Signer.classdata", signer())))
                .isTrue();
        assertThat(Compiled.detect("agent/Signer.classdata", signer()).findings())
                .hasSize(1);
        byte[] fatMachO = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 2, 1, 0, 0, 7};
        assertThat(DETECTOR.accepts(new InMemoryInput("lib/libcrypto.dylib", fatMachO)))
                .isFalse();
        assertThat(DETECTOR.accepts(InMemoryInput.of("README", "java/security/Signature")))
                .isFalse();
    }

    @Test
    void whatIsOnlyNamedLikeAClassIsSaidNotToBeOne() {
        Detection detection = Compiled.detect(
                "A.class",
                "version https://git-lfs.github.com java/security/Signature".getBytes(StandardCharsets.UTF_8));
        assertThat(onlyCode(detection)).isEqualTo(DiagnosticCode.NOT_WHAT_IT_SAYS);
        assertThat(onlyCode(Compiled.detect("A.class", new byte[0]))).isEqualTo(DiagnosticCode.NOT_WHAT_IT_SAYS);
    }

    @Test
    void aClassNewerThanTheReaderIsReadAsTheNewestKnown() {
        byte[] newer = signer();
        newer[7] = 99;
        Detection detection = Compiled.detect("A.class", newer);
        assertThat(onlyCode(detection)).isEqualTo(DiagnosticCode.NEWER_FORMAT);
        assertThat(detection.diagnostics().get(0).message(Language.EN)).contains("class file version 99");
        assertThat(detection.findings()).hasSize(1);
        assertThat(newer[7]).as("the shared array is not written to").isEqualTo((byte) 99);
    }

    @Test
    void aPreviewClassIsRead() {
        byte[] preview = signer();
        preview[4] = (byte) 0xFF;
        preview[5] = (byte) 0xFF;
        assertThat(Compiled.detect("A.class", preview).findings()).hasSize(1);
    }

    @Test
    void aTruncatedClassIsMalformed() {
        byte[] whole = signer();
        Detection detection = Compiled.detect("A.class", Arrays.copyOf(whole, whole.length / 2));
        assertThat(onlyCode(detection)).isEqualTo(DiagnosticCode.MALFORMED);
        assertThat(detection.findings()).isEmpty();
    }

    @Test
    void noTruncationAndNoChangedByteIsAnException() {
        byte[] whole = signer();
        for (int length = ClassHeader.LENGTH; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatCode(() -> Compiled.detect("A.class", part)).doesNotThrowAnyException();
        }
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = whole.clone();
            changed[ClassHeader.LENGTH + random.nextInt(whole.length - ClassHeader.LENGTH)] = (byte) random.nextInt();
            changed[ClassHeader.LENGTH + random.nextInt(whole.length - ClassHeader.LENGTH)] = (byte) random.nextInt();
            assertThatCode(() -> Compiled.detect("A.class", changed)).doesNotThrowAnyException();
        }
    }

    @Test
    void aMethodTooLargeToFollowIsFoundAndSaid() {
        byte[] large = signer(
                method -> {
                    for (int i = 0; i < 10_000; i++) {
                        method.visitInsn(Opcodes.NOP);
                    }
                },
                65_535,
                65_535);
        Detection detection = Compiled.detect("A.class", large);
        assertThat(onlyCode(detection)).isEqualTo(DiagnosticCode.LIMIT_REACHED);
        assertThat(detection.findings()).hasSize(1).allSatisfy(it -> {
            assertThat(it.evidence().values()).isEmpty();
            assertThat(it.evidence().reason()).isEqualTo("method-too-large");
        });
    }

    @Test
    void aMethodTooEntangledToFollowIsGivenUpInTimeAndSaid() {
        int variables = 700;
        byte[] entangled = signer(
                method -> {
                    Label start = new Label();
                    method.visitLabel(start);
                    for (int i = 0; i < variables; i++) {
                        method.visitIntInsn(Opcodes.SIPUSH, i);
                        method.visitVarInsn(Opcodes.ISTORE, i % 300);
                        method.visitVarInsn(Opcodes.ILOAD, (i * 7) % 300);
                        method.visitVarInsn(Opcodes.ISTORE, (i * 11) % 300);
                        method.visitInsn(Opcodes.ICONST_0);
                        method.visitJumpInsn(Opcodes.IFEQ, start);
                    }
                },
                2,
                1_500);
        Detection detection = assertTimeout(Duration.ofSeconds(20), () -> Compiled.detect("A.class", entangled));
        assertThat(onlyCode(detection)).isEqualTo(DiagnosticCode.LIMIT_REACHED);
        assertThat(detection.findings()).hasSize(1);
    }

    @Test
    void annotationsNestedWithoutEndAreMalformed() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Signer", null, "java/lang/Object", null);
        Deque<AnnotationVisitor> open = new ArrayDeque<>();
        open.push(writer.visitAnnotation("Lcom/acme/Deep;", true));
        for (int depth = 0; depth < 200_000; depth++) {
            open.push(open.element().visitArray("value"));
        }
        open.forEach(AnnotationVisitor::visitEnd);
        writer.newMethod(SIGNATURE, "getInstance", GET_INSTANCE, false);
        writer.visitEnd();
        assertThat(onlyCode(Compiled.detect("A.class", writer.toByteArray()))).isEqualTo(DiagnosticCode.MALFORMED);
    }

    @Test
    void codeThatNoVerifierAcceptsIsFoundWithItsAlgorithmOpen() {
        byte[] underflow = signer(method -> method.visitInsn(Opcodes.POP), 1, 0);
        Detection detection = Compiled.detect("A.class", underflow);
        assertThat(detection.findings())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.evidence().reason()).isEqualTo("invalid-code"));
    }

    @Test
    void aFieldWithTheDescriptorOfAMethodIsInvalidCode() {
        byte[] typed = signer(
                method -> {
                    method.visitFieldInsn(Opcodes.GETSTATIC, "com/acme/Other", "name", "()V");
                    method.visitInsn(Opcodes.POP);
                },
                1,
                0);
        assertThat(Compiled.detect("A.class", typed).findings())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.evidence().reason()).isEqualTo("invalid-code"));
    }

    @Test
    void twoReferencesInOneInstructionAreTwoFindings() {
        Handle bootstrap = new Handle(Opcodes.H_INVOKESTATIC, "com/acme/Signer", "link", "()V", false);
        Handle sign = new Handle(Opcodes.H_INVOKESTATIC, SIGNATURE, "getInstance", GET_INSTANCE, false);
        Handle digest = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/security/MessageDigest",
                "getInstance",
                "(Ljava/lang/String;)Ljava/security/MessageDigest;",
                false);
        byte[] both = signer(method -> method.visitInvokeDynamicInsn("go", "()V", bootstrap, sign, digest), 1, 0);
        assertThat(Compiled.detect("A.class", both).findings())
                .extracting(it -> it.occurrence().symbol() + " " + it.evidence().reason())
                .containsExactlyInAnyOrder(
                        "java.security.Signature#getInstance method-reference",
                        "java.security.MessageDigest#getInstance method-reference",
                        "java.security.Signature#getInstance ");
    }

    @Test
    void codeThatIsNeverReachedIsFound() {
        byte[] dead = signer(method -> method.visitInsn(Opcodes.RETURN), 1, 0);
        assertThat(Compiled.detect("A.class", dead).findings())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.evidence().reason()).isEqualTo("unreachable"));
    }

    @Test
    void aTextThatGrowsInALoopEndsUnresolved() {
        byte[] growing = signer(
                method -> {
                    Label again = new Label();
                    method.visitLdcInsn("RSA");
                    method.visitVarInsn(Opcodes.ASTORE, 0);
                    method.visitLabel(again);
                    method.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
                    method.visitInsn(Opcodes.DUP);
                    method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
                    append(method);
                    append(method);
                    method.visitMethodInsn(
                            Opcodes.INVOKEVIRTUAL,
                            "java/lang/StringBuilder",
                            "toString",
                            "()Ljava/lang/String;",
                            false);
                    method.visitVarInsn(Opcodes.ASTORE, 0);
                    method.visitVarInsn(Opcodes.ALOAD, 0);
                    method.visitMethodInsn(Opcodes.INVOKESTATIC, SIGNATURE, "getInstance", GET_INSTANCE, false);
                    method.visitJumpInsn(Opcodes.IFNONNULL, again);
                },
                4,
                1);
        Detection detection = Compiled.detect("A.class", growing);
        assertThat(detection.findings())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it.evidence().values()).isEmpty());
    }

    private static void append(MethodVisitor method) {
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/StringBuilder",
                "append",
                "(Ljava/lang/String;)Ljava/lang/StringBuilder;",
                false);
    }

    @Test
    void bytesThatCannotBeHadAreADiagnostic() {
        ScanInput input = new ScanInput() {
            @Override
            public String location() {
                return "A.class";
            }

            @Override
            public long size() {
                return 10;
            }

            @Override
            public byte[] bytes() throws IOException {
                throw new IOException("disk gone");
            }
        };
        Detection detection = DETECTOR.detect(input, InMemoryUnit.of(input));
        assertThat(detection.diagnostics())
                .containsExactly(Diagnostic.of(DiagnosticCode.UNREADABLE, "A.class", "disk gone"));
    }
}
