package dev.shirube.catalogue;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one row at one call site, by the row's meaning. */
final class RowReader implements ObjectReader {

    /** How many calls are followed from an object to what made it; call chains of real code are shorter. */
    private static final int MAXIMUM_DEPTH = 8;

    /** What the registry says of algorithms that agree on keys. */
    private static final Set<String> AGREEING = Set.of("keyderive", "encapsulate");

    private static final String SIGNING = "sign";

    private final Catalogue catalogue;
    private final AlgorithmRegistry registry;
    private final AlgorithmReader algorithms;
    private final TlsReader tls;
    private final DefaultReader defaults;
    private final Completion completion;

    RowReader(Catalogue catalogue, AlgorithmRegistry registry) {
        this.catalogue = catalogue;
        this.registry = registry;
        this.algorithms = new AlgorithmReader(registry, this);
        this.tls = new TlsReader(registry, this);
        this.defaults = new DefaultReader(registry, this);
        this.completion = new Completion(registry, this);
    }

    List<Claim> read(ApiPoint point, CallSite site) {
        return read(point, site, 0);
    }

    private List<Claim> read(ApiPoint point, CallSite site, int depth) {
        Meaning meaning = Meaning.of(point.meaning());
        if (site.kind() == CallSite.Kind.METHOD_REFERENCE) {
            return reference(point, meaning);
        }
        return completion.complete(point, site, meant(point, meaning, site, depth), depth);
    }

    private List<Claim> meant(ApiPoint point, Meaning meaning, CallSite site, int depth) {
        Optional<ArgumentValue> argument = argument(point, site);
        return switch (meaning.reading()) {
            case NAME -> named(point, meaning, site, argument.orElse(ArgumentValue.UNKNOWN), depth);
            case DEFAULT -> defaults.unset(point, site, depth);
            case CURVE -> algorithms.curve(point, argument.orElse(ArgumentValue.UNKNOWN), depth);
            case DIGEST -> algorithms.digest(point, argument.orElse(ArgumentValue.UNKNOWN));
            case NAMED -> algorithms.named(point, Traced.MEMBER);
            case PARAMETERS -> algorithms.parameters(point, site, argument, depth);
            case RECEIVER -> algorithms.receiver(point, site, argument, depth);
            case ARGUMENT -> algorithms.given(point, argument.orElseGet(() -> telling(point, site, depth)), depth);
            case LABEL -> algorithms.label(point, site, argument, depth);
            case TLS -> tls.read(point, meaning, argument, depth);
            case CONFIGURATION -> configuration(point, site, depth);
        };
    }

    private List<Claim> named(ApiPoint point, Meaning meaning, CallSite site, ArgumentValue name, int depth) {
        List<Claim> claims = algorithms.name(point, name, depth);
        return meaning == Meaning.TRANSFORMATION
                ? claims.stream()
                        .map(it -> defaults.transformation(point, site, it))
                        .toList()
                : claims;
    }

    /** The arguments of a method reference are given elsewhere. */
    private List<Claim> reference(ApiPoint point, Meaning meaning) {
        Traced elsewhere = Traced.unknown("", "method-reference");
        if (meaning.reading() == Meaning.Reading.CONFIGURATION || meaning.reading() == Meaning.Reading.DEFAULT) {
            return List.of();
        }
        if (meaning.reading() == Meaning.Reading.TLS) {
            Optional<ArgumentValue> unknown = Optional.of(new ArgumentValue.Expression("", "method-reference"));
            return tls.read(point, meaning, unknown, MAXIMUM_DEPTH);
        }
        return point.namedAlgorithm().isPresent()
                ? algorithms.named(point, elsewhere.asPart())
                : List.of(Claim.unresolved(point, elsewhere));
    }

