package dev.shirube.engine;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An index that the engine fills while it goes through the unit's inputs anyway, so that no input is read a second time
 * for it; it is there once {@link ScanUnit#whole} is true.
 *
 * <p>Where no engine goes through the unit, as in a test of one detector, the index looks at the unit itself.
 */
public interface GatheredIndex<T> extends UnitIndex<T> {

    /** Begins with an empty index, for one unit. */
    Gatherer<T> begin();

    @Override
    default T compute(ScanUnit unit) {
        Gatherer<T> gatherer = begin();
        try {
            unit.forEach(
                    input -> {
                        if (gatherer.wants(input)) {
                            Gatherer.offer(gatherer, input);
                        }
                    },
                    diagnostic -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gatherer.result(true);
    }

    /** What an index consists of while it is being filled; several threads fill it. */
    interface Gatherer<T> {

        /**
         * Whether the input must not be left out, by its name alone: the engine reads such an input even where no
         * detector looks at it.
         */
        boolean wants(ScanInput input);

        /**
         * Takes in what it needs of an input, if anything, and says whether there was; called for every input that is
         * read, wanted or not.
         */
        boolean add(ScanInput input) throws IOException;

        /** Notes that a wanted input could not be read. */
        void missing(ScanInput input);

        /** Whether the index may change what inputs mean that nobody put off; asked after the last input. */
        default boolean matters() {
            return false;
        }

        /**
         * The index, after the last input; the same whatever the order in which the inputs came.
         *
         * @param all whether the unit could name all of its inputs
         */
        T result(boolean all);

        /** Adds the input, or notes that it could not be read; whether the index has changed. */
        static boolean offer(Gatherer<?> gatherer, ScanInput input) {
            try {
                return gatherer.add(input);
            } catch (IOException e) {
                boolean missing = gatherer.wants(input);
                if (missing) {
                    gatherer.missing(input); // why it cannot be read is said by the pass that reads it
                }
                return missing;
            }
        }
    }
}
