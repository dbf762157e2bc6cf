package dev.shirube.material;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

/** Parses ASN.1 that may be hostile: bounds first, then Bouncy Castle, whose every complaint becomes one exception. */
public final class Der {

    /** What a parse of one structure makes. */
    @FunctionalInterface
    public interface Reading<T> {
        /** Reads; a structure of the wrong shape is an IllegalArgumentException or its kin in Bouncy Castle. */
        T read() throws IOException, DerException;
    }

    private Der() {}

    /** Parses the object at that offset; its end is {@link DerBounds#end}. */
    public static ASN1Primitive parse(byte[] bytes, int from, int to) throws DerException {
        return reading(() -> ASN1Primitive.fromByteArray(Arrays.copyOfRange(bytes, from, to)));
    }

    /** Parses bytes that must be one object and nothing after it. */
    public static ASN1Primitive parse(byte[] bytes) throws DerException {
        int end = DerBounds.end(bytes, 0);
        if (end != bytes.length) {
            throw new DerException((bytes.length - end) + " bytes follow its end");
        }
        return parse(bytes, 0, end);
    }

    /** Parses bytes that must be one sequence and nothing after it. */
    public static ASN1Sequence sequence(byte[] bytes) throws DerException {
        return reading(() -> ASN1Sequence.getInstance(parse(bytes)));
    }

    /**
     * Runs a reading of ASN.1 values. Bouncy Castle documents no exception for a value of the wrong shape and throws
     * several unchecked ones (IllegalArgument, IllegalState, ClassCast, ArrayIndexOutOfBounds, Arithmetic), so all
     * unchecked exceptions are taken here, and only here, for the input's fault.
     */
    public static <T> T reading(Reading<T> reading) throws DerException {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw new DerException("the parser refused it: " + e.getClass().getSimpleName());
        }
    }
}
