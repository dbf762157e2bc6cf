package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which findings are wanted, part by part: of systems, assets and traits there are few, so that a database can leave out most
 * findings without reading them. All parts have to hold.
 *
 * @param places asked of each finding's location; empty where every place is wanted
 */
public record Selection(
        Predicate<String> systems,
        Predicate<CryptoAsset> assets,
        Predicate<FindingTraits> traits,
        Optional<Predicate<String>> places) {

    /** Every finding. */
    public static final Selection ALL = new Selection(it -> true, it -> true, it -> true, Optional.empty());

    /** Whether that finding is wanted. */
    public boolean accepts(AssignedFinding assigned) {
        return systems.test(assigned.system())
                && traits.test(FindingTraits.of(assigned.finding()))
                && acceptsPlace(assigned.finding().occurrence().location())
                && assets.test(assigned.finding().asset());
    }

    /** Whether that kind of finding is wanted, wherever it is. */
    public boolean accepts(FindingCount kind) {
        return systems.test(kind.system()) && traits.test(kind.traits()) && assets.test(kind.asset());
    }

    boolean acceptsPlace(String location) {
        return places.isEmpty() || places.get().test(location);
    }

    /** Those of this selection that have such traits as well. */
    public Selection with(Predicate<FindingTraits> more) {
        return new Selection(systems, assets, traits.and(more), places);
    }

    /** Those of this selection with such assets. */
    public Selection of(Predicate<CryptoAsset> wanted) {
        return new Selection(systems, assets.and(wanted), traits, places);
    }
}
