package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Algorithms by the names that rows use: those of the row's service, and after blanks what completes them, as in {@code
 * ECDSA P-256 SHA-256} or {@code RSA 2048}.
 */
final class AlgorithmNames {

    /** The service in whose words a row without one names its algorithm. */
    private static final String NAMING_SERVICE = "KeyPairGenerator";

    /** Services of the JCA with names of their own. */
    private static final List<String> SERVICES = List.of(
            "Cipher",
            "KEM",
            "KeyAgreement",
            "KeyFactory",
            "KeyGenerator",
            "KeyPairGenerator",
            "Mac",
            "MessageDigest",
            "SecretKeyFactory",
            "Signature");

    private static final Set<CryptoFunction> SECRET_KEEPING = EnumSet.of(
            CryptoFunction.ENCRYPT,
            CryptoFunction.DECRYPT,
            CryptoFunction.KEY_WRAP,
            CryptoFunction.KEY_AGREEMENT,
            CryptoFunction.KEM);

    private static final Set<Category> KEEPING_NO_SECRET = EnumSet.of(Category.SIGNATURE, Category.MAC, Category.HASH);

    private final AlgorithmRegistry registry;

    AlgorithmNames(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    /** The algorithm that the constant stands for in that row; nothing for a name that the registry does not have. */
    Optional<Algorithm.Known> of(ApiPoint point, String constant) {
        return resolve(point.service().orElse(NAMING_SERVICE), point.spoken(constant));
    }

    /**
     * Whether the constant cannot be meant in that row: it is no name at all, one of other services of the JCA only, or
     * one of an algorithm that cannot do what the row is about.
     */
    boolean isForeign(ApiPoint point, String constant) {
        Optional<Algorithm.Known> known = of(point, constant);
        if (known.isPresent()) {
            return SECRET_KEEPING.contains(point.function())
                    && registry.entry(known.get().entry())
                            .filter(it -> KEEPING_NO_SECRET.contains(it.category()))
                            .isPresent();
        }
        return point.service().filter(SERVICES::contains).isPresent()
                && (constant.isEmpty()
                        || SERVICES.stream()
                                .anyMatch(it -> registry.byJcaName(it, constant).isPresent()));
    }

    private Optional<Algorithm.Known> resolve(String service, String name) {
        Optional<Algorithm.Known> known = plain(service, name);
        int blank = name.lastIndexOf(' ');
        if (known.isPresent() || blank < 0) {
            return known;
        }
        return resolve(service, name.substring(0, blank)).flatMap(base -> completed(base, name.substring(blank + 1)));
    }

    /** The services of the JCA, two other vocabularies of names that libraries use, and the registry's own ids (or else names of keys). */
    private Optional<Algorithm.Known> plain(String service, String name) {
        return switch (service) {
            case "JOSE" -> registry.byJose(name);
            case "SSH" -> registry.bySshName(name);
            case "registry" ->
                registry.entry(name).map(AlgorithmNames::plain).or(() -> registry.byJcaName(NAMING_SERVICE, name));
            default -> registry.byJcaName(service, name);
        };
    }

    private static Algorithm.Known plain(AlgorithmRegistry.Entry entry) {
        return new Algorithm.Known(
                entry.id(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Optional<Algorithm.Known> completed(Algorithm.Known base, String part) {
        Optional<Parameters> size = Parameters.Size.of(part);
        if (size.isPresent()) {
            return Optional.of(size.get().complete(base));
        }
        return registry.canonicalCurve(part)
                .map(base::withCurve)
                .or(() -> registry.byJcaName("MessageDigest", part)
                        .map(digest -> base.withDigest(registry.displayName(digest))));
    }
}
