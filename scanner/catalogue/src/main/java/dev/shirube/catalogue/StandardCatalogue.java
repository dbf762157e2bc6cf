package dev.shirube.catalogue;

/** To be written. */
final class StandardCatalogue {
    private StandardCatalogue() {}

    static Catalogue instance() {
        throw new UnsupportedOperationException("to be written");
    }
}
