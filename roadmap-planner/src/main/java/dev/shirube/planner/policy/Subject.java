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
 * @param parameter its parameter set, for example {@code 768}; empty where not known
 * @param construction whether it stands alone; empty where not known
 * @param confidentialityMonths for how long what it protects must stay confidential; empty where not declared
 */
public record Subject(
        QuantumThreat threat,
        Optional<String> group,
        OptionalInt classicalBits,
        PolicyFunction function,
        Operation operation,
        Optional<String> parameter,
        Optional<Construction> construction,
        Optional<Integer> confidentialityMonths) {
    /** Refuses null. */
    public Subject {
        Objects.requireNonNull(threat);
        Objects.requireNonNull(group);
        Objects.requireNonNull(classicalBits);
        Objects.requireNonNull(function);
        Objects.requireNonNull(operation);
        Objects.requireNonNull(parameter);
        Objects.requireNonNull(construction);
        Objects.requireNonNull(confidentialityMonths);
    }

    /** A subject of which no parameter set, construction or protection period is known. */
    public Subject(
            QuantumThreat threat,
            Optional<String> group,
            OptionalInt classicalBits,
            PolicyFunction function,
            Operation operation) {
        this(threat, group, classicalBits, function, operation, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with that parameter set. */
    public Subject withParameter(Optional<String> value) {
        return new Subject(
                threat, group, classicalBits, function, operation, value, construction, confidentialityMonths);
    }

    /** The same in that construction. */
    public Subject in(Construction value) {
        return new Subject(
                threat,
                group,
                classicalBits,
                function,
                operation,
                parameter,
                Optional.of(value),
                confidentialityMonths);
    }

    /** The same, protecting what must stay confidential for so many months, where that was declared. */
    public Subject protecting(Optional<Integer> months) {
        return new Subject(threat, group, classicalBits, function, operation, parameter, construction, months);
    }
}
