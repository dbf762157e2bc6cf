package dev.shirube.catalogue;

import dev.shirube.catalogue.ArgumentValue.Produced;
import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;

/** Reads what a call leaves to the provider: a default is told as such, with the version that it holds for. */
final class DefaultReader {

    private final ProviderDefaults defaults;
    private final ObjectReader objects;

    DefaultReader(AlgorithmRegistry registry, ObjectReader objects) {
        this.defaults = new ProviderDefaults(registry);
        this.objects = objects;
    }

    /**
     * The receiver's algorithm, of unknown size, where it is seen that no call sets one: the row names the method that
     * would. Nothing where that is not seen, or the algorithm names its parameters.
     */
    List<Claim> unset(ApiPoint point, CallSite site, int depth) {
        if (!(site.receiver() instanceof Produced receiver)) {
            return List.of();
        }
        List<Claim> claims = objects.claims(point, receiver, depth);
        if (depth > 0) {
            return claims; // what is made has the algorithm of its maker, whatever its size
        }
        boolean open = receiver.calls().isEmpty()
                || receiver.calls().get().contains(point.namedAlgorithm().orElse(""));
        List<Claim> unset = new ArrayList<>();
        for (Claim claim : open ? List.<Claim>of() : claims) {
            claim.known()
                    .filter(known ->
                            known.parameterSet().isEmpty() && known.curve().isEmpty())
                    .ifPresent(known -> unset.add(claim.with(byDefault(point, known, receiver.by()))));
        }
        return unset;
    }

    private Traced byDefault(ApiPoint point, Algorithm.Known known, CallSite factory) {
        List<String> values = defaults.of(point.service().orElse(""), known, factory);
        return new Traced(values, Resolution.DEFAULT, 1, "", "", false);
    }

    /** A transformation without mode and padding is completed by the provider: the claim stays, and says so. */
    Claim transformation(ApiPoint point, CallSite site, Claim claim) {
        Traced traced = claim.traced();
        boolean bare = traced.reason().isEmpty()
                && traced.values().size() == 1
                && traced.values().get(0).indexOf('/') < 0;
        List<String> completed = claim.known()
                .filter(known -> bare)
                .map(known -> defaults.of(point.service().orElse(""), known, site))
                .orElse(List.of());
        if (completed.isEmpty()) {
            return claim;
        }
        List<String> values = new ArrayList<>(traced.values());
        values.addAll(completed);
        return claim.with(new Traced(values, Resolution.DEFAULT, traced.hops(), "", "", false));
    }
}
