package dev.shirube.domain;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where an asset was seen.
 *
 * <p>Identity is logical path, enclosing member, symbol and ordinal; line and offset are attributes, so that a moved line
 * changes nothing.
 *
 * @param location logical path relative to the scanned root: {@code src/A.java}, {@code lib/x.jar!/com/acme/A.class},
 *     {@code tls://host:443}
 * @param line from 1, where text has lines
 * @param offset for classes the byte offset of the call in its method's bytecode; for text the column, from 1, in UTF-16
 *     units
 * @param member enclosing member with its descriptor, for example {@code com.acme.Signer#sign([B)[B}; empty outside code
 * @param symbol what was called or named, for example {@code java.security.Signature#getInstance}
 * @param ordinal from 0, among equal occurrences in the same member; the scanner assigns it
 * @param kind the kind of material it was read from
 * @param context main or test code
 */
public record Occurrence(
        String location,
        OptionalInt line,
        OptionalInt offset,
        String member,
        String symbol,
        int ordinal,
        EvidenceKind kind,
        CodeContext context) {

    /** Refuses null and an empty location. */
    public Occurrence {
        if (location.isEmpty()) {
            throw new IllegalArgumentException("An occurrence needs a location");
        }
        Objects.requireNonNull(line);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(member);
        Objects.requireNonNull(symbol);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(context);
    }

    /** Location and, where known, line, as people write a place: {@code src/A.java:42}. */
    public String place() {
        return line.isPresent() ? location + ":" + line.getAsInt() : location;
    }

    /** The same occurrence with that ordinal. */
    public Occurrence withOrdinal(int value) {
        return new Occurrence(location, line, offset, member, symbol, value, kind, context);
    }

    /** The same occurrence at that location. */
    public Occurrence withLocation(String value) {
        return new Occurrence(value, line, offset, member, symbol, ordinal, kind, context);
    }
}
