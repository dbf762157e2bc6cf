package dev.shirube.material;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What stands between PEM markers and is no DER: recognised by its first bytes, because a label may lie. */
final class PemBodies {

    /** OpenSSH private keys and signatures, keys of sigstore, files of age: each has a detector of its own. */
    private static final List<byte[]> READ_BY_OTHERS =
            List.of(ascii("openssh-key-v1\0"), ascii("SSHSIG"), ascii("{\"kdf\":"), ascii("age-encryption.org/v1\n"));

    private PemBodies() {}

    /** Whether another detector than that of DER reads it. */
    static boolean isReadByAnother(byte[] bytes) {
        return READ_BY_OTHERS.stream().anyMatch(it -> startsWith(bytes, it));
    }

    private static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length > first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
