package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.exchange.JsonItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a component of another tool says of an algorithm: its object identifier, its name, its family, then its parameters.
 *
 * <p>Where they contradict one another, or none is understood, the algorithm stays unresolved with all of them as its
 * expression.
 */
final class ForeignAlgorithm {

    /**
     * An algorithm as far as it could be told.
     *
     * @param open what could not be, as it stands in the document; empty where nothing is left
     */
    record Told(Algorithm algorithm, String open) {}

    private static final Set<String> MODES = Set.of("cbc", "ecb", "ccm", "gcm", "cfb", "ofb", "ctr");
    private static final Set<String> UNSAID = Set.of("", "other", "unknown");

    private final AlgorithmRegistry registry;
    private final ForeignName names;
    private final List<AlgorithmRegistry.Entry> entries;

    ForeignAlgorithm(AlgorithmRegistry registry) {
        this.registry = registry;
        this.names = new ForeignName(registry);
        this.entries = registry.entries();
    }

    /** The algorithm of a component with that name and those {@code cryptoProperties}. */
    Told read(String name, JsonItem crypto) {
        JsonItem fields = crypto.object("algorithmProperties");
        String primitive = fields.text("primitive");
        String oid = oid(crypto.text("oid"));
        Optional<Algorithm.Known> byOid = registry.byOid(oid);
        Optional<Algorithm.Known> byName = names.find(name, primitive);
        Optional<Algorithm.Known> byFamily = family(fields.text("algorithmFamily"), primitive);
        Optional<Algorithm.Known> agreed = agreed(agreed(byOid, byName), byFamily);
        if (agreed.isEmpty()) {
            return unresolved(name, oid, fields);
        }
        return parameters(scheme(agreed.get(), fields), fields);
    }

    private static String oid(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("urn:oid:") ? text.substring(8) : text.startsWith("oid:") ? text.substring(4) : text;
    }

    /** Of a family that several entries have only a primitive that one of them has tells which is meant. */
    private Optional<Algorithm.Known> family(String family, String primitive) {
        List<AlgorithmRegistry.Entry> named = entries.stream()
                .filter(it -> it.cyclonedxFamily().filter(family::equals).isPresent())
                .toList();
        List<AlgorithmRegistry.Entry> fitting = named.size() < 2
                ? named
                : named.stream().filter(it -> it.primitive().equals(primitive)).toList();
        return fitting.size() == 1
                ? Optional.of(Algorithm.Known.of(fitting.get(0).id()))
                : Optional.empty();
    }

    /** Two witnesses of one algorithm: the one that says more, with what the other adds; nothing if they contradict. */
    private Optional<Algorithm.Known> agreed(Optional<Algorithm.Known> one, Optional<Algorithm.Known> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        Algorithm.Known first = one.get();
        Algorithm.Known second = other.get();
        if (first.entry().equals(second.entry())) {
            return filled(first, second);
        }
        if (generalOf(first, second)) {
            return filled(second, first);
        }
        return generalOf(second, first) ? filled(first, second) : Optional.empty();
    }

    /** A key of RSA or on a curve, or RSA encryption without its padding, is any scheme that such keys serve. */
    private boolean generalOf(Algorithm.Known general, Algorithm.Known special) {
        String group = registry.entry(special.entry())
                .map(AlgorithmRegistry.Entry::group)
                .orElse("");
        return switch (general.entry()) {
            case "rsa-key" -> group.equals("RSA");
            case "rsa-encryption" -> Set.of("rsaes-pkcs1v15", "rsaes-oaep").contains(special.entry());
            case "ec-key" -> Set.of("ECDSA", "ECDH", "ECIES", "MQV").contains(group);
            case "ecdh" -> special.entry().equals("xdh");
            default -> false;
        };
    }