    /** One of the row's keys as the first argument, and a value read by the meaning of that key. */
    private List<Claim> configuration(ApiPoint point, CallSite site, int depth) {
        List<Claim> claims = new ArrayList<>();
        if (site.arguments().size() < 2) {
            return claims;
        }
        ArgumentValue set = ConfiguredList.of(site.arguments().get(1), ",");
        for (String key : Traced.of(site.arguments().get(0)).values()) {
            String text = point.keys().get(key);
            if (text != null) {
                Meaning meaning = Meaning.of(text);
                claims.addAll(
                        switch (meaning.reading()) {
                            case TLS -> tls.read(point, meaning, Optional.of(set), depth);
                            case NAME -> algorithms.name(point, set, depth);
                            default ->
                                algorithms.label(
                                        point,
                                        site,
                                        Optional.of(site.arguments().get(1)),
                                        depth);
                        });
            }
        }
        return claims;
    }

    @Override
    public List<Claim> claims(ApiPoint point, ArgumentValue object, int depth) {
        List<Claim> claims = parameterClaims(point, object, depth).stream()
                .filter(it -> mayBeUsed(it, point))
                .toList();
        // What is no object of the catalogue may be a key that is written out.
        return claims.isEmpty()
                ? List.of(Claim.unresolved(point, Traced.of(object).withoutText()))
                : claims;
    }

    @Override
    public List<Claim> parameterClaims(ApiPoint point, ArgumentValue argument, int depth) {
        List<Claim> claims = new ArrayList<>();
        if (argument instanceof ArgumentValue.Produced produced && depth < MAXIMUM_DEPTH) {
            CallSite by = produced.by();
            for (ApiPoint row : ApiPoint.meant(catalogue.find(by.owner(), by.member()), by)) {
                read(row, by, depth + 1).forEach(claim -> claims.add(claim.seenFrom(point)));
            }
        } else if (argument instanceof ArgumentValue.Elements elements) {
            elements.values().forEach(element -> claims.addAll(parameterClaims(point, element, depth)));
        } else if (argument instanceof ArgumentValue.Constants constants) {
            constants.values().forEach(value -> claims.addAll(field(value, Traced.of(constants))));
        }
        return claims;
    }

    /** Whether such a key can do that: one that only agrees on keys signs nothing, and is that of another way through. */
    private boolean mayBeUsed(Claim claim, ApiPoint point) {
        boolean signs = point.function() == CryptoFunction.SIGN || point.function() == CryptoFunction.VERIFY;
        return !signs
                || claim.known()
                        .flatMap(it -> registry.entry(it.entry()))
                        .filter(it -> AGREEING.stream().anyMatch(it.functions()::contains)
                                && !it.functions().contains(SIGNING))
                        .isEmpty();
    }

    /** A static field of the catalogue, written {@code owner#name}. */
    private List<Claim> field(String value, Traced traced) {
        int hash = value.indexOf('#');
        List<Claim> claims = new ArrayList<>();
        if (hash >= 0) {
            for (ApiPoint row : catalogue.find(value.substring(0, hash), value.substring(hash + 1))) {
                if (row.kind() == CallSite.Kind.FIELD) {
                    claims.addAll(algorithms.named(row, traced));
                }
            }
        }
        return claims;
    }

    /** The first argument that is an object of the catalogue; all of them where none is. */
    private ArgumentValue telling(ApiPoint point, CallSite site, int depth) {
        for (ArgumentValue argument : site.arguments()) {
            if (parameterClaims(point, argument, depth).stream()
                    .anyMatch(claim -> claim.known().isPresent())) {
                return argument;
            }
        }
        return new ArgumentValue.Elements(site.arguments());
    }

    private static Optional<ArgumentValue> argument(ApiPoint point, CallSite site) {
        CallShape shape = point.shape();
        if (point.argument().isEmpty() && !shape.deciding().present()) {
            return Optional.empty();
        }
        Optional<ArgumentValue> argument =
                shape.deciding().present() ? shape.deciding().find(site) : Optional.of(ArgumentValue.UNKNOWN);
        if (argument.isEmpty()) {
            argument = shape.fallback().map(it -> new ArgumentValue.Constants(List.of(it), Resolution.DEFAULT, 0));
        }
        if (argument.isEmpty() && point.argument().isPresent() && point.kind() != CallSite.Kind.CALL) {
            argument = Optional.of(ArgumentValue.UNKNOWN); // an overload that the row does not know
        }
        return point.separators().isEmpty() ? argument : argument.map(it -> ConfiguredList.of(it, point.separators()));
    }
}
