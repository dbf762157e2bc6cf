package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.Optional;

/**
 * Key-exchange groups by any of their names: OpenSSL's, IANA's, Go's {@code CurveP256}. In OpenSSL's lists a slash stands
 * between groups of different preference, an asterisk marks a key share and a question mark what may be unknown
 * (SSL_CTX_set1_groups_list(3)).
 */
final class Groups {

    private static final String SEPARATORS = " \t,:;|/[]\"'";

    private Groups() {}

    static boolean isGroup(CodePoint point) {
        return point.attributes().containsKey("kind");
    }

    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.GROUPS);
        for (String item : at.items(SEPARATORS)) {
            int mark = 0;
            while (mark < item.length() && "?*+".indexOf(item.charAt(mark)) >= 0) {
                mark++;
            }
            String name = item.substring(mark);
            if (!name.isEmpty() && name.charAt(0) != '-' && name.charAt(0) != '!') {
                group(name, at, facts);
            }
        }
    }

    static void group(String written, Directive at, ProtocolFacts facts) {
        Optional<CodePoint> group = find(facts.claims().registry(), written);
        if (group.isEmpty() || group.get().algorithms().isEmpty()) {
            facts.unknown(written);
            facts.unresolved(at, CryptoFunction.KEY_AGREEMENT, written);
        } else if (facts.group(group.get().name(), written)) {
            algorithm(group.get(), written, at, facts);
        }
    }

    private static Optional<CodePoint> find(AlgorithmRegistry registry, String written) {
        String name = written.startsWith("GROUP-") ? written.substring("GROUP-".length()) : written;
        return registry.tlsByName(name)
                .filter(Groups::isGroup)
                .or(() -> Names.group(name).flatMap(registry::tlsByName))
                .or(() -> registry.tlsByName(name.replace("-", "").replace("_", ""))
                        .filter(Groups::isGroup));
    }

    /** A hybrid group is one algorithm, not two: its classical half alone would look like one that must migrate. */
    private static void algorithm(CodePoint group, String written, Directive at, ProtocolFacts facts) {
        if (group.algorithms().size() > 1) {
            Algorithm.Known hybrid = Algorithm.Known.of("hybrid-groups").withParameterSet(group.name());
            facts.algorithm(hybrid, at, CryptoFunction.KEM, written);
        } else {
            boolean kem = group.classification().startsWith("pqc");
            facts.algorithm(
                    group.algorithms().get(0), at, kem ? CryptoFunction.KEM : CryptoFunction.KEY_AGREEMENT, written);
        }
    }
}
