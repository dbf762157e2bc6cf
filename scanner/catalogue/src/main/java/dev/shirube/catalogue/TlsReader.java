package dev.shirube.catalogue;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rows that are about the TLS protocol: its versions, suites, groups and signature schemes. */
final class TlsReader {

    /** Standard protocol names of JSSE (Java Security Standard Algorithm Names, SSLContext and its protocols). */
    private static final Pattern VERSION = Pattern.compile("(D?TLS)v(1(?:\\.[0-3])?)", Pattern.CASE_INSENSITIVE);

    /** The reason that both scanners give for the null literal. */
    private static final String NULL = "null";

    /** Follows the meaning of a row that adds to a list. */
    private static final String MORE = "more";

    private final AlgorithmRegistry registry;
    private final ObjectReader objects;

    TlsReader(AlgorithmRegistry registry, ObjectReader objects) {
        this.registry = registry;
        this.objects = objects;
    }

    List<Claim> read(ApiPoint point, Meaning meaning, Optional<ArgumentValue> argument, int depth) {
        ArgumentValue value = argument.orElse(ArgumentValue.UNKNOWN);
        if (!point.descriptors().isEmpty() && isNull(value)) {
            return List.of(); // one argument of several is left out; another row tells of the call
        }
        return switch (meaning) {
            case TLS_DEFAULT -> List.of(Claim.of(tls(), Traced.DEFAULT));
            case TLS_MANAGER -> List.of(Claim.of(tls(), Traced.of(value)));
            case TLS_CONTEXT -> context(point, value, depth);
            case PROTOCOL, PROTOCOLS -> versions(point, value);
            case NAMED_GROUPS ->
                List.of(Claim.of(protocol(List.of(), iana(point, value), List.of()), traced(point, value)));
            case SIGNATURE_SCHEMES ->
                List.of(Claim.of(protocol(List.of(), List.of(), iana(point, value)), traced(point, value)));
            default -> List.of(Claim.of(protocol(iana(point, value), List.of(), List.of()), traced(point, value)));
        };
    }

    private static boolean isNull(ArgumentValue value) {
        return value instanceof ArgumentValue.Expression expression
                && expression.reason().equals(NULL);
    }

    /** What other calls may add to is not all that there is. */
    private static Traced traced(ApiPoint point, ArgumentValue value) {
        Traced traced = Traced.of(value);
        return point.namedAlgorithm().filter(MORE::equals).isPresent() ? traced.open("added-to") : traced;
    }

    private List<Claim> context(ApiPoint point, ArgumentValue value, int depth) {
        List<Claim> claims = objects.claims(point, value, depth);
        boolean protocols = claims.stream().allMatch(it -> it.asset() instanceof CryptoAsset.Protocol);
        return protocols ? claims : List.of(Claim.of(tls(), claims.get(0).traced()));
    }

    private static List<Claim> versions(ApiPoint point, ArgumentValue value) {
        Traced traced = traced(point, value);
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (String name : traced.values()) {
            Claim claim = Claim.of(version(point.spoken(name)), traced);
            claims.putIfAbsent(claim.asset().id(), claim);
        }
        return claims.isEmpty() ? List.of(Claim.of(tls(), traced)) : List.copyOf(claims.values());
    }

    /** {@code TLS}, {@code SSL} and names unknown to us leave the version open. */
    private static CryptoAsset version(String name) {
        Matcher matcher = VERSION.matcher(name);
        if (matcher.matches()) {
            String number = matcher.group(2).length() == 1 ? "1.0" : matcher.group(2);
            return protocol(matcher.group(1).toLowerCase(Locale.ROOT), Optional.of(number));
        }
        if (name.equalsIgnoreCase("SSLv2") || name.equalsIgnoreCase("SSLv3")) {
            return protocol("tls", Optional.of("SSLv" + name.charAt(name.length() - 1)));
        }
        return name.equalsIgnoreCase("DTLS") ? protocol("dtls", Optional.empty()) : tls();
    }

    /**
     * The registry's spelling of each name, in the order written; a name it does not have stays as
     * written, and a library's constant is named like what it stands for.
     */
    private List<String> iana(ApiPoint point, ArgumentValue value) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (String written : inOrder(value)) {
            String spoken = point.spoken(written);
            String name = spoken.substring(spoken.indexOf('#') + 1);
            names.add(registry.tlsByName(name)
                    .map(AlgorithmRegistry.CodePoint::name)
                    .orElse(name));
        }
        return List.copyOf(names);
    }

    private static List<String> inOrder(ArgumentValue value) {
        if (!(value instanceof ArgumentValue.Elements elements)) {
            return Traced.of(value).values();
        }
        List<String> names = new ArrayList<>();
        elements.values().forEach(element -> names.addAll(inOrder(element)));
        return names;
    }

    private static CryptoAsset tls() {
        return protocol("tls", Optional.empty());
    }

    private static CryptoAsset protocol(String protocol, Optional<String> version) {
        return new CryptoAsset.Protocol(protocol, version, List.of(), List.of(), List.of());
    }

    private static CryptoAsset protocol(List<String> suites, List<String> groups, List<String> schemes) {
        return new CryptoAsset.Protocol("tls", Optional.empty(), suites, groups, schemes);
    }
}
