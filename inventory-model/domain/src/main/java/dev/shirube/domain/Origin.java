package dev.shirube.domain;

import java.util.Locale;

/** Who says that something is there: this program, which looked itself, or another one, whose results were imported. */
public enum Origin {
    /** Seen by a scan of ours. */
    OBSERVED,
    /** Told by the results of another tool. */
    IMPORTED;

    /** The id that files carry and commands take. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where that finding comes from. */
    public static Origin of(Finding finding) {
        return of(finding.evidence().detector(), finding.occurrence().kind());
    }

    /** Where the findings of that detector, read from such material, come from. */
    public static Origin of(String detector, EvidenceKind kind) {
        return ImportOrigin.isImport(detector) || kind == EvidenceKind.IMPORT ? IMPORTED : OBSERVED;
    }
}
