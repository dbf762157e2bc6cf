package dev.shirube.planner.roadmap;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.policy.Construction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a quantum computer does to a protocol as offered or configured.
 *
 * <p>One classical key exchange among hybrid ones is enough to be vulnerable: as long as it is accepted, somebody's
 * traffic is protected by nothing else.
 */
final class ProtocolThreat {

    /**
     * A threat, and what it rests on.
     *
     * @param bits least classical strength among what is vulnerable, where known
     * @param algorithm the algorithm that decides: the weakest that is vulnerable, or the one that withstands
     * @param hybrid whether what withstands stands beside a classical one
     */
    record Answer(QuantumThreat threat, OptionalInt bits, Optional<Algorithm> algorithm, boolean hybrid) {
        /** How it stands, of what withstands; a classical exchange alone is neither. */
        Optional<Construction> construction() {
            return threat != QuantumThreat.SAFE || algorithm.isEmpty()
                    ? Optional.empty()
                    : Optional.of(hybrid ? Construction.HYBRID : Construction.STANDALONE);
        }
    }

    private static final Answer UNKNOWN =
            new Answer(QuantumThreat.UNKNOWN, OptionalInt.empty(), Optional.empty(), false);

    private final AlgorithmRegistry registry;

    ProtocolThreat(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    Answer keyExchange(CryptoAsset.Protocol protocol) {
        boolean ssh = protocol.protocol().equals("ssh");
        if (!ssh && protocol.classicalByVersion()) {
            Answer shown = worst(protocol.groups(), look(protocol));
            boolean broken = shown.threat == QuantumThreat.VULNERABLE;
            return new Answer(QuantumThreat.VULNERABLE, shown.bits, broken ? shown.algorithm : Optional.empty(), false);
        }
        return worst(protocol.groups(), look(protocol));
    }

    /** The key exchanges it accepts that withstand a quantum computer, in its order. */
    List<String> safeKeyExchanges(CryptoAsset.Protocol protocol) {
        Function<String, Answer> look = look(protocol);
        return protocol.groups().stream()
                .filter(name -> look.apply(name).threat == QuantumThreat.SAFE)
                .toList();
    }

    /** Of SSH the host-key algorithms; of TLS nothing, because its certificates are findings of their own. */
    Optional<Answer> authentication(CryptoAsset.Protocol protocol) {
        return protocol.protocol().equals("ssh") && !protocol.signatureSchemes().isEmpty()
                ? Optional.of(worst(protocol.signatureSchemes(), this::ssh))
                : Optional.empty();
    }

    private Function<String, Answer> look(CryptoAsset.Protocol protocol) {
        return protocol.protocol().equals("ssh") ? this::ssh : name -> point(protocol.protocol(), name);
    }

    private static Answer worst(List<String> names, Function<String, Answer> look) {
        Answer worst = UNKNOWN;
        boolean safe = !names.isEmpty();
        Answer first = UNKNOWN;
        for (String name : names) {
            Answer answer = look.apply(name);
            first = first.threat == QuantumThreat.SAFE ? first : answer;
            safe &= answer.threat == QuantumThreat.SAFE;
            if (answer.threat == QuantumThreat.VULNERABLE) {
                worst = worst.threat == QuantumThreat.VULNERABLE ? weaker(worst, answer) : answer;
            }
        }
        return safe ? first : worst;
    }

    private static Answer weaker(Answer one, Answer two) {
        return one.bits.isEmpty() || two.bits.isPresent() && one.bits.getAsInt() <= two.bits.getAsInt() ? one : two;
    }

    private Answer point(String protocol, String name) {
        return registry.byProtocolName(protocol, name)
                .map(point -> answer(point.threat(), List.copyOf(point.algorithms())))
                .orElse(UNKNOWN);
    }

    /** What several algorithms together are: of what withstands the one that does decides, of the rest the weakest. */
    private Answer answer(QuantumThreat threat, List<Algorithm> algorithms) {
        boolean safe = threat == QuantumThreat.SAFE;
        OptionalInt bits = safe
                ? OptionalInt.empty()
                : algorithms.stream()
                        .map(registry::classicalBits)
                        .filter(OptionalInt::isPresent)
                        .mapToInt(OptionalInt::getAsInt)
                        .min();
        List<Algorithm> deciding = algorithms.stream()
                .filter(it -> registry.threat(it) == threat)
                .sorted(Comparator.comparingInt(it -> registry.classicalBits(it).orElse(Integer.MAX_VALUE)))
                .toList();
        return new Answer(threat, bits, deciding.stream().findFirst(), safe && deciding.size() < algorithms.size());
    }

    private Answer ssh(String name) {
        return registry.bySshName(name)
                .map(algorithm -> answer(
                        registry.threat(algorithm),
                        registry.parts(algorithm).isEmpty()
                                ? List.of(algorithm)
                                : List.copyOf(registry.parts(algorithm))))
                .orElse(UNKNOWN);
    }
}
