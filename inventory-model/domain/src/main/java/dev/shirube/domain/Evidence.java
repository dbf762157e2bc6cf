package dev.shirube.domain;

import java.util.List;
import java.util.Objects;

/**
 * What a claim rests on, enough to check it by hand; no snippet that could hold a secret.
 *
 * @param detector id of the detector
 * @param detectorVersion its version
 * @param row catalogue row or rule that matched
 * @param values all values that can reach the place; one value only when it is certain
 * @param expression the deciding expression as written, where no value is known; shortened, never a literal of key bytes;
 *     of {@link Resolution#DEFAULT}, what the platform does by itself, with the version: {@code 2048 (JDK 17)}
 * @param resolution how far the value was followed
 * @param reason why it is not resolved further: the id of an {@link OpenReason}, or {@code config:} and a key; or empty
 * @param hops how many steps through variables, fields and callers were followed
 * @param inputDigest lower-case hexadecimal SHA-256 of the input's bytes; empty where none was taken
 */
public record Evidence(
        String detector,
        String detectorVersion,
        String row,
        List<String> values,
        String expression,
        Resolution resolution,
        String reason,
        int hops,
        String inputDigest) {

    /** Keeps an unmodifiable copy of the values and refuses null. */
    public Evidence {
        Objects.requireNonNull(detector);
        Objects.requireNonNull(detectorVersion);
        Objects.requireNonNull(row);
        values = List.copyOf(values);
        Objects.requireNonNull(expression);
        Objects.requireNonNull(resolution);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(inputDigest);
    }

    /** A claim that stands at the place itself: one value or none, no steps followed. */
    public static Evidence direct(String detector, String detectorVersion, String row, List<String> values) {
        return new Evidence(detector, detectorVersion, row, values, "", Resolution.LITERAL, "", 0, "");
    }

    /** The same evidence with the digest of the input it was read from. */
    public Evidence withInputDigest(String sha256) {
        return new Evidence(detector, detectorVersion, row, values, expression, resolution, reason, hops, sha256);
    }
}
