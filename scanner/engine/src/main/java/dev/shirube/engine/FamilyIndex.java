package dev.shirube.engine;

/**
 * A gathered index of which those of a whole family tell more than each alone: which of its classes can be reached, and
 * whose they are. A family is an outermost archive with all archives in it.
 *
 * <p>It is filled for the archives of families only, and its values are kept until the last of them is read.
 */
public interface FamilyIndex<T> extends GatheredIndex<T> {

    /** How many bytes of memory the value holds, roughly: the engine bounds the sum of a family. */
    long weight(T value);

    /** What the family tells of its findings: a function of the values alone. */
    FamilyView view(ArchiveFamily<T> family);
}
