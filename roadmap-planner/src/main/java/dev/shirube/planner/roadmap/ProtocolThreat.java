package dev.shirube.planner.roadmap;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.QuantumThreat;
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

    /** A threat, and the least classical strength among what is vulnerable, where known. */
    record Answer(QuantumThreat threat, OptionalInt bits) {}

    private static final Answer UNKNOWN = new Answer(QuantumThreat.UNKNOWN, OptionalInt.empty());

    private final AlgorithmRegistry registry;

    ProtocolThreat(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    Answer keyExchange(CryptoAsset.Protocol protocol) {
        boolean ssh = protocol.protocol().equals("ssh");
        if (!ssh && protocol.classicalByVersion()) {
            return new Answer(
                    QuantumThreat.VULNERABLE,
                    worst(protocol.groups(), look(protocol)).bits());
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
        for (String name : names) {
            Answer answer = look.apply(name);
            safe &= answer.threat == QuantumThreat.SAFE;
            if (answer.threat == QuantumThreat.VULNERABLE) {
                worst = worst.threat == QuantumThreat.VULNERABLE ? weaker(worst, answer) : answer;
            }
        }
        return safe ? new Answer(QuantumThreat.SAFE, OptionalInt.empty()) : worst;
    }

    private static Answer weaker(Answer one, Answer two) {
        return one.bits.isEmpty() || two.bits.isPresent() && one.bits.getAsInt() <= two.bits.getAsInt() ? one : two;
    }

    private Answer point(String protocol, String name) {
        return registry.byProtocolName(protocol, name)
                .map(point -> new Answer(
                        point.threat(),
                        point.algorithms().stream()
                                .map(registry::classicalBits)
                                .filter(OptionalInt::isPresent)
                                .mapToInt(OptionalInt::getAsInt)
                                .min()))
                .orElse(UNKNOWN);
    }

    private Answer ssh(String name) {
        return registry.bySshName(name)
                .map(algorithm -> new Answer(registry.threat(algorithm), registry.classicalBits(algorithm)))
                .orElse(UNKNOWN);
    }
}
