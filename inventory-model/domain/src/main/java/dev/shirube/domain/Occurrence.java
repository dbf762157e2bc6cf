package dev.shirube.domain;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where an asset was seen.
 *
 * <p>Identity is logical path, enclosing member, symbol and ordinal, together with the finding's function (adr/0023); all
 * else is an attribute, so that a moved line changes nothing.
 *
 * @param location logical path relative to the scanned root: {@code src/A.java}, {@code lib/x.jar!/com/acme/A.class},
 *     {@code tls://host:443}
 * @param line from 1, where text has lines
 * @param offset for classes the byte offset of the call in its method's bytecode; for text the column, from 1, in UTF-16
 *     units
 * @param member enclosing member with its descriptor, for example {@code com.acme.Signer#sign([B)[B}; empty outside code
 * @param symbol what was called or named, for example {@code java.security.Signature#getInstance}
 * @param ordinal from 0, among occurrences of the same asset that all else of the identity does not tell apart; the scanner
 *     assigns it in the order of lines
 * @param kind the kind of material it was read from
 * @param context main or test code
 * @param owner whose code it is in, where that was told apart
 * @param reach whether a way from the program's start leads there, where that was determined
 */
public record Occurrence(
        String location,
        OptionalInt line,
        OptionalInt offset,
        String member,
        String symbol,
        int ordinal,
        EvidenceKind kind,
        CodeContext context,
        CodeOwner owner,
        Reach reach) {

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
        Objects.requireNonNull(owner);
        Objects.requireNonNull(reach);
    }

    /** An occurrence of which neither owner nor reach is known. */
    public Occurrence(
            String location,
            OptionalInt line,
            OptionalInt offset,
            String member,
            String symbol,
            int ordinal,
            EvidenceKind kind,
            CodeContext context) {
        this(location, line, offset, member, symbol, ordinal, kind, context, CodeOwner.UNKNOWN, Reach.UNKNOWN);
    }

    /** Location and, where known, line, as people write a place: {@code src/A.java:42}. */
    public String place() {
        return line.isPresent() ? location + ":" + line.getAsInt() : location;
    }

    /** The same occurrence with that ordinal. */
    public Occurrence withOrdinal(int value) {
        return new Occurrence(location, line, offset, member, symbol, value, kind, context, owner, reach);
    }

    /** The same occurrence at that line and offset. */
    public Occurrence withLine(OptionalInt newLine, OptionalInt newOffset) {
        return new Occurrence(location, newLine, newOffset, member, symbol, ordinal, kind, context, owner, reach);
    }

    /** The same occurrence at that location. */
    public Occurrence withLocation(String value) {
        return new Occurrence(value, line, offset, member, symbol, ordinal, kind, context, owner, reach);
    }

    /** The same occurrence in that context. */
    public Occurrence withContext(CodeContext value) {
        return new Occurrence(location, line, offset, member, symbol, ordinal, kind, value, owner, reach);
    }

    /** The same occurrence in code of that owner, so reached. */
    public Occurrence withReach(CodeOwner whose, Reach how) {
        return new Occurrence(location, line, offset, member, symbol, ordinal, kind, context, whose, how);
    }

    /** Whether it is in a library's code to which no way was found: there, but with no use seen. */
    public boolean inUnusedLibraryCode() {
        return isUnusedLibraryCode(owner, reach);
    }

    /** The same of code of that owner, so reached. */
    public static boolean isUnusedLibraryCode(CodeOwner owner, Reach reach) {
        return owner == CodeOwner.THIRD_PARTY && reach == Reach.NOT_REACHED;
    }

    /**
     * The place in a view that shows the likeliest use first: 0 for own code and for what nobody told apart, 1 for own code
     * that was not reached, 2 for libraries, 3 for {@linkplain #inUnusedLibraryCode() a library without a use seen}.
     */
    public int useRank() {
        int unreached = reach == Reach.NOT_REACHED ? 1 : 0;
        return owner == CodeOwner.THIRD_PARTY ? 2 + unreached : unreached;
    }
}
