package dev.shirube.domain;

/** To be written. */
final class StandardAlgorithmRegistry {
    private StandardAlgorithmRegistry() {}

    static AlgorithmRegistry instance() {
        throw new UnsupportedOperationException("to be written");
    }
}
