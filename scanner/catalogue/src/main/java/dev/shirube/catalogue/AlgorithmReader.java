package dev.shirube.catalogue;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads rows whose deciding argument is about an algorithm. */
final class AlgorithmReader {

    private final AlgorithmRegistry registry;
    private final AlgorithmNames names;
    private final ObjectReader objects;

    AlgorithmReader(AlgorithmRegistry registry, ObjectReader objects) {
        this.registry = registry;
        this.names = new AlgorithmNames(registry);
        this.objects = objects;
    }

    /**
     * The argument is a name of the row's service, or an object of the catalogue that stands for one; a name that the
     * registry does not have is kept, unresolved.
     */
    List<Claim> name(ApiPoint point, ArgumentValue argument, int depth) {
        List<Claim> given = objects.parameterClaims(point, argument, depth);
        if (given.stream().anyMatch(claim -> claim.known().isPresent())) {
            return argument instanceof ArgumentValue.Elements list ? ofEach(point, list, depth) : given;
        }
        return each(trusted(point, Traced.of(argument)), point, value -> names.of(point, value));
    }

    /** A list may hold both names and objects. */
    private List<Claim> ofEach(ApiPoint point, ArgumentValue.Elements list, int depth) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (ArgumentValue element : list.values()) {
            name(point, element, depth)
                    .forEach(it -> claims.putIfAbsent(it.asset().id(), it));
        }
        return List.copyOf(claims.values());
    }

    /**
     * The values, unless they are several and one of them is a name of another service: then values of several places
     * were taken together that have nothing to do with each other, and none of them says anything of this one.
     */
    private Traced trusted(ApiPoint point, Traced traced) {
        boolean several = traced.values().size() > 1 || !traced.reason().isEmpty();
        return several && traced.values().stream().anyMatch(value -> names.isForeign(point, value))
                ? traced.imprecise()
                : traced;
    }

    /** The argument is an object of the catalogue; where nothing is known of it, the named algorithm if there is one. */
    List<Claim> given(ApiPoint point, ArgumentValue argument, int depth) {
        List<Claim> given = objects.claims(point, argument, depth);
        boolean known = given.stream().anyMatch(claim -> claim.known().isPresent());
        if (known) {
            return given.stream().map(claim -> used(point, claim)).toList();
        }
        Traced traced = Traced.of(argument).withoutText();
        return point.namedAlgorithm().isPresent()
                ? named(point, traced.asPart())
                : List.of(Claim.unresolved(point, traced));
    }

    /** The argument is a curve, by its name or an object of the catalogue; an unknown name leaves the curve open. */
    List<Claim> curve(ApiPoint point, ArgumentValue argument, int depth) {
        List<Parameters> parts = new ArrayList<>();
        List<Claim> given = objects.parameterClaims(point, argument, depth);
        given.forEach(claim -> claim.known().ifPresent(known -> parts.add(new Parameters.Like(known))));
        if (!parts.isEmpty()) {
            return merged(
                    point, named(point, Traced.MEMBER), parts, given.get(0).traced());
        }
        return completed(
                point,
                argument,
                (base, value) -> registry.canonicalCurve(point.spoken(value))
                        .map(base::withCurve)
                        .orElse(base));
    }

    /** The argument is a digest's name; an unknown name leaves the digest open. */
    List<Claim> digest(ApiPoint point, ArgumentValue argument) {
        return completed(
                point,
                argument,
                (base, value) -> registry.byJcaName("MessageDigest", value)
                        .map(it -> base.withDigest(registry.displayName(it)))
                        .orElse(base));
    }

    /** Sizes and parameter objects complete the named algorithm, or that of the receiver. */
    List<Claim> parameters(ApiPoint point, CallSite site, Optional<ArgumentValue> argument, int depth) {
        List<Claim> bases = point.namedAlgorithm().isPresent()
                ? named(point, Traced.MEMBER)
                : objects.claims(point, point.object(site), depth);
        if (argument.isEmpty()) {
            return bases;
        }
        List<Claim> given = objects.parameterClaims(point, argument.get(), depth);
        Traced traced =
                given.isEmpty() ? Traced.of(argument.get()) : given.get(0).traced();
        List<Parameters> parts = new ArrayList<>();
        given.forEach(claim -> claim.known().ifPresent(known -> parts.add(new Parameters.Like(known))));
        traced.values().forEach(value -> Parameters.Size.of(value).ifPresent(parts::add));
        return merged(point, bases, parts, traced);
    }

    private List<Claim> merged(ApiPoint point, List<Claim> bases, List<Parameters> parts, Traced traced) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (Claim base : bases) {
            if (base.known().isEmpty()) {
                withoutBase(point, base, parts, traced)
                        .forEach(it -> claims.put(it.asset().id(), it));
                continue;
            }
            if (parts.isEmpty()) {
                claims.put(base.asset().id(), base.with(traced.asPart()));
            }
            for (Parameters part : parts) {
                Claim claim = Claim.of(part.complete(base.known().get()), traced);
                claims.put(claim.asset().id(), claim);
            }
        }
        return List.copyOf(claims.values());
    }

    /** A parameter object names an algorithm by itself; a size alone does not. */
    private static List<Claim> withoutBase(ApiPoint point, Claim base, List<Parameters> parts, Traced traced) {
        List<Claim> claims = new ArrayList<>();
        for (Parameters part : parts) {
            if (part instanceof Parameters.Like like) {
                claims.add(Claim.of(like.given(), traced));
            }
        }
        return claims.isEmpty() ? List.of(Claim.unresolved(point, traced.lacking(base.traced()))) : claims;
    }

    /** The algorithm that the member itself names. */
    List<Claim> named(ApiPoint point, Traced traced) {
        String name = point.namedAlgorithm().orElse("");
        return List.of(names.of(point, name)
                .map(known -> Claim.of(known, traced))
                .orElseGet(() -> Claim.unresolved(point, traced)));
    }

    /** The receiver's algorithm; for {@code Cipher.init} once for each function that the mode tells. */
    List<Claim> receiver(ApiPoint point, CallSite site, Optional<ArgumentValue> argument, int depth) {
        List<Claim> claims = objects.claims(point, point.object(site), depth).stream()
                .map(claim -> used(point, claim))
                .toList();
        if (Meaning.of(point.meaning()) != Meaning.OP_MODE || argument.isEmpty()) {
            return claims;
        }
        Traced mode = Traced.of(argument.get());
        Set<CryptoFunction> functions =
                OperationMode.functions(mode.values(), !mode.reason().isEmpty());
        return claims.stream()
                .flatMap(claim -> functions.stream().map(claim::with))
                .toList();
    }

    /** What a key of that kind is used for, where the row has a name for it: an EC key that signs is one of ECDSA. */
    private Claim used(ApiPoint point, Claim claim) {
        Optional<Algorithm.Known> used = claim.known()
                .flatMap(known -> Optional.ofNullable(point.names().get(known.entry()))
                        .flatMap(registry::entry)
                        .map(entry -> new Algorithm.Known(
                                entry.id(),
                                known.parameterSet(),
                                known.curve(),
                                known.digest(),
                                known.mode(),
                                known.padding())));
        return used.map(claim::of).orElse(claim);
    }

    /** The argument is kept as it is written; where the row has none, the receiver's is. */
    List<Claim> label(ApiPoint point, CallSite site, Optional<ArgumentValue> argument, int depth) {
        if (argument.isPresent()) {
            Traced traced = Traced.of(argument.get());
            boolean key = Meaning.of(point.meaning()) == Meaning.ENCODED_KEY;
            return List.of(Claim.unresolved(point, key ? traced.withoutText() : traced));
        }
        return Meaning.of(point.meaning()) == Meaning.LIBRARY_DEFAULT
                ? List.of(Claim.unresolved(point, Traced.DEFAULT))
                : objects.claims(point, point.object(site), depth);
    }

    private interface Completion {
        Algorithm.Known complete(Algorithm.Known base, String value);
    }

    private List<Claim> completed(ApiPoint point, ArgumentValue argument, Completion completion) {
        Traced traced = Traced.of(argument);
        Claim base = named(point, traced.asPart()).get(0);
        if (base.known().isEmpty() || traced.values().isEmpty()) {
            return List.of(base);
        }
        return each(
                traced,
                point,
                value -> Optional.of(completion.complete(base.known().get(), value)));
    }

    private static List<Claim> each(
            Traced traced, ApiPoint point, Function<String, Optional<Algorithm.Known>> algorithm) {
        if (traced.values().isEmpty()) {
            return List.of(Claim.unresolved(point, traced));
        }
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String value : traced.values()) {
            Claim claim = algorithm
                    .apply(value)
                    .map(known -> Claim.of(known, traced))
                    .orElseGet(() -> Claim.unresolved(point, traced));
            claims.putIfAbsent(claim.asset().id(), claim);
        }
        return List.copyOf(claims.values());
    }
}
