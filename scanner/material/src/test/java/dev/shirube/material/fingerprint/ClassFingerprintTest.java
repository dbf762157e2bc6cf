package dev.shirube.material.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassFingerprintTest {

    /** A class with switches of both kinds, wide constants, calls of interfaces and arrays. */
    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in =
                type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void everyInstructionOfRealClassesIsRead() throws IOException {
        for (Class<?> type :
                new Class<?>[] {CodeShape.class, ShapeDigest.class, java.math.BigDecimal.class, Math.class}) {
            Fingerprint fingerprint = ClassFingerprint.of(bytes(type)).orElseThrow();
            assertThat(fingerprint.name()).isEqualTo(type.getName().replace('.', '/'));
            assertThat(fingerprint.digest()).hasSize(ClassFingerprint.LENGTH);
        }
    }

    @Test
    void twoClassesDiffer() throws IOException {
        assertThat(ClassFingerprint.of(bytes(Slot.class)).orElseThrow().digest())
                .isNotEqualTo(
                        ClassFingerprint.of(bytes(Witness.class)).orElseThrow().digest());
    }

    @Test
    void whatIsNoClassFileHasNone() {
        assertThat(ClassFingerprint.of(new byte[0])).isEmpty();
        assertThat(ClassFingerprint.of("PK and so on".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void damagedClassFilesNeverThrow() throws IOException {
        byte[] whole = bytes(CodeShape.class);
        for (int length = 0; length < whole.length / 2; length += 7) {
            assertThat(ClassFingerprint.of(Arrays.copyOf(whole, length))).isEmpty();
        }
        Random random = new Random(20261123);
        int read = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read += ClassFingerprint.of(damaged).isPresent() ? 1 : 0;
            ModuleDescriptor.of(damaged);
        }
        assertThat(read).isBetween(1, 4_999);
    }

    @Test
    void aModuleIsReadFromItsDescriptorAndNothingElse() throws IOException {
        try (InputStream in = Object.class.getResourceAsStream("/module-info.class")) {
            assertThat(ModuleDescriptor.of(in.readAllBytes()).orElseThrow().name())
                    .isEqualTo("java.base");
        }
        assertThat(ModuleDescriptor.of(bytes(Slot.class))).isEmpty();
    }
}
