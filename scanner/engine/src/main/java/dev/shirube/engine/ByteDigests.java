package dev.shirube.engine;

import dev.shirube.engine.zip.ByteSource;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of inputs, in lower-case hexadecimal. */
final class ByteDigests {
    private static final int STEP = 1 << 16;

    private ByteDigests() {}

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The digest of an input that need not fit into memory. */
    static String of(ScanInput input) throws IOException {
        MessageDigest digest = sha256();
        try (ByteSource source = SeekableInput.of(input).open()) {
            byte[] buffer = new byte[(int) Math.min(STEP, source.size())];
            for (long at = 0; at < source.size(); at += buffer.length) {
                int length = (int) Math.min(buffer.length, source.size() - at);
                source.read(at, buffer, 0, length);
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
