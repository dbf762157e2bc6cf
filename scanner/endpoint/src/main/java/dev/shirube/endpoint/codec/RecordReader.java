package dev.shirube.endpoint.codec;

import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream of bytes, arriving in any pieces, into TLS records; holds at most one record's worth of them. */
final class RecordReader {
    private static final int HEADER = 5;
    /** The largest ciphertext of TLS 1.3 (RFC 8446 section 5.2); TLS 1.2 servers send no more during a handshake. */
    private static final int MAXIMUM = (1 << 14) + 256;
    /** A whole flight of a real server takes fewer than 40 records. */
    private static final int RECORDS = 400;

    private byte[] buffer = new byte[1024];
    private int length;
    private int records;

    /** Takes more bytes; call {@link #next} until it gives no more. */
    void offer(byte[] bytes, int from, int count) {
        if (length + count > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
        }
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
    }

    /** The next whole record; nothing while it is incomplete. */
    Optional<TlsRecord> next() throws TlsFormatException {
        checkStart();
        if (length < HEADER) {
            return Optional.empty();
        }
        int size = (buffer[3] & 0xFF) << 8 | buffer[4] & 0xFF;
        checkSize(size);
        if (length < HEADER + size) {
            return Optional.empty();
        }
        records++;
        TlsRecord record = new TlsRecord(
                buffer[0], Arrays.copyOf(buffer, HEADER), Arrays.copyOfRange(buffer, HEADER, HEADER + size));
        length -= HEADER + size;
        System.arraycopy(buffer, HEADER + size, buffer, 0, length);
        return Optional.of(record);
    }

    /** Judges the first two bytes as soon as they are there: text must not wait for a length that never comes. */
    private void checkStart() throws TlsFormatException {
        boolean type = length < 1 || buffer[0] >= Tls.CHANGE_CIPHER_SPEC && buffer[0] <= Tls.APPLICATION_DATA;
        boolean version = length < 2 || buffer[1] == 3;
        if (type && version) {
            return;
        }
        if (records > 0) {
            throw TlsFormatException.malformed("record " + (records + 1) + " has no valid header");
        }
        throw new TlsFormatException(TlsFormatException.Kind.NOT_TLS, FirstImpression.of(buffer, length));
    }

    private void checkSize(int size) throws TlsFormatException {
        if (records >= RECORDS) {
            throw TlsFormatException.limit("more than " + RECORDS + " records");
        }
        if (size > MAXIMUM) {
            throw TlsFormatException.malformed("a record of " + size + " bytes; at most " + MAXIMUM + " are allowed");
        }
        if (size == 0) {
            // RFC 8446 section 5.1 and RFC 5246 section 6.2.1 forbid empty fragments during a handshake.
            throw TlsFormatException.malformed("an empty record");
        }
    }
}
