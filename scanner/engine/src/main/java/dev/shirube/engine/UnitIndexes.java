package dev.shirube.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of one unit's indexes, each computed at most once; for implementers of {@link ScanUnit#index}.
 *
 * <p>An index may ask for another one of the same unit. A computation that fails is not kept.
 */
public final class UnitIndexes {
    private final Map<UnitIndex<?>, Cell> cells = new ConcurrentHashMap<>();

    /** The value of that index for that unit; other threads that ask for the same index wait for it. */
    public <T> T get(UnitIndex<T> index, ScanUnit unit) {
        Cell cell = cells.computeIfAbsent(index, it -> new Cell());
        synchronized (cell) {
            if (!cell.computed) {
                cell.value = index.compute(unit);
                cell.computed = true;
            }
            @SuppressWarnings("unchecked") // the cell is filled by the index that is its key
            T value = (T) cell.value;
            return value;
        }
    }

    private static final class Cell {
        private boolean computed;
        private Object value;
    }
}
