package dev.shirube.engine.zip;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one entry (RFC 1951) into an array that grows with what really comes, not with what is announced. */
public final class Inflation {
    private static final int CHUNK = 64 << 10;
    /** Deflate cannot make more than so many bytes from one (zlib's technical notes). */
    private static final long GREATEST_RATIO = 1032;

    private final Inflater inflater;
    private final ByteSource deflated;
    private final ZipLimits limits;
    private final byte[] chunk;
    private long fed;
    private byte[] plain;
    private int filled;

    private Inflation(Inflater inflater, ByteSource deflated, long announced, ZipLimits limits) {
        this.inflater = inflater;
        this.deflated = deflated;
        this.limits = limits;
        chunk = new byte[(int) Math.min(CHUNK, deflated.size())];
        plain = new byte[(int) Math.min(announced, GREATEST_RATIO * deflated.size())];
    }

    /**
     * All plain bytes up to the first fault, which is added to the faults.
     *
     * @param announced how many are expected; was checked against the limits before
     * @throws ZipLimitException when there are more than the limits allow
     */
    public static byte[] all(
            Inflater inflater, ByteSource deflated, long announced, ZipLimits limits, List<String> faults)
            throws IOException {
        Inflation inflation = new Inflation(inflater, deflated, announced, limits);
        try {
            inflation.run(faults);
        } catch (DataFormatException e) {
            faults.add("not deflated data after " + inflation.filled + " bytes");
        }
        return inflation.filled == inflation.plain.length
                ? inflation.plain
                : Arrays.copyOf(inflation.plain, inflation.filled);
    }

    /** The first plain bytes, at most so many. */
    static byte[] head(Inflater inflater, ByteSource deflated, int length) throws IOException {
        byte[] head = new byte[length];
        inflater.setInput(deflated.bytes(0, (int) Math.min(deflated.size(), 1024)));
        try {
            return Arrays.copyOf(head, inflater.inflate(head));
        } catch (DataFormatException e) {
            return new byte[0];
        }
    }

    private void run(List<String> faults) throws IOException, DataFormatException {
        byte[] spill = new byte[0];
        while (!inflater.finished()) {
            if (inflater.needsDictionary() || inflater.needsInput() && !feed()) {
                faults.add("deflated data ends too early");
                return;
            }
            if (filled < plain.length) {
                filled += inflater.inflate(plain, filled, plain.length - filled);
            } else {
                // Full as announced: the end mark may still follow, or more than was announced.
                spill = spill.length == 0 ? new byte[CHUNK] : spill;
                append(spill, inflater.inflate(spill));
            }
            limits.check(filled, deflated.size());
        }
    }

    private boolean feed() throws IOException {
        int length = (int) Math.min(chunk.length, deflated.size() - fed);
        deflated.read(fed, chunk, 0, length);
        inflater.setInput(chunk, 0, length);
        fed += length;
        return length > 0;
    }

    private void append(byte[] bytes, int length) {
        if (length > 0) {
            plain = Arrays.copyOf(plain, Math.max(filled + length, Math.min(2 * filled, filled + (64 << 20))));
            System.arraycopy(bytes, 0, plain, filled, length);
            filled += length;
        }
    }
}
