package dev.shirube.planner.policy;

import dev.shirube.domain.QuantumThreat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rule is asked about: an algorithm in one use, as far as it is known.
 *
 * @param threat what a quantum computer does to it
 * @param group its group in the algorithm registry, for example {@code RSA}; empty where not known
 * @param classicalBits its classical strength after SP 800-57; empty where not known
 * @param function what it is used for
 * @param operation whether new things are made with it, or only existing ones processed
 */
public record Subject(
        QuantumThreat threat,
        Optional<String> group,
        OptionalInt classicalBits,
        PolicyFunction function,
        Operation operation) {
    /** Refuses null. */
    public Subject {
        Objects.requireNonNull(threat);
        Objects.requireNonNull(group);
        Objects.requireNonNull(classicalBits);
        Objects.requireNonNull(function);
        Objects.requireNonNull(operation);
    }
}
