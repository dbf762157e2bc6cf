package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A unit that the engine goes through, as one detector sees it who looks at one input; notes what is asked for. */
final class DetectorView implements ScanUnit {
    private final PassedUnit unit;
    private final int place;
    private final String detector;
    private final InputLog log;
    private final Set<String> awaited;

    /**
     * @param place of the detector in the list
     * @param detector its id
     * @param awaited the words that the detector has asked for because of the input
     */
    DetectorView(PassedUnit unit, int place, String detector, InputLog log, Set<String> awaited) {
        this.unit = unit;
        this.place = place;
        this.detector = detector;
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
        if (!awaited.contains(word)) {
            if (!unit.words(place).indexed()) {
                return Optional.empty();
            }
            log.words(detector, List.of(word));
        }
        return unit.words(place).mentions(word);
    }

    @Override
    public ScanContext context() {
        return unit.context();
    }
}
