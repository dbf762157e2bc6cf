package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import java.util.Optional;

/**
 * One asset that a call site may be about.
 *
 * @param function what it is used for, where an argument tells better than the row
 */
record Claim(CryptoAsset asset, Traced traced, Optional<CryptoFunction> function) {

    static Claim of(CryptoAsset asset, Traced traced) {
        return new Claim(asset, traced, Optional.empty());
    }

    static Claim of(Algorithm algorithm, Traced traced) {
        return of(new CryptoAsset.AlgorithmAsset(algorithm), traced);
    }

    static Claim unresolved(ApiPoint point, Traced traced) {
        return of(new Algorithm.Unresolved(point.id()), traced);
    }

    /** The known algorithm; nothing for an unresolved one or a protocol. */
    Optional<Algorithm.Known> known() {
        return asset.algorithm()
                .flatMap(it -> it instanceof Algorithm.Known known ? Optional.of(known) : Optional.empty());
    }

    /** The same asset as seen from another row, one step further; what is unresolved there is unresolved here. */
    Claim seenFrom(ApiPoint point) {
        boolean unresolved = asset.algorithm().isPresent() && known().isEmpty();
        return unresolved ? unresolved(point, traced.through()) : of(asset, traced.through());
    }

    /** The same of another algorithm. */
    Claim of(Algorithm algorithm) {
        return new Claim(new CryptoAsset.AlgorithmAsset(algorithm), traced, function);
    }

    Claim with(Traced value) {
        return new Claim(asset, value, function);
    }

    Claim with(CryptoFunction value) {
        return new Claim(asset, traced, Optional.of(value));
    }
}