    private static Optional<Algorithm.Known> filled(Algorithm.Known best, Algorithm.Known other) {
        boolean same = agree(best.parameterSet(), other.parameterSet())
                && agree(best.curve(), other.curve())
                && agree(best.digest(), other.digest())
                && agree(best.mode(), other.mode())
                && agree(best.padding(), other.padding());
        return same
                ? Optional.of(new Algorithm.Known(
                        best.entry(),
                        best.parameterSet().or(other::parameterSet),
                        best.curve().or(other::curve),
                        best.digest().or(other::digest),
                        best.mode().or(other::mode),
                        best.padding().or(other::padding)))
                : Optional.empty();
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** Of RSA, primitive and padding together are the scheme (RFC 8017). */
    private static Algorithm.Known scheme(Algorithm.Known known, JsonItem fields) {
        if (!known.entry().equals("rsa-key") && !known.entry().equals("rsa-encryption")) {
            return known;
        }
        String scheme =
                switch (fields.text("primitive") + "/" + fields.text("padding").toLowerCase(Locale.ROOT)) {
                    case "signature/pkcs1v15" -> "rsassa-pkcs1v15";
                    case "pke/pkcs1v15" -> "rsaes-pkcs1v15";
                    case "pke/oaep" -> "rsaes-oaep";
                    default -> encrypts(fields) ? "rsa-encryption" : known.entry();
                };
        boolean padded = scheme.startsWith("rsaes");
        Optional<String> padding =
                padded ? Optional.of(fields.text("padding").toLowerCase(Locale.ROOT)) : known.padding();
        return new Algorithm.Known(scheme, known.parameterSet(), known.curve(), known.digest(), known.mode(), padding);
    }

    private static boolean encrypts(JsonItem fields) {
        List<String> functions = fields.texts("cryptoFunctions");
        return fields.text("primitive").equals("pke")
                && (functions.contains("encrypt") || functions.contains("decrypt"));
    }

    /**
     * The type of a key with that name, object identifier and size, and with what the algorithm tells that it is for.
     *
     * @param use the algorithm that the key's component refers to
     */
    Algorithm key(String name, JsonItem crypto, Optional<Algorithm> use) {
        Optional<Algorithm.Known> own =
                registry.byOid(oid(crypto.text("oid"))).or(() -> names.find(name, ForeignName.KEY));
        Optional<Algorithm.Known> type =
                agreed(own, use.filter(Algorithm.Known.class::isInstance).map(it -> type((Algorithm.Known) it)));
        OptionalInt size = ForeignMaterial.size(crypto.object("relatedCryptoMaterialProperties"));
        if (type.isEmpty()) {
            return unresolved(name, oid(crypto.text("oid")), JsonItem.NONE).algorithm();
        }
        return size.isPresent()
                ? names.withParameter(type.get(), Integer.toString(size.getAsInt()))
                        .orElse(type.get())
                : type.get();
    }

    /** The type of keys that such an algorithm has. */
    private Algorithm.Known type(Algorithm.Known use) {
        String group =
                registry.entry(use.entry()).map(AlgorithmRegistry.Entry::group).orElse("");
        String entry = switch (group) {
            case "RSA" -> "rsa-key";
            case "ECDSA", "ECDH", "ECIES", "EC" -> "ec-key";
            default -> "";
        };
        return entry.isEmpty()
                ? use
                : new Algorithm.Known(
                        entry, use.parameterSet(), use.curve(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Told parameters(Algorithm.Known known, JsonItem fields) {
        Algorithm.Known result = known;
        List<String> open = new ArrayList<>();
        String curve = fields.text("ellipticCurve").isEmpty() ? fields.text("curve") : fields.text("ellipticCurve");
        if (!UNSAID.contains(curve)) {
            Optional<String> canonical = registry.canonicalCurve(curve)
                    .or(() -> registry.canonicalCurve(curve.substring(curve.indexOf('/') + 1)));
            if (canonical.isEmpty() || !agree(result.curve(), canonical)) {
                open.add("curve=" + Place.cut(curve));
            } else {
                result = result.withCurve(canonical.get());
            }
        }
        String set = fields.text("parameterSetIdentifier").strip();
        result = names.withParameter(result, set).orElse(result);
        String mode = fields.text("mode").toLowerCase(Locale.ROOT);
        if (result.mode().isEmpty() && MODES.contains(mode) && isCipher(result)) {
            result = result.withMode(mode);
        }
        String padding = fields.text("padding").toLowerCase(Locale.ROOT);
        if (result.padding().isEmpty() && Set.of("pkcs5", "pkcs7").contains(padding) && isCipher(result)) {
            result = result.withPadding(padding);
        }
        return new Told(result, String.join("; ", open));
    }

    private boolean isCipher(Algorithm.Known known) {
        return registry.entry(known.entry())
                .filter(it -> it.primitive().equals("block-cipher"))
                .isPresent();
    }

    private static Told unresolved(String name, String oid, JsonItem fields) {
        List<String> words = new ArrayList<>();
        add(words, "", name);
        add(words, "oid=", oid);
        for (String field :
                List.of("algorithmFamily", "parameterSetIdentifier", "ellipticCurve", "curve", "mode", "padding")) {
            add(words, field + "=", fields.text(field));
        }
        String primitive = fields.text("primitive").matches("[a-z-]{1,20}") ? fields.text("primitive") : "unknown";
        return new Told(new Algorithm.Unresolved("cyclonedx:" + primitive), Place.cut(String.join("; ", words)));
    }

    private static void add(List<String> words, String label, String value) {
        if (!value.isBlank()) {
            words.add(label + value.strip());
        }
    }

    /** The shelf that the algorithm's entry is shown on. */
    Optional<Category> category(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known
                ? registry.entry(known.entry()).map(AlgorithmRegistry.Entry::category)
                : Optional.empty();
    }
}
