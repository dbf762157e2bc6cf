package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A unit that the engine goes through, as one detector sees it. */
final class DetectorView implements ScanUnit {
    private final PassedUnit unit;
    private final int detector;

    DetectorView(PassedUnit unit, int detector) {
        this.unit = unit;
        this.detector = detector;
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
        return unit.index(index);
    }

    @Override
    public boolean whole() {
        return unit.whole();
    }

    @Override
    public boolean mayAwait() {
        return unit.mayAwait();
    }

    @Override
    public Optional<Mentions> mentions(String word) {
        return unit.mentions(detector, word);
    }

    @Override
    public ScanContext context() {
        return unit.context();
    }
}
