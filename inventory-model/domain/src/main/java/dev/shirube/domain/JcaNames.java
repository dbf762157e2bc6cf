package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * JCA names: those of the table word by word, and those put together as the Java Security Standard Algorithm Names say
 * ({@code SHA384withECDSA}, {@code AES_256/GCM/NoPadding}, {@code HmacSHA512/256}).
 */
final class JcaNames {

    /** A service that has no names of its own in the table borrows those of services that work on the same keys. */
    private static final Map<String, List<String>> BORROWED = Map.of(
            "KeyFactory", List.of("KeyPairGenerator"),
            "AlgorithmParameterGenerator", List.of("KeyPairGenerator"),
            "AlgorithmParameters", List.of("KeyPairGenerator", "Signature", "Cipher", "SecretKeyFactory"),
            "KeyGenerator", List.of("Cipher", "Mac"),
            "SecretKeyFactory", List.of("Cipher"),
            "KEM", List.of("KeyPairGenerator"),
            "KDF", List.of("SecretKeyFactory"));

    private final AlgorithmNames names;
    private final JcaDigests digests;
    private final JcaTransformations transformations;
    private final Map<String, String> signatures = new HashMap<>();

    private JcaNames(AlgorithmNames names, JcaDigests digests, JcaTransformations transformations) {
        this.names = names;
        this.digests = digests;
        this.transformations = transformations;
    }

    static JcaNames of(DataNode data, AlgorithmNames names) {
        JcaDigests digests = JcaDigests.of(data.get("digests"));
        JcaNames jca = new JcaNames(names, digests, JcaTransformations.of(data, names, digests));
        for (DataNode row : data.get("signature_suffixes").items()) {
            jca.signatures.put(lower(row.get("suffix").text()), row.get("is").text());
        }
        return jca;
    }

    Optional<Algorithm.Known> find(String service, String name) {
        String trimmed = name.trim();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Algorithm.Known> known = oid(trimmed);
        known = known.isPresent() ? known : own(service, trimmed);
        for (String other : known.isPresent() ? List.<String>of() : BORROWED.getOrDefault(service, List.of())) {
            known = known.isPresent() ? known : own(other, trimmed);
        }
        return known;
    }

    private Optional<Algorithm.Known> own(String service, String name) {
        Optional<Algorithm.Known> row = names.byJca(service, name);
        return row.isPresent() ? row : composed(service, name);
    }

    private Optional<Algorithm.Known> composed(String service, String name) {
        return switch (service) {
            case "Signature" -> signature(lower(name));
            case "MessageDigest" -> digests.algorithm(name);
            case "Mac" -> hmac(lower(name));
            case "Cipher" -> transformations.find(name);
            case "SecretKeyFactory" -> transformations.passwordBased(lower(name));
            default -> Optional.empty();
        };
    }

    private Optional<Algorithm.Known> oid(String name) {
        String oid = name.regionMatches(true, 0, "OID.", 0, 4) ? name.substring(4) : name;
        char first = oid.isEmpty() ? ' ' : oid.charAt(0);
        return first >= '0' && first <= '2' ? names.byOid(oid) : Optional.empty();
    }

    private Optional<Algorithm.Known> signature(String lower) {
        String name =
                lower.endsWith("inp1363format") ? lower.substring(0, lower.length() - "inp1363format".length()) : lower;
        int with = name.indexOf("with");
        String entry = with < 0 ? null : signatures.get(name.substring(with + 4));
        if (entry == null) {
            return Optional.empty();
        }
        String digest = name.substring(0, with);
        Algorithm.Known signature = Algorithm.Known.of(entry);
        return digest.equals("none")
                ? Optional.of(signature)
                : digests.canonical(digest).map(signature::withDigest);
    }

    private Optional<Algorithm.Known> hmac(String lower) {
        if (!lower.startsWith("hmac")) {
            return Optional.empty();
        }
        String digest = lower.substring(lower.startsWith("hmac-") ? 5 : 4);
        return digests.canonical(digest).map(Algorithm.Known.of("hmac")::withDigest);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
