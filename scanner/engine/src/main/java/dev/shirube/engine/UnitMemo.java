package dev.shirube.engine;

import java.util.function.Supplier;

/**
 * Room in which a detector keeps what it read of a unit's inputs, so that it need not read it again for the next one; made once
 * for each unit, empty, without asking the unit for anything. What is kept may change, by several threads.
 *
 * <p>An answer still rests on every input that it was made from: whoever takes something out of the room says so by {@link
 * ScanUnit#restsOn}.
 */
public record UnitMemo<T>(Supplier<T> maker) implements UnitIndex<T> {
    @Override
    public T compute(ScanUnit unit) {
        return maker.get();
    }
}
