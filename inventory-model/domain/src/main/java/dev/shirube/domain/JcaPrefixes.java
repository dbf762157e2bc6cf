package dev.shirube.domain;

import dev.shirube.data.DataNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names that begin with a scheme and go on with its digest: {@code ECDHwithSHA256KDF}, {@code ECIESwithSHA256andAES-CBC}. */
final class JcaPrefixes {

    private final Map<String, Algorithm.Known> schemes = new HashMap<>();
    private final JcaDigests digests;

    private JcaPrefixes(JcaDigests digests) {
        this.digests = digests;
    }

    static JcaPrefixes of(DataNode prefixes, JcaDigests digests) {
        JcaPrefixes result = new JcaPrefixes(digests);
        for (Map.Entry<String, DataNode> prefix : prefixes.entries().entrySet()) {
            result.schemes.put(
                    prefix.getKey().toLowerCase(Locale.ROOT),
                    Algorithm.Known.parse(prefix.getValue().text()));
        }
        return result;
    }

    /** The scheme with its digest, where the name tells one; a scheme with anything else behind it stays unknown. */
    Optional<Algorithm.Known> find(String lower) {
        int with = lower.indexOf("with");
        Algorithm.Known scheme = with < 0 ? null : schemes.get(lower.substring(0, with));
        if (scheme == null) {
            return Optional.empty();
        }
        String rest = lower.substring(with + "with".length());
        if (rest.equals("aes-cbc") || rest.equals("desede-cbc")) {
            return Optional.of(scheme);
        }
        return digests.canonical(digest(rest)).map(scheme::withDigest);
    }

    private static String digest(String rest) {
        int and = rest.indexOf("and");
        if (and >= 0) {
            return rest.substring(0, and);
        }
        String bare = rest.endsWith("kdf") ? rest.substring(0, rest.length() - "kdf".length()) : rest;
        return bare.length() < rest.length() && bare.endsWith("c") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
