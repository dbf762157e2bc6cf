package dev.shirube.planner.policy;

import dev.shirube.domain.QuantumThreat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Subjects for tests: every combination that a rule can ask about, and a few by name. */
final class Subjects {

    private Subjects() {}

    static Subject classical(String group, int bits, PolicyFunction function) {
        return new Subject(
                QuantumThreat.VULNERABLE, Optional.of(group), OptionalInt.of(bits), function, Operation.NEW_GENERATION);
    }

    static Subject safe(String group, String parameter, PolicyFunction function) {
        return new Subject(
                        QuantumThreat.SAFE, Optional.of(group), OptionalInt.empty(), function, Operation.NEW_GENERATION)
                .withParameter(Optional.of(parameter));
    }

    /** A few thousand of them. */
    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>();
        for (QuantumThreat threat : QuantumThreat.values()) {
            for (String group : List.of("", "RSA", "ECDH", "ML-KEM", "SLH-DSA", "AES", "SHA-1", "Classic McEliece")) {
                for (int bits : new int[] {0, 80, 112, 128, 192, 256}) {
                    for (PolicyFunction function : PolicyFunction.values()) {
                        for (Operation operation : Operation.values()) {
                            Subject subject = new Subject(
                                    threat,
                                    group.isEmpty() ? Optional.empty() : Optional.of(group),
                                    bits == 0 ? OptionalInt.empty() : OptionalInt.of(bits),
                                    function,
                                    operation);
                            subjects.add(subject);
                            subjects.add(subject.withParameter(Optional.of("128"))
                                    .in(Construction.HYBRID)
                                    .protecting(Optional.of(360)));
                        }
                    }
                }
            }
        }
        return subjects;
    }
}
