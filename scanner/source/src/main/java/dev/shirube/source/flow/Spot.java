package dev.shirube.source.flow;

/** Where an expression is evaluated: in which file, and within which calls. */
record Spot(FileIndex file, Frame frame) {

    /** The same place, whoever calls. */
    static Spot open(FileIndex file) {
        return new Spot(file, Frame.OPEN);
    }
}
