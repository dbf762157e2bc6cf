package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A unit that the engine goes through: it knows when all inputs were seen, and has the indexes gathered on the way. */
final class PassedUnit implements ScanUnit {
    private final ScanUnit unit;
    private final UnitIndexes indexes = new UnitIndexes();
    private final Map<Integer, AwaitedWords> words = new ConcurrentHashMap<>();
    private final InputDigests digests;
    private final boolean part;
    private volatile Map<UnitIndex<?>, Object> gathered;
    private volatile boolean last;

    /** @param part whether only a part of its inputs is looked at, so that there are no indexes */
    PassedUnit(ScanUnit unit, boolean part) {
        this.unit = unit;
        this.part = part;
        digests = new InputDigests(unit);
    }

    /** Whether only a part of its inputs is looked at. */
    boolean part() {
        return part;
    }

    /** Whether there is no input at that location; not if that cannot be told. */
    boolean isAbsent(String location) {
        try {
            return unit.input(location).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** The words that the detector at that place of the list awaits. */
    AwaitedWords words(int detector) {
        return words.computeIfAbsent(detector, it -> new AwaitedWords());
    }

    /** The digests of its inputs. */
    InputDigests digests() {
        return digests;
    }

    /** Says that inputs are shown for the last time. */
    void showLast() {
        last = true;
    }

    /** Whether that answer is taken as none yet: until the unit is whole, and after that only if it awaits words. */
    boolean mayPutOff(Detection answer) {
        return answer.awaited()
                .filter(it -> !whole() || mayAwait() && !it.isEmpty())
                .isPresent();
    }

    @Override
    public boolean mayAwait() {
        return !last;
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

    /** Hands over all inputs, and all that is only counted. */
    void walk(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        unit.forEach(inputs, diagnostics);
    }

    @Override
    public void forEach(Consumer<ScanInput> inputs, Consumer<Diagnostic> diagnostics) throws IOException {
        unit.forEach(
                input -> {
                    if (!(input instanceof SkippedInput)) {
                        inputs.accept(input);
                    }
                },
                diagnostics);
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
