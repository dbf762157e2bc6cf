package dev.shirube.material.library;

import dev.shirube.domain.readiness.CryptoLibrary;

/**
 * A library as far as a manifest names it.
 *
 * @param purl package URL without version
 */
public record Artefact(CryptoLibrary library, String purl) {

    /** The last part of the package URL. */
    public String name() {
        return purl.substring(purl.lastIndexOf('/') + 1);
    }
}
