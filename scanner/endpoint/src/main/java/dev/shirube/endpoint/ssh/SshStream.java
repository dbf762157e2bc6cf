package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.wire.WireFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts one direction of a connection, arriving in any pieces, into the identification line (RFC 4253 section 4.2) and then
 * packets in clear (section 6).
 */
final class SshStream {
    /** The longest identification line with CR and LF. */
    static final int MAX_IDENTIFICATION = 255;
    /** All lines before the identification together; OpenSSH's own notices are under 100 bytes. */
    static final int MAX_PREAMBLE = 16 << 10;
    /** RFC 4253 section 6.1. */
    static final int MAX_PACKET = 35_000;

    private static final int MIN_PADDING = 4;
    private static final int LENGTH = 4;

    private byte[] buffer = new byte[1024];
    private int length;
    private int at;
    private int preamble;
    private Optional<String> firstLine = Optional.empty();
    private Optional<String> identification = Optional.empty();

    /** Takes more bytes; then ask {@link #identification()} and {@link #next}. */
    void offer(byte[] bytes, int from, int count) {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, length - at);
            length -= at;
            at = 0;
        }
        if (length + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
        }
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
    }

    /** The first line, whatever it is; a server that does not want to talk says so there. */
    Optional<String> firstLine() {
        return firstLine;
    }

    /** The line that begins with {@code SSH-}, without CR and LF; nothing while it is incomplete. */
    Optional<String> identification() throws WireFormatException {
        while (identification.isEmpty()) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return line;
            }
            firstLine = firstLine.or(() -> line);
            if (line.get().startsWith("SSH-")) {
                identification = line;
            } else {
                refuseOtherProtocols(line.get());
            }
        }
        return identification;
    }

    private Optional<String> line() throws WireFormatException {
        for (int i = at; i < length; i++) {
            int value = buffer[i] & 0xFF;
            if (value == '\n') {
                return Optional.of(take(i));
            }
            if (value < ' ' && value != '\r' && value != '\t') {
                throw WireFormatException.otherProtocol(
                        String.format(Locale.ROOT, "a byte 0x%02X where SSH sends lines of text", value));
            }
        }
        boolean ours = length - at >= 4 && text(at, at + 4).equals("SSH-");
        if (ours && length - at >= MAX_IDENTIFICATION) {
            throw tooLong();
        }
        checkPreamble(preamble + length - at);
        return Optional.empty();
    }

    private String take(int end) throws WireFormatException {
        boolean carriageReturn = end > at && buffer[end - 1] == '\r';
        String line = text(at, carriageReturn ? end - 1 : end);
        int size = end + 1 - at;
        at = end + 1;
        if (line.startsWith("SSH-")) {
            if (size > MAX_IDENTIFICATION) {
                throw tooLong();
            }
        } else {
            preamble += size;
            checkPreamble(preamble);
        }
        return line;
    }

    private String text(int from, int end) {
        return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private static WireFormatException tooLong() {
        return WireFormatException.malformed("an identification of more than " + MAX_IDENTIFICATION + " bytes");
    }

    private static void checkPreamble(int size) throws WireFormatException {
        if (size > MAX_PREAMBLE) {
            throw WireFormatException.limit("more than " + MAX_PREAMBLE + " bytes before the identification");
        }
    }

    /** Such lines could stand before an identification (RFC 4253 section 4.2), but nobody's do. */
    private static void refuseOtherProtocols(String line) throws WireFormatException {
        if (line.startsWith("HTTP/")) {
            throw WireFormatException.otherProtocol("it answers in HTTP");
        }
        if (line.startsWith("220") || line.startsWith("+OK") || line.startsWith("* OK")) {
            throw WireFormatException.otherProtocol("it greets like a mail or file server");
        }
    }

    /** The payload of the next packet; nothing while it is incomplete. Only after the identification. */
    Optional<byte[]> next() throws WireFormatException {
        if (length - at < LENGTH) {
            return Optional.empty();
        }
        int size = (buffer[at] & 0xFF) << 24
                | (buffer[at + 1] & 0xFF) << 16
                | (buffer[at + 2] & 0xFF) << 8
                | buffer[at + 3] & 0xFF;
        if (size < 2 + MIN_PADDING || size > MAX_PACKET - LENGTH) {
            throw WireFormatException.malformed("a packet of " + Integer.toUnsignedString(size) + " bytes");
        }
        if (length - at < LENGTH + size) {
            return Optional.empty();
        }
        int padding = buffer[at + LENGTH] & 0xFF;
        int payload = size - 1 - padding;
        if (padding < MIN_PADDING || payload < 1) {
            throw WireFormatException.malformed("a padding of " + padding + " bytes in a packet of " + size);
        }
        int from = at + LENGTH + 1;
        at += LENGTH + size;
        return Optional.of(Arrays.copyOfRange(buffer, from, from + payload));
    }
}
