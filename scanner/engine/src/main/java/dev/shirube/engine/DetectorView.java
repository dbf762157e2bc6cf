package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A unit that the engine goes through, as one detector sees it who looks at one input; notes what is asked for. */
final class DetectorView implements ScanUnit {
    private final PassedUnit unit;
    private final int place;
    private final String detector;
    private final InputLog log;

    /** @param place of the detector in the list */
    DetectorView(PassedUnit unit, int place, Detector detector, InputLog log) {
        this.unit = unit;
        this.place = place;
        this.detector = detector.id();
        this.log = log;
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
        log.indexed();
        if (unit.part()) {
            throw new IllegalStateException("the unit is gone through as a whole instead");
        }
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
        Optional<Mentions> mentions = unit.mentions(place, word);
        if (mentions.isPresent()) {
            log.words(detector, List.of(word));
        }
        return mentions;
    }

    @Override
    public ScanContext context() {
        return unit.context();
    }
}
