package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;

/**
 * Which certificates a TLS 1.3 server has, by elimination over the families of their keys: a family that signed is not
 * offered again. A retry would prove nothing here, so a real share goes along, in a group that showed a chain before.
 */
final class ChainQuestion {
    static final String ID = "chain";

    private ChainQuestion() {}

    static Question families() {
        return Question.elimination(ID, facts -> {
            Optional<Observation> shown = ShareQuestion.shownChain(facts);
            // Of what signed before TLS 1.3 it is not yet known whether it signs here too.
            List<String> signed = facts.choosing(Tls.TLS13).stream()
                    .flatMap(it -> KeyFamilies.of(it).stream())
                    .toList();
            List<String> open = KeyFamilies.ALL.stream()
                    .filter(it -> !signed.contains(it) && !facts.certificate(it).isNotSupported())
                    .toList();
            return shown.isEmpty() || open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(probe(List.of(shown.get().group().getAsInt()), Offers.schemesOf(open)));
        });
    }

    private static Probe probe(List<Integer> group, List<Integer> schemes) {
        return Probe.of(ID, List.of(Tls.TLS13), Offers.TLS13_SUITES, group, schemes, group);
    }
}
