package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code protocolProperties} of another tool as a protocol: suites by name or number, groups, schemes, transforms of IKEv2. */
final class ForeignProtocol {

    private static final Pattern VERSION = Pattern.compile("(?i)(?:tls|ssl|dtls|ssh|ike)?[ _-]?v?(\\d[\\d.]{0,7})");
    private static final Pattern OCTETS = Pattern.compile("0[xX]([0-9A-Fa-f]{2})");
    private static final Pattern NUMBER = Pattern.compile("0[xX]([0-9A-Fa-f]{4})");

    private final AlgorithmRegistry registry;

    ForeignProtocol(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    /**
     * The protocol.
     *
     * @param named names of components by reference, for transforms of 1.6
     */
    CryptoAsset read(JsonItem fields, String name, UnaryOperator<String> named) {
        String protocol = protocol(fields.text("type"), name);
        Set<String> suites = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        Set<String> schemes = new LinkedHashSet<>();
        for (JsonItem suite : fields.objects("cipherSuites")) {
            suite(suite).ifPresent(it -> sort(protocol, it, suites, groups, schemes));
            groups.addAll(texts(suite, "tlsGroups"));
            schemes.addAll(texts(suite, "tlsSignatureSchemes"));
        }
        transforms(fields.object("ikev2TransformTypes"), named, suites, groups, schemes);
        return new CryptoAsset.Protocol(
                protocol,
                version(fields.text("version")),
                List.copyOf(suites),
                List.copyOf(groups),
                List.copyOf(schemes));
    }

    private static String protocol(String type, String name) {
        String told = type.toLowerCase(Locale.ROOT);
        if (told.matches("[a-z0-9-]{1,20}") && !told.equals("other") && !told.equals("unknown")) {
            return told;
        }
        String word = name.toLowerCase(Locale.ROOT);
        return word.startsWith("tls") ? "tls" : word.startsWith("ssh") ? "ssh" : "unknown";
    }

    private static Optional<String> version(String written) {
        Matcher version = VERSION.matcher(written.strip());
        return version.matches()
                ? Optional.of(version.group(1))
                : Optional.of(Place.cut(written.strip())).filter(it -> !it.isEmpty());
    }

    private Optional<String> suite(JsonItem suite) {
        if (!suite.text("name").isBlank()) {
            return Optional.of(Place.cut(suite.text("name").strip()));
        }
        String code = number(suite.texts("identifiers"));
        return code.length() == 4
                ? registry.tlsCipherSuite(Integer.parseInt(code, 16)).map(AlgorithmRegistry.CodePoint::name)
                : Optional.empty();
    }

    /** One number, or its two octets. */
    private static String number(List<String> identifiers) {
        StringBuilder digits = new StringBuilder();
        for (String identifier : identifiers) {
            Matcher whole = NUMBER.matcher(identifier);
            Matcher octet = OCTETS.matcher(identifier);
            if (whole.matches()) {
                digits.append(whole.group(1));
            } else if (octet.matches()) {
                digits.append(octet.group(1));
            }
        }
        return digits.toString();
    }

    /** SSH has no suites: what stands there is a key exchange, a type of host key, or a cipher. */
    private void sort(String protocol, String name, Set<String> suites, Set<String> groups, Set<String> schemes) {
        if (protocol.equals("ssh") && has(registry.sshKeyExchanges(), name)) {
            groups.add(name);
        } else if (protocol.equals("ssh") && has(registry.sshHostKeys(), name)) {
            schemes.add(name);
        } else {
            suites.add(name);
        }
    }

    private static boolean has(List<AlgorithmRegistry.CodePoint> points, String name) {
        return points.stream().anyMatch(it -> it.name().equals(name));
    }

    /** Structured since 1.7; until then, and still, references to algorithms. */
    private void transforms(
            JsonItem types, UnaryOperator<String> named, Set<String> suites, Set<String> groups, Set<String> schemes) {
        for (JsonItem exchange : types.objects("ke")) {
            String number = exchange.text("group");
            groups.add(registry.ikeKeyExchanges().stream()
                    .filter(it -> Integer.toString(it.code()).equals(number))
                    .map(AlgorithmRegistry.CodePoint::name)
                    .findFirst()
                    .orElse("group " + Place.cut(number)));
        }
        referred(types, "ke", named, groups);
        for (String type : List.of("encr", "prf", "integ")) {
            for (JsonItem transform : types.objects(type)) {
                String length = transform.text("keyLength");
                suites.add(Place.cut(transform.text("name")) + (length.isEmpty() ? "" : "-" + length));
            }
            referred(types, type, named, suites);
        }
        types.objects("auth").forEach(it -> schemes.add(Place.cut(it.text("name"))));
        referred(types, "auth", named, schemes);
        suites.remove("");
        schemes.remove("");
    }

    private static void referred(JsonItem types, String type, UnaryOperator<String> named, Set<String> into) {
        types.texts(type).forEach(it -> into.add(Place.cut(named.apply(it))));
    }

    private static List<String> texts(JsonItem item, String name) {
        List<String> texts = new ArrayList<>();
        item.texts(name).forEach(it -> texts.add(Place.cut(it)));
        return texts;
    }
}
