package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One archive, one source tree at a revision, one endpoint, or one lone file: its inputs by path.
 *
 * <p>Inputs are handed over one by one so that a unit larger than memory is no trouble.
 */
public interface ScanUnit {

    /** Logical path of the unit; {@code .} for the scanned root itself. */
    String location();

    /**
     * Hands every input to the consumer, in any order, on the calling thread. An input whose bytes cannot be had is
     * still handed over: asking for its bytes throws, and the engine makes the diagnostic.
     */
    void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException;

    /** The input at that location within this unit, for a detector that needs a neighbour; nothing if there is none. */
    Optional<ScanInput> input(String location) throws IOException;

    /**
     * Says that the answer rests on the input at that location, or on there being none, although the unit was not asked for
     * it now, but before; whoever asks for an {@link #input} says so by that.
     */
    default void restsOn(String location) {}

    /** A value computed once per unit from the unit's own bytes, and shared by all detectors; it must be immutable. */
    <T> T index(UnitIndex<T> index);

    /**
     * Whether every input was handed over, so that the gathered indexes are complete. As long as it is not, a detector
     * that needs them puts the input off with {@link Detection#postponed}.
     */
    default boolean whole() {
        return true;
    }

    /**
     * Whether an answer may still be put off with {@link Detection#postponed(java.util.Set)}, so that more words are
     * searched for; the last time that an input is shown it may not.
     */
    default boolean mayAwait() {
        return false;
    }

    /**
     * The inputs of the unit that hold the word as a whole word, among those that the asking detector {@linkplain
     * Detector#searches searches}; nothing if that is not known yet, because the word was not awaited for the input that is
     * looked at. Of a word with other characters than those of identifiers the longest part that has none of them is looked
     * for. Of an archive the names of its entries are searched, and not what is in them.
     */
    default Optional<Mentions> mentions(String word) {
        return Optional.empty();
    }

    /**
     * Whether it holds what was committed once and is not in the tree that is scanned: then only detectors that {@linkplain
     * Detector#looksAtHistory look at history} are shown its inputs, and those of archives in it.
     */
    default boolean history() {
        return false;
    }

    /**
     * What is told of a result of this unit, or of an archive in it, when it is handed over: a unit may know more of a place
     * than the detectors, or that many places mean one thing. Whatever the detectors said is kept in caches, and not this.
     */
    default ScanResult told(ScanResult seen) {
        return seen;
    }

    /** What the caller set for this scan. */
    ScanContext context();
}
