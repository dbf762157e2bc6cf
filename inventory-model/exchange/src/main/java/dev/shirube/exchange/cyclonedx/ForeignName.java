package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of algorithms as tools write them: {@code RSA-2048}, {@code SHA256withRSA}, {@code AES256-GCM}, {@code ECDSA-SHA256}.
 *
 * <p>A name is a name that the registry has, or begins with one and goes on with parts that are all understood; one part that
 * is not understood makes the whole name unknown.
 */
final class ForeignName {

    /** In the place of a primitive: the name is that of a key, of which nothing is known but its type. */
    static final String KEY = "key";

    private static final int LONGEST = 200;
    private static final Pattern WITH_SIZE = Pattern.compile("([A-Za-z]{2,12})[-_]?(\\d{3,5})");
    private static final Pattern DIGEST_FIRST = Pattern.compile("((?:MD|SHA)[0-9]{1,3})-(RSA|RSAPSS)");

    /** Spellings of tools that no standard has: an ephemeral exchange is the same algorithm. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "ecdhe",
            "ECDH",
            "dhe",
            "DH",
            "ffdhe",
            "DH",
            "rsapss",
            "RSASSA-PSS",
            "rsa-pss",
            "RSASSA-PSS",
            "tripledes",
            "3DES",
            "desede",
            "3DES");

    /** Services whose names are asked in this order for what CycloneDX calls the primitive. */
    private static final Map<String, List<String>> SERVICES = Map.of(
            "signature", List.of("Signature", "KeyPairGenerator"),
            "pke", List.of("Cipher", "KeyPairGenerator"),
            "hash", List.of("MessageDigest"),
            "xof", List.of("MessageDigest"),
            "mac", List.of("Mac"),
            "block-cipher", List.of("Cipher"),
            "stream-cipher", List.of("Cipher"),
            "ae", List.of("Cipher"),
            "key-agree", List.of("KeyAgreement", "KeyPairGenerator"),
            "kem", List.of("KeyPairGenerator"));

    private static final List<String> ALL_SERVICES = List.of(
            "MessageDigest", "KeyPairGenerator", "Signature", "KeyAgreement", "Mac", "Cipher", "SecretKeyFactory");

    private final AlgorithmRegistry registry;
    private final Map<String, String> entries = new HashMap<>();

    ForeignName(AlgorithmRegistry registry) {
        this.registry = registry;
        registry.entries().forEach(it -> entries.putIfAbsent(it.name().toLowerCase(Locale.ROOT), it.id()));
    }

    /** The algorithm of that name; nothing if a part of the name is not understood. */
    Optional<Algorithm.Known> find(String written, String primitive) {
        String name = written.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<Algorithm.Known> whole = base(name, primitive);
        return whole.isPresent() ? whole : composed(name, primitive);
    }

    private Optional<Algorithm.Known> base(String name, String primitive) {
        String spelt = SPELLINGS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        if (primitive.equals(KEY)) {
            Optional<Algorithm.Known> key = registry.byJcaName("KeyPairGenerator", spelt);
            if (key.isPresent()) {
                return key;
            }
        }
        // The bare name of a family says nothing of the scheme: "RSA" that signs need not be PKCS #1 v1.5.
        String entry = entries.get(spelt.toLowerCase(Locale.ROOT));
        if (entry != null) {
            boolean encrypts = entry.equals("rsassa-pkcs1v15") && primitive.equals("pke");
            return Optional.of(Algorithm.Known.of(encrypts ? "rsaes-pkcs1v15" : entry));
        }
        for (String service : SERVICES.getOrDefault(primitive, ALL_SERVICES)) {
            Optional<Algorithm.Known> known = registry.byJcaName(service, spelt);
            if (known.isPresent()) {
                return known;
            }
        }
        Matcher swapped = DIGEST_FIRST.matcher(spelt.toUpperCase(Locale.ROOT));
        if (swapped.matches()) {
            return swapped.group(2).equals("RSA")
                    ? registry.byJcaName("Signature", swapped.group(1) + "withRSA")
                    : digest(swapped.group(1)).map(Algorithm.Known.of("rsassa-pss")::withDigest);
        }
        return registry.byJose(spelt).or(() -> registry.byXmlUri(spelt));
    }

