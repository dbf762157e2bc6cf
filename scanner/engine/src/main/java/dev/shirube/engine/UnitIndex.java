package dev.shirube.engine;

/** A read-only view of a whole unit that a detector declares and the engine computes at most once and keeps. */
public interface UnitIndex<T> {
    /** Computes the value from the unit's own bytes. */
    T compute(ScanUnit unit);
}
