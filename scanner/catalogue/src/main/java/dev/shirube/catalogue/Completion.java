package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Completes what a row's deciding argument says by the other arguments that its {@link CallShape} names. */
final class Completion {

    private static final int BITS_PER_BYTE = 8;

    private final AlgorithmRegistry registry;
    private final ObjectReader objects;

    Completion(AlgorithmRegistry registry, ObjectReader objects) {
        this.registry = registry;
        this.objects = objects;
    }

    /** The claims, each with the size, curve and digest that the call names; where several are possible, one for each. */
    List<Claim> complete(ApiPoint point, CallSite site, List<Claim> claims, int depth) {
        CallShape shape = point.shape();
        List<Claim> completed = claims;
        completed = with(shape.size(), point, site, completed, depth, false, it -> size(it, shape.inBytes()));
        completed = with(shape.curve(), point, site, completed, depth, false, it -> curve(point, it));
        completed = with(shape.digest(), point, site, completed, depth, false, it -> digest(point, it));
        return with(shape.key(), point, site, completed, depth, true, it -> Optional.empty());
    }

    private List<Claim> with(
            ArgumentPath path,
            ApiPoint point,
            CallSite site,
            List<Claim> claims,
            int depth,
            boolean key,
            Function<String, Optional<Parameters>> reading) {
        CallShape shape = point.shape();
        Optional<ArgumentValue> value = path.find(site).map(it -> shape.asked(path, it));
        if (value.isEmpty()) {
            return claims;
        }
        List<Parameters> parts = new ArrayList<>();
        Traced traced = Traced.of(value.get());
        for (Claim claim : objects.parameterClaims(point, value.get(), depth)) {
            if (claim.known().isPresent()) {
                part(path, key, shape, claim.known().get()).ifPresent(parts::add);
                traced = claim.traced();
            } else if (traced.values().isEmpty() && !key) {
                traced = claim.traced(); // an object that knows a size, say, and no algorithm
            }
        }
        if (parts.isEmpty() && !key) {
            traced.values().forEach(it -> reading.apply(it).ifPresent(parts::add));
        }
        return parts.isEmpty() && key ? claims : merged(claims, parts, traced, key);
    }

    private Optional<Parameters> part(ArgumentPath path, boolean key, CallShape shape, Algorithm.Known given) {
        if (key) {
            return Optional.of(new Parameters.OfKey(given));
        }
        return path.equals(shape.digest()) ? digest(given) : Optional.of(new Parameters.Like(given));
    }

    /** The digest that the object stands for, or that it was made with. */
    private Optional<Parameters> digest(Algorithm.Known given) {
        boolean itself = registry.entry(given.entry())
                .filter(it -> it.category() == Category.HASH)
                .isPresent();
        return itself
                ? Optional.of(new Parameters.Digest(registry.displayName(given)))
                : given.digest().map(Parameters.Digest::new);
    }

    /**
     * Where several values of several arguments can reach the call, nobody knows which belong together: those that certainly
     * do not are left out.
     */
    private List<Claim> merged(List<Claim> claims, List<Parameters> parts, Traced traced, boolean key) {
        Map<String, Claim> merged = new LinkedHashMap<>();
        boolean several = claims.size() > 1 || parts.size() > 1;
        for (Claim claim : claims) {
            Optional<Algorithm.Known> known = claim.known();
            List<Parameters> fitting = known.map(it -> parts.stream()
                            .filter(part -> !several || part.fits(it))
                            .toList())
                    .orElse(List.of());
            if (fitting.isEmpty()) {
                Traced lacking =
                        known.isEmpty() ? claim.traced() : claim.traced().lacking(traced);
                merged.put(claim.asset().id(), claim.with(lacking));
                continue;
            }
            for (Parameters part : fitting) {
                if (key && part instanceof Parameters.OfKey of && !fits(of.given(), known.get())) {
                    merged.put(claim.asset().id(), claim);
                    continue;
                }
                Claim whole =
                        claim.of(part.complete(known.get())).with(claim.traced().and(traced));
                merged.put(whole.asset().id(), whole);
            }
        }
        return List.copyOf(merged.values());
    }

    /** A key of RSA is of no use to another algorithm, nor one of another kind to RSA: it is that of another way through. */
    private boolean fits(Algorithm.Known key, Algorithm.Known algorithm) {
        return isRsa(key) == isRsa(algorithm);
    }

    private boolean isRsa(Algorithm.Known algorithm) {
        return registry.entry(algorithm.entry())
                .filter(it -> it.group().equals("RSA"))
                .isPresent();
    }

    private static Optional<Parameters> size(String value, boolean bytes) {
        if (!bytes) {
            return Parameters.Size.of(value);
        }
        return Parameters.Size.of(value)
                .filter(it -> value.length() < 6)
                .map(it -> new Parameters.Size(Integer.toString(Integer.parseInt(value) * BITS_PER_BYTE)));
    }

    private Optional<Parameters> curve(ApiPoint point, String value) {
        return registry.canonicalCurve(point.spoken(value)).map(Parameters.Curve::new);
    }

    private Optional<Parameters> digest(ApiPoint point, String value) {
        return registry.byJcaName("MessageDigest", point.spoken(value))
                .map(registry::displayName)
                .map(Parameters.Digest::new);
    }
}
