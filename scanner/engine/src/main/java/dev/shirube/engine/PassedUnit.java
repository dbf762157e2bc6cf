package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A unit that the engine goes through: it knows when all inputs were seen, and has the indexes gathered on the way. */
final class PassedUnit implements ScanUnit {
    private final ScanUnit unit;
    private final UnitIndexes indexes = new UnitIndexes();
    private volatile Map<UnitIndex<?>, Object> gathered;

    PassedUnit(ScanUnit unit) {
        this.unit = unit;
    }

    /** Says that every input was handed over, and what was gathered from them. */
    void complete(Map<UnitIndex<?>, Object> results) {
        gathered = results;
    }

    @Override
    public boolean whole() {
        return gathered != null;
    }

    @Override
    public String location() {
        return unit.location();
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        unit.forEach(inputs, diagnostics);
    }

    @Override
    public Optional<ScanInput> input(String location) throws IOException {
        return unit.input(location);
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        Map<UnitIndex<?>, Object> results = gathered;
        if (results != null && results.containsKey(index)) {
            @SuppressWarnings("unchecked") // the value was made by the index that is its key
            T value = (T) results.get(index);
            return value;
        }
        return indexes.get(index, this);
    }

    @Override
    public ScanContext context() {
        return unit.context();
    }
}
