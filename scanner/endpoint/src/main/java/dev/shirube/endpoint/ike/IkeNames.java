package dev.shirube.endpoint.ike;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.QuantumThreat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the registry knows of key-exchange methods; one that it lacks goes by its number. */
final class IkeNames {
    private static final Map<Integer, CodePoint> POINTS = AlgorithmRegistry.standard().ikeKeyExchanges().stream()
            .collect(Collectors.toMap(CodePoint::code, Function.identity()));

    private IkeNames() {}

    static String name(int method) {
        return POINTS.containsKey(method) ? POINTS.get(method).name() : Integer.toString(method);
    }

    static boolean isPqc(int method) {
        return POINTS.containsKey(method) && POINTS.get(method).threat() == QuantumThreat.SAFE;
    }

    /** Every post-quantum method, the one that fits a datagram and is used most first. */
    static List<Integer> pqc() {
        return POINTS.keySet().stream()
                .filter(IkeNames::isPqc)
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .toList();
    }

    private static int rank(int method) {
        return name(method).endsWith("768") ? 0 : method;
    }
}
