package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A unit that the engine goes through, as one detector sees it who looks at one input; notes what is asked for. */
final class DetectorView implements ScanUnit {
    private final PassedUnit unit;
    private final int place;
    private final InputLog log;
    private final Set<String> awaited;

    /**
     * @param place of the detector in the list
     * @param awaited the words that the detector has asked for because of the input
     */
    DetectorView(PassedUnit unit, int place, InputLog log, Set<String> awaited) {
        this.unit = unit;
        this.place = place;
        this.log = log;
        this.awaited = awaited;
    }

    @Override
    public String location() {
        return unit.location();
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        log.indexed();
        unit.forEach(inputs, diagnostics);
    }

    @Override
    public Optional<ScanInput> input(String location) throws IOException {
        log.touched(location);
        return unit.input(location);
    }

    @Override
    public <T> T index(UnitIndex<T> index) {
        if (index instanceof UnitMemo<T>) {
            return unit.index(index);
        }
        log.indexed();
        if (unit.part()) {
            throw new IllegalStateException("the unit is gone through as a whole instead");
        }
        return unit.index(index);
    }

    @Override
    public void restsOn(String location) {
        log.touched(location);
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
        return awaited.contains(word) ? unit.mentions(place, word) : Optional.empty();
    }

    @Override
    public ScanContext context() {
        return unit.context();
    }
}
