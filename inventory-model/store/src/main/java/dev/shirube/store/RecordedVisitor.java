package dev.shirube.store;

import dev.shirube.domain.Finding;

/** Is shown findings as they were recorded, before any of them is assigned to another system. */
public interface RecordedVisitor {

    /**
     * Takes one.
     *
     * @param system the system that the scan was told
     * @param target what was scanned, as the store calls it
     */
    void visit(String system, String target, Finding finding);
}
