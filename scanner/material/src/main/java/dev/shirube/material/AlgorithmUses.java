package dev.shirube.material;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import java.util.HashSet;
import java.util.Set;

/**
 * Claims about algorithms that a signed or encrypted structure names. A structure with a thousand recipients names the same
 * algorithm a thousand times: one claim is enough.
 */
final class AlgorithmUses {

    private final Claims claims;
    private final Place place;
    private final String symbol;
    private final DetectionBuilder found;
    private final Set<Object> seen = new HashSet<>();

    AlgorithmUses(Claims claims, Place place, String symbol, DetectionBuilder found) {
        this.claims = claims;
        this.place = place;
        this.symbol = symbol;
        this.found = found;
    }

    /** Claims that the algorithm is used for that, unless the same was claimed before. */
    void add(Described described, CryptoFunction function, String row) {
        if (seen.add(Set.of(described, function, row))) {
            found.add(claims.material(
                    place, new CryptoAsset.AlgorithmAsset(described.algorithm()), function, symbol, row, described));
        }
    }
}
