package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.GatheredIndex.Gatherer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The indexes of one unit that are filled in the engine's pass over it. */
final class Gathering {
    private final List<Part> parts = new ArrayList<>();
    private final Consumer<Diagnostic> diagnostics;

    private record Part(Detector detector, GatheredIndex<?> index, Gatherer<?> gatherer) {}

    /**
     * @param family whether the unit belongs to a family of archives, so that the indexes of families are filled too
     * @param diagnostics told when an index fails: that is a fault of its detector
     */
    Gathering(DetectorList detectors, boolean family, Consumer<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        detectors.gathers().forEach((index, detector) -> {
            if (family || !(index instanceof FamilyIndex<?>)) {
                parts.add(new Part(detector, index, index.begin()));
            }
        });
    }

    /** Whether some index needs the input, whatever detectors make of it. */
    boolean wants(ScanInput input) {
        return parts.stream().anyMatch(it -> it.gatherer.wants(input));
    }

    /** Hands an input to all indexes, and says whether any has taken something; one that cannot be read is noted. */
    boolean add(ScanInput input) {
        boolean taken = false;
        for (Part part : parts) {
            taken |= Guard.call(
                            part.detector, input.location(), () -> Gatherer.offer(part.gatherer, input), diagnostics)
                    .orElse(true);
        }
        return taken;
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
            if (!(part.index instanceof FamilyIndex<?>)) {
                result(part, unit, all).ifPresent(it -> results.put(part.index, it));
            }
        }
        return results;
    }

    /** The indexes that the unit's family needs of it; one that fails is left out. */
    Map<FamilyIndex<?>, Object> forFamily(ScanUnit unit, boolean all) {
        Map<FamilyIndex<?>, Object> results = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.index instanceof FamilyIndex<?> index) {
                result(part, unit, all).ifPresent(it -> results.put(index, it));
            }
        }
        return results;
    }

    private Optional<?> result(Part part, ScanUnit unit, boolean all) {
        return Guard.call(part.detector, unit.location(), () -> part.gatherer.result(all), diagnostics);
    }
}