    private Optional<Algorithm.Known> composed(String name, String primitive) {
        String[] parts = name.split("[-_/ ]");
        for (int length = Math.min(parts.length - 1, 5); length > 0; length--) {
            String first = String.join("-", List.of(parts).subList(0, length));
            int rest = length;
            Optional<Algorithm.Known> all =
                    base(first, primitive).or(() -> sized(first, primitive)).flatMap(it -> with(it, parts, rest));
            if (all.isPresent()) {
                return all;
            }
        }
        return sized(name, primitive);
    }

    /** {@code AES256}: the size stands in the name. */
    private Optional<Algorithm.Known> sized(String name, String primitive) {
        Matcher size = WITH_SIZE.matcher(name);
        return size.matches()
                ? base(size.group(1), primitive).flatMap(it -> withParameter(it, size.group(2)))
                : Optional.empty();
    }

    private Optional<Algorithm.Known> with(Algorithm.Known base, String[] parts, int from) {
        Algorithm.Known result = base;
        boolean masked = false;
        for (int i = from; i < parts.length; i++) {
            String pair = i + 1 < parts.length ? parts[i] + "-" + parts[i + 1] : "";
            Optional<Algorithm.Known> two = pair.isEmpty() ? Optional.empty() : part(result, pair);
            Optional<Algorithm.Known> next = two.isPresent() ? two : part(result, parts[i]);
            if (parts[i].equalsIgnoreCase("MGF1")) {
                masked = true;
            } else if (next.isPresent()) {
                result = next.get();
                i += two.isPresent() ? 1 : 0;
            } else if (!masked || !parts[i].matches("\\d{2,3}")) { // after the mask stands the salt's length
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private Optional<Algorithm.Known> part(Algorithm.Known base, String part) {
        Optional<String> curve = registry.canonicalCurve(part);
        if (curve.isPresent() && base.curve().isEmpty()) {
            return curve.map(base::withCurve);
        }
        Optional<Algorithm.Known> size = withParameter(base, part);
        if (size.isPresent()) {
            return size;
        }
        Optional<String> digest = base.digest().isEmpty() ? digest(part) : Optional.empty();
        return digest.isPresent() ? digest.map(base::withDigest) : modeOrPadding(base, part);
    }

    private Optional<Algorithm.Known> modeOrPadding(Algorithm.Known base, String part) {
        boolean cipher = registry.entry(base.entry())
                .filter(it -> it.primitive().equals("block-cipher"))
                .isPresent();
        if (!cipher) {
            return Optional.empty();
        }
        Optional<String> mode =
                registry.byJcaName("Cipher", "AES/" + part + "/NoPadding").flatMap(Algorithm.Known::mode);
        String lower = part.toLowerCase(Locale.ROOT);
        if (mode.isPresent()) {
            return mode.map(base::withMode);
        }
        return switch (lower) {
            case "pkcs5", "pkcs7" -> Optional.of(base.withPadding(lower));
            case "nopadding" -> Optional.of(base);
            default -> Optional.empty();
        };
    }

    /** The digest's canonical name, as the registry tells it of a MAC that is made with it. */
    private Optional<String> digest(String name) {
        return registry.byJcaName("Mac", "Hmac" + name).flatMap(Algorithm.Known::digest);
    }

    /**
     * The algorithm with that parameter set, if it can be one: a modulus of at least 512 bits, a key of a cipher, or a set that
     * the registry has a row for. Other numbers are something else: tools write a digest's length in the same field.
     */
    Optional<Algorithm.Known> withParameter(Algorithm.Known known, String text) {
        Optional<AlgorithmRegistry.Entry> entry = registry.entry(known.entry());
        if (entry.isEmpty() || known.parameterSet().isPresent() || known.curve().isPresent()) {
            return Optional.empty();
        }
        int number = text.matches("\\d{2,5}") ? Integer.parseInt(text) : -1;
        boolean fits = switch (entry.get().group()) {
            case "RSA", "DSA", "DH", "ElGamal" -> number >= 512;
            case "AES", "Camellia", "ARIA" -> number == 128 || number == 192 || number == 256;
            default ->
                entry.get().kind().equals("public-key")
                        && number < 1_000
                        && !text.isEmpty()
                        && registry.nistLevel(known.withParameterSet(text)).orElse(0) > 0;
        };
        return fits ? Optional.of(known.withParameterSet(text)) : Optional.empty();
    }
}
