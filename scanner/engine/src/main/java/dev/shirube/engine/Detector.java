package dev.shirube.engine;

import java.util.List;
import java.util.Set;

/**
 * Looks at one input and says what it means: a pure function of the unit's bytes.
 *
 * <p>Detectors are shared between threads and keep no state. What is wrong with an input is a diagnostic; an exception
 * is a fault of the detector, and only the engine catches it.
 */
public interface Detector {

    /** Stable id, for example {@code bytecode}; stands in evidence and coverage. */
    String id();

    /** Version of what it knows; changes when the same bytes may give other findings. */
    String version();

    /**
     * The byte strings of which an input must hold at least one; {@link Anchors#NONE} if every accepted input is looked
     * at. The engine searches all detectors' anchors in one pass over the raw bytes.
     */
    Anchors anchors();

    /**
     * The programming languages whose source text it understands, by the ids of {@code file-kinds.yaml}, for example
     * {@code java}. Source text in a language that no detector names is reported as not looked into, even if a detector
     * accepts it for something else, such as keys pasted into it.
     */
    default Set<String> languages() {
        return Set.of();
    }

    /**
     * Whether it is shown what is only in the {@linkplain ScanUnit#history history}. It is by default: a key that was ever
     * committed is disclosed. What reads code, settings or manifests says no, since those of the past do nothing any more.
     */
    default boolean looksAtHistory() {
        return true;
    }

    /** The indexes of a unit that it asks for, and that are filled while the unit's inputs are read. */
    default List<GatheredIndex<?>> gathers() {
        return List.of();
    }

    /** The cheap question, asked first: by name and announced size, and at most by the first bytes. */
    boolean accepts(ScanInput input);

    /**
     * Whether the input is searched for the words that this detector awaits, of an archive the names of its entries; asked, by
     * name, also of inputs that the user's filter leaves out, since other inputs' values may come from them.
     */
    default boolean searches(ScanInput input) {
        return accepts(input);
    }

    /**
     * What the input means. Called only if accepted and, where there are anchors, one of them was found. Text in UTF-16
     * with a byte order mark is handed over in UTF-8. As long as the unit is not {@linkplain ScanUnit#whole whole}, the
     * answer may be {@link Detection#postponed}: then the same input is shown again once it is. A finding may stand at
     * another input of the unit: it then bears that one's digest, and is left out if the user's filter leaves that one out.
     */
    Detection detect(ScanInput input, ScanUnit unit);

    /**
     * Locations of inputs that mean more, now that the unit is whole, than was said of them: each is shown once more,
     * and what this detector found in it before is forgotten. Asked only where one of its gathered indexes {@linkplain
     * GatheredIndex.Gatherer#matters matters}, or an input was put off.
     */
    default List<String> again(ScanUnit unit) {
        return List.of();
    }
}
