package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Occurrence;
import java.util.List;

/** What a family of archives tells of its findings, once all of its archives were read. */
public interface FamilyView {

    /**
     * The same place with what is known of it now: only attributes change, and never what makes it the same place.
     *
     * @param archive location of the archive in which it is
     */
    Occurrence tell(String archive, Occurrence occurrence);

    /** What could not be looked at; told with the outermost archive. */
    List<Diagnostic> diagnostics();
}
