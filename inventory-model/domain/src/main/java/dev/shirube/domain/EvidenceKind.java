package dev.shirube.domain;

import java.util.Locale;

/** From what kind of material a claim was read; the order is that of an auditor's trust in what really runs. */
public enum EvidenceKind {
    /** Seen on the wire. */
    HANDSHAKE,
    /** A certificate or key itself. */
    MATERIAL,
    /** A setting in a file. */
    CONFIGURATION,
    /** A compiled class. */
    BYTECODE,
    /** Source text. */
    SOURCE,
    /** A dependency manifest. */
    MANIFEST,
    /** Told by an import from another tool. */
    IMPORT;

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that id; {@link #IMPORT} for an id that is not ours. */
    public static EvidenceKind of(String id) {
        for (EvidenceKind kind : values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        return IMPORT;
    }
}
