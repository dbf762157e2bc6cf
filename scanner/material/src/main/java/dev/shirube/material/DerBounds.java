package dev.shirube.material;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks tags and lengths (ITU-T X.690 section 8.1) before any parser sees them, so that nothing nests too deep and no
 * length reaches beyond its parent. Indefinite lengths are allowed: PKCS#7 and PKCS#12 files use them.
 */
final class DerBounds {

    /** Deeper than any certificate, key or keystore of practice; a parser of ours recurses no further. */
    static final int MAX_DEPTH = 64;

    private static final int INDEFINITE = -1;

    private final byte[] bytes;
    private int at;

    private DerBounds(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /**
     * Measures the object at that offset.
     *
     * @return offset after its last byte
     * @throws DerException when it ends too early, lies about a length or nests too deep
     */
    static int end(byte[] bytes, int offset) throws DerException {
        return new DerBounds(bytes, offset).walk();
    }

    private int walk() throws DerException {
        Deque<Integer> ends = new ArrayDeque<>();
        do {
            int limit = limit(ends);
            if (at >= limit) {
                throw new DerException("ends in the middle of an object, at byte " + at);
            }
            object(ends, limit);
            while (!ends.isEmpty() && ends.peek() == at) {
                ends.pop();
            }
        } while (!ends.isEmpty());
        return at;
    }

    private int limit(Deque<Integer> ends) {
        return ends.stream().filter(end -> end != INDEFINITE).findFirst().orElse(bytes.length);
    }

    private void object(Deque<Integer> ends, int limit) throws DerException {
        int start = at;
        int tag = next(limit);
        if ((tag & 0x1f) == 0x1f) {
            skipLongTag(limit);
        }
        int length = length(limit);
        if (tag == 0 && length == 0 && !ends.isEmpty() && ends.peek() == INDEFINITE) {
            ends.pop();
            return;
        }
        boolean constructed = (tag & 0x20) != 0;
        if (length != INDEFINITE && length > limit - at) {
            throw new DerException("the object at byte " + start + " announces " + length + " bytes, but "
                    + (limit - at) + " are left");
        }
        if (!constructed) {
            if (length == INDEFINITE) {
                throw new DerException("a primitive object of indefinite length at byte " + start);
            }
            at += length;
        } else if (ends.size() >= MAX_DEPTH) {
            throw new DerException("nests deeper than " + MAX_DEPTH + " at byte " + start);
        } else {
            ends.push(length == INDEFINITE ? INDEFINITE : at + length);
        }
    }

    private void skipLongTag(int limit) throws DerException {
        int read = 0;
        while ((next(limit) & 0x80) != 0) {
            if (++read > 4) {
                throw new DerException("a tag number of more than four bytes at byte " + at);
            }
        }
    }

    private int length(int limit) throws DerException {
        int first = next(limit);
        if (first < 0x80) {
            return first;
        }
        if (first == 0x80) {
            return INDEFINITE;
        }
        int count = first & 0x7f;
        if (count > 4) {
            throw new DerException("a length of " + count + " bytes at byte " + at);
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | next(limit);
        }
        if (length > Integer.MAX_VALUE) {
            throw new DerException("announces " + length + " bytes at byte " + at);
        }
        return (int) length;
    }

    private int next(int limit) throws DerException {
        if (at >= limit) {
            throw new DerException("ends in the middle of an object, at byte " + at);
        }
        return bytes[at++] & 0xff;
    }
}
