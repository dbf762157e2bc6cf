package dev.shirube.material.openpgp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of a compressed data packet (RFC 9580 section 5.6), as far as it may grow. */
final class Compressed {

    /** Signatures stand at the ends of what is compressed, so all of it is needed; this is more than any key takes. */
    static final int MAX_BYTES = 64 << 20;

    private static final int NONE = 0;
    private static final int ZIP = 1;
    private static final int ZLIB = 2;

    private Compressed() {}

    /** The content; nothing where the method is another one, the data is broken or there is too much of it. */
    static Optional<byte[]> content(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        return switch (body[0]) {
            case NONE -> Optional.of(Arrays.copyOfRange(body, 1, body.length));
            case ZIP, ZLIB -> inflated(body, body[0] == ZIP);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> inflated(byte[] body, boolean raw) {
        Inflater inflater = new Inflater(raw);
        try {
            inflater.setInput(body, 1, body.length - 1);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || content.size() + count > MAX_BYTES) {
                    return Optional.empty();
                }
                content.write(buffer, 0, count);
            }
            return Optional.of(content.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
