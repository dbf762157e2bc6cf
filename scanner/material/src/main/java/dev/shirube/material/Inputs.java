package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection;
import dev.shirube.engine.LimitException;
import dev.shirube.engine.ScanInput;
import java.io.IOException;

/** What every detector here asks of an input. */
public final class Inputs {

    /** As much of a file as decides whether it is text. */
    private static final int TEXT_SAMPLE = 4096;

    /** What is made of an input's bytes. */
    @FunctionalInterface
    public interface Reading {
        /** What those bytes mean. */
        Detection of(byte[] bytes) throws IOException;
    }

    private Inputs() {}

    /** Whether the input's bytes can be had and start with those; the engine tells why, if they cannot be had. */
    public static boolean startsWith(ScanInput input, int... first) {
        try {
            return startsWith(input.head(first.length), first);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the bytes start with those, each from 0 to 255. */
    public static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /** Runs a reading of at most so many bytes; what has more, or cannot be had, is a diagnostic. */
    public static Detection read(ScanInput input, int most, Reading reading) {
        return read(input, bytes -> {
            if (bytes.length > most) {
                throw new LimitException("material-bytes=" + most, bytes.length + " bytes");
            }
            return reading.of(bytes);
        });
    }

    /** Runs a reading of the input's bytes; bytes that cannot be had are a diagnostic. */
    public static Detection read(ScanInput input, Reading reading) {
        try {
            return reading.of(input.bytes());
        } catch (LimitException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, input.location(), e.limit(), e.reached()));
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(
                    DiagnosticCode.UNREADABLE, input.location(), e.getClass().getSimpleName()));
        }
    }

    /** Whether the first bytes hold no control character that text would not have. */
    public static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, TEXT_SAMPLE); i++) {
            if (bytes[i] >= 0
                    && bytes[i] < 0x20
                    && bytes[i] != '\n'
                    && bytes[i] != '\r'
                    && bytes[i] != '\t'
                    && bytes[i] != '\f') {
                return false;
            }
        }
        return true;
    }

    /** The location that a diagnostic names: with the line, since a diagnostic has no field for it. */
    public static String describe(Place place) {
        return place.line().isPresent() ? place.location() + ":" + place.line().getAsInt() : place.location();
    }
}
