package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.GatheredIndex.Gatherer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The indexes of one unit that are filled in the engine's pass over it. */
final class Gathering {
    private final List<Part> parts = new ArrayList<>();
    private final Consumer<Diagnostic> diagnostics;

    private record Part(Detector detector, GatheredIndex<?> index, Gatherer<?> gatherer) {}

    /** @param diagnostics told when an index fails: that is a fault of its detector */
    Gathering(DetectorList detectors, Consumer<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        detectors.gathers().forEach((index, detector) -> parts.add(new Part(detector, index, index.begin())));
    }

    /** Whether some index needs the input, whatever detectors make of it. */
    boolean wants(ScanInput input) {
        return parts.stream().anyMatch(it -> it.gatherer.wants(input));
    }

    /** Hands an input to all indexes; one that cannot be read is noted. */
    void add(ScanInput input) {
        for (Part part : parts) {
            Guard.call(part.detector, input.location(), () -> offer(part.gatherer, input), diagnostics);
        }
    }

    private static boolean offer(Gatherer<?> gatherer, ScanInput input) {
        Gatherer.offer(gatherer, input);
        return true;
    }

    /** Whether some index may change what inputs mean that nobody put off. */
    boolean matters() {
        return parts.stream().anyMatch(it -> it.gatherer.matters());
    }

    /**
     * The indexes of that unit, each by its declaration; one that fails is left out, and then made when asked for.
     *
     * @param all whether the unit could name all of its inputs
     */
    Map<UnitIndex<?>, Object> results(ScanUnit unit, boolean all) {
        Map<UnitIndex<?>, Object> results = new HashMap<>();
        for (Part part : parts) {
            Optional<?> result =
                    Guard.call(part.detector, unit.location(), () -> part.gatherer.result(all), diagnostics);
            result.ifPresent(it -> results.put(part.index, it));
        }
        return results;
    }
}
