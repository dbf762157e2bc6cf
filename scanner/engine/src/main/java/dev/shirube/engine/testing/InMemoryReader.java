package dev.shirube.engine.testing;

import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.TargetReader;
import java.util.List;

/**
 * Brings these units for whatever target is asked for, so that a scanner can be tried without any input or output.
 *
 * @param units handed over in this order; their own settings stand, not those of the scan
 */
public record InMemoryReader(List<ScanUnit> units) implements TargetReader {

    /** Keeps an unmodifiable copy. */
    public InMemoryReader {
        units = List.copyOf(units);
    }

    /** A reader of these units. */
    public static InMemoryReader of(ScanUnit... units) {
        return new InMemoryReader(List.of(units));
    }

    @Override
    public boolean reads(ScanTarget target) {
        return true;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer consumer) {
        units.forEach(consumer::accept);
    }
}
