package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import java.util.List;

/**
 * A library that a manifest names.
 *
 * @param version as written; decides nothing before {@link LibraryClaims} has looked at it
 * @param symbol what names it, for example {@code Bundle-SymbolicName}
 * @param row the kind of manifest
 * @param values what the manifest says, for the evidence
 */
public record Seen(
        Artefact artefact,
        String version,
        int line,
        String symbol,
        String row,
        List<String> values,
        Confidence confidence,
        CodeContext context) {

    boolean sameLibrary(Seen other) {
        return artefact.library().id().equals(other.artefact.library().id());
    }

    /** Whether nothing but the name of an archive tells of it. */
    boolean byFileName() {
        return row.equals(ManifestReader.ARCHIVE_NAME);
    }
}
