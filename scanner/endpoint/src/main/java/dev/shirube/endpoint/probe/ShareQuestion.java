package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.keyshare.KeyShares;
import java.util.List;
import java.util.Optional;

/**
 * A TLS 1.3 handshake that shows the chain; up to three tries, each in a group that promises more than the last.
 *
 * <p>The first is in a group that the server did not choose first, because it then often lists all its groups.
 */
final class ShareQuestion implements Question {
    static final String SHARE = "share";

    private static final String CLASSICAL = "share-classical";
    private static final String PQC = "share-pqc";
    private static final int X25519 = 0x001D;
    private static final int SECP256R1 = 0x0017;

    @Override
    public Optional<Probe> next(EndpointFacts facts) {
        if (!GroupQuestions.speaksTls13(facts) || shownChain(facts).isPresent()) {
            return Optional.empty();
        }
        if (facts.asked(SHARE).isEmpty()) {
            return Optional.of(share(facts.supportedGroups()));
        }
        return inKnownGroup(facts, CLASSICAL, false).or(() -> inKnownGroup(facts, PQC, true));
    }

    /** Of a host whose versions stayed open: TLS 1.3 in its plainest form. */
    static Question ofDoubtful() {
        return Question.once(
                share(List.of()),
                it -> it.version(Tls.TLS13).isUnknown()
                        && !it.asked(VersionQuestions.LEGACY).isEmpty());
    }

    /** The TLS 1.3 handshake that showed a chain. */
    static Optional<Observation> shownChain(EndpointFacts facts) {
        return facts.choosing(Tls.TLS13).stream()
                .filter(it -> !it.chain().isEmpty())
                .findFirst();
    }

    private static Optional<Probe> inKnownGroup(EndpointFacts facts, String id, boolean pqc) {
        return facts.supportedGroups().stream()
                .filter(it -> CodePoints.isPqcGroup(it) == pqc && KeyShares.known(CodePoints.groupName(it)))
                .findFirst()
                .filter(it -> facts.asked(id).isEmpty())
                .map(it -> Probe.tls13(id, List.of(it), List.of(it)));
    }

    /** All classical groups but those known already, with shares for the two that nearly every server has. */
    private static Probe share(List<Integer> known) {
        return Probe.tls13(SHARE, without(Offers.CLASSICAL_GROUPS, known), without(List.of(X25519, SECP256R1), known));
    }

    private static List<Integer> without(List<Integer> groups, List<Integer> known) {
        return groups.stream().filter(it -> !known.contains(it)).toList();
    }
}
