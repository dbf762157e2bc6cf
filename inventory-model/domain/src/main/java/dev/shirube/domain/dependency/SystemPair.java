package dev.shirube.domain.dependency;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two systems that hang together in whichever direction, with what the register says of it held against what scans saw.
 *
 * @param one the lesser id; of what is outside the register the system that names it
 * @param other the greater id, or the name of what is outside
 * @param peersDeclared whether at least one of the two has declared its peers, be it that it has none
 */
public record SystemPair(String one, String other, boolean external, boolean peersDeclared, List<SystemLink> links) {

    /** How the two sides compare. */
    public enum Standing {
        /** Declared, and observed. */
        CONFIRMED(new Text("台帳に記載・観測とも", "declared and observed")),
        /** Declared; no scan saw it, which does not say that it is not there. */
        DECLARED_ONLY(new Text("台帳のみ（観測なし。無いとは限らない）", "declared, not observed (which is not none)")),
        /** Observed, and the register names it nowhere although peers are declared. */
        OBSERVED_ONLY(new Text("観測のみ（台帳に記載なし）", "observed, not declared")),
        /** Observed, and neither system has declared its peers. */
        PEERS_UNKNOWN(new Text("観測のみ（接続先が台帳に未記入）", "observed; peers not declared yet")),
        /** Declared, and outside the register, so that nothing can be observed. */
        EXTERNAL(new Text("外部（台帳にないため照合不可）", "external: not in the register"));

        private final Text label;

        Standing(Text label) {
            this.label = label;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }

        /** The id that files carry, for example {@code declared-only}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Keeps sorted links. */
    public SystemPair {
        links = links.stream().sorted().toList();
    }

    /** The pairs that those links make, by their ids. */
    public static List<SystemPair> of(Inventory inventory, List<SystemLink> links) {
        Map<String, List<SystemLink>> pairs = new TreeMap<>();
        for (SystemLink it : links) {
            pairs.computeIfAbsent(String.join("\0", ends(it)), key -> new ArrayList<>())
                    .add(it);
        }
        List<SystemPair> all = new ArrayList<>();
        for (List<SystemLink> of : pairs.values()) {
            List<String> ends = ends(of.get(0));
            boolean declared = ends.stream().limit(2).map(inventory::system).anyMatch(SystemPair::declaresPeers);
            all.add(new SystemPair(ends.get(0), ends.get(1), of.get(0).external(), declared, of));
        }
        return List.copyOf(all);
    }

    private static boolean declaresPeers(InformationSystem system) {
        return system.peers().known();
    }

    private static List<String> ends(SystemLink link) {
        boolean turned = !link.external() && link.from().compareTo(link.to()) > 0;
        return List.of(turned ? link.to() : link.from(), turned ? link.from() : link.to(), link.external() ? "x" : "");
    }

    /** How the two sides compare. */
    public Standing standing() {
        boolean declared = links.stream().anyMatch(it -> it.origin() == SystemLink.Origin.DECLARED);
        boolean observed = links.stream().anyMatch(it -> it.origin() == SystemLink.Origin.OBSERVED);
        if (external) {
            return Standing.EXTERNAL;
        }
        if (declared) {
            return observed ? Standing.CONFIRMED : Standing.DECLARED_ONLY;
        }
        return peersDeclared ? Standing.OBSERVED_ONLY : Standing.PEERS_UNKNOWN;
    }

    /** Whether that system is one of the two. */
    public boolean has(String system) {
        return one.equals(system) || !external && other.equals(system);
    }
}
