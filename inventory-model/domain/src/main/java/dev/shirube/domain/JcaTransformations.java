package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Transformations of {@code javax.crypto.Cipher}: {@code algorithm/mode/padding}, and password-based encryption. */
final class JcaTransformations {

    private final AlgorithmNames names;
    private final JcaDigests digests;
    private final Map<String, String> modes = new HashMap<>();
    private final Map<String, String> paddings = new HashMap<>();

    private JcaTransformations(AlgorithmNames names, JcaDigests digests) {
        this.names = names;
        this.digests = digests;
    }

    static JcaTransformations of(DataNode data, AlgorithmNames names, JcaDigests digests) {
        JcaTransformations transformations = new JcaTransformations(names, digests);
        fill(transformations.modes, data.get("cipher_modes"));
        fill(transformations.paddings, data.get("cipher_paddings"));
        return transformations;
    }

    private static void fill(Map<String, String> words, DataNode node) {
        for (Map.Entry<String, DataNode> word : node.entries().entrySet()) {
            words.put(lower(word.getKey()), word.getValue().text());
        }
    }

    Optional<Algorithm.Known> find(String transformation) {
        // At most three parts: a padding may hold a slash itself (OAEPWithSHA-512/256AndMGF1Padding).
        String[] parts = lower(transformation).split("/", 3);
        String mode = parts.length > 1 ? parts[1].trim() : "";
        String padding = parts.length > 2 ? parts[2].trim() : "";
        String base = parts[0].trim();
        Optional<Algorithm.Known> cipher = names.byJca("Cipher", base);
        cipher = cipher.isPresent() ? cipher : sized(base);
        cipher = cipher.isPresent() ? cipher : passwordBased(base);
        return cipher.map(it -> it.entry().equals("rsa-encryption") ? rsa(it, padding) : block(it, mode, padding));
    }

    /** {@code AES_256} and {@code AESWrap_256}: the size stands in the name. */
    private Optional<Algorithm.Known> sized(String base) {
        int line = base.indexOf('_');
        if (line < 0) {
            return Optional.empty();
        }
        String size = base.substring(line + 1);
        boolean told = size.equals("128") || size.equals("192") || size.equals("256");
        String cipher = base.substring(0, line).equals("aeswrappad") ? "aeswrap" : base.substring(0, line);
        return told && cipher.startsWith("aes")
                ? names.byJca("Cipher", cipher).map(it -> it.withParameterSet(size))
                : Optional.empty();
    }

    private Algorithm.Known block(Algorithm.Known cipher, String mode, String padding) {
        Algorithm.Known result = cipher;
        String known = modes.get(mode);
        if (known != null) {
            result = result.withMode(known);
        }
        if (paddings.containsKey(padding)) {
            result = result.withPadding(paddings.get(padding));
        } else if (padding.equals("nopadding") && ("cbc".equals(known) || "ecb".equals(known))) {
            // Only these two modes would need a padding; elsewhere its absence says nothing.
            result = result.withPadding("raw");
        }
        return result;
    }

    /** The padding decides which scheme it is; without one the provider decides, so nothing is claimed. */
    private Algorithm.Known rsa(Algorithm.Known cipher, String padding) {
        if (padding.equals("pkcs1padding")) {
            return Algorithm.Known.of("rsaes-pkcs1v15").withPadding("pkcs1v15");
        }
        if (padding.startsWith("oaep")) {
            Algorithm.Known oaep = Algorithm.Known.of("rsaes-oaep").withPadding("oaep");
            int end = padding.indexOf("andmgf1");
            return padding.startsWith("oaepwith") && end > 0
                    ? digests.canonical(padding.substring("oaepwith".length(), end))
                            .map(oaep::withDigest)
                            .orElse(oaep)
                    : oaep;
        }
        return padding.equals("nopadding") ? cipher.withPadding("raw") : cipher;
    }

    /** PBES2 is told by {@code PBEWithHmac<digest>And<cipher>}, PBES1 by {@code PBEWith<digest>And<cipher>} (RFC 8018). */
    Optional<Algorithm.Known> passwordBased(String lower) {
        int and = lower.indexOf("and");
        if (!lower.startsWith("pbewith") || and < 0) {
            return Optional.empty();
        }
        boolean second = lower.startsWith("pbewithhmac");
        String digest = lower.substring(second ? "pbewithhmac".length() : "pbewith".length(), and);
        Algorithm.Known scheme = Algorithm.Known.of(second ? "pbes2" : "pbes1");
        return digests.canonical(digest).map(scheme::withDigest);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
