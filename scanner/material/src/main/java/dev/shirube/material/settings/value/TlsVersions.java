package dev.shirube.material.settings.value;

import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Protocol versions: {@code TLSv1.2}, {@code TLS1_2}, {@code VersionTLS12}, {@code tls1.2}, and Apache's {@code all -SSLv3}. */
final class TlsVersions {

    private static final String SEPARATORS = " \t,:;|+[]\"'";

    private static final Pattern TLS = Pattern.compile(
            "(?:version_?)?(?:d?tls|protocol_?tls|vers-tls)?_?-?v?_?1(?:[._-]?([0-3]))?(?:_20\\d\\d(?:_\\d\\d)?)?");

    private static final List<String> ALL = List.of("1.0", "1.1", "1.2", "1.3");

    private TlsVersions() {}

    /** The version that a name stands for, as CycloneDX writes it. */
    static Optional<String> of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("sslv3") || lower.equals("ssl3") || lower.equals("ssl3.0") || lower.equals("ssl_v3")) {
            return Optional.of("SSLv3");
        }
        if (lower.equals("sslv2") || lower.equals("ssl2")) {
            return Optional.of("SSLv2");
        }
        Matcher tls = TLS.matcher(lower);
        return lower.length() < 40 && tls.matches()
                ? Optional.of("1." + (tls.group(1) == null ? "0" : tls.group(1)))
                : Optional.empty();
    }

    /** A list of versions; what is taken away from a set that the library decides leaves the set open. */
    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.VERSIONS);
        List<String> items = at.items(SEPARATORS);
        Set<String> versions = new LinkedHashSet<>();
        boolean all = false;
        boolean named = false;
        // Only exceptions with an exclamation mark (Postfix, Dovecot) are taken from all; with a minus (Apache) from
        // none.
        if (!items.isEmpty()
                && items.stream()
                        .allMatch(
                                it -> it.charAt(0) == '!' && of(it.substring(1)).isPresent())) {
            versions.addAll(ALL);
        }
        for (String item : items) {
            if (item.startsWith(">=") || item.startsWith("<=")) { // Postfix 3.6 and later
                bound(item.substring(2), item, facts, item.charAt(0) == '>');
                named = true;
                continue;
            }
            char sign = item.charAt(0);
            String bare = sign == '+' || sign == '-' || sign == '!' ? item.substring(1) : item;
            Optional<String> version = of(bare);
            if (sign == '-' || sign == '!') {
                version.ifPresent(versions::remove);
            } else if (version.isPresent()) {
                versions.add(version.get());
                named = true;
            } else if (bare.equalsIgnoreCase("all")) {
                all = true;
                versions.addAll(ALL);
            } else {
                facts.unknown(item);
            }
        }
        // Of "all", the library decides which there are; of a list of exceptions it decides everything.
        if (all || !named && !items.isEmpty()) {
            facts.unknown(at.value());
        }
        versions.forEach(it -> facts.version(it, it.startsWith("SSL") ? it : written(it, items)));
    }

    private static String written(String version, List<String> items) {
        return items.stream()
                .filter(it -> of(it).equals(Optional.of(version)))
                .findFirst()
                .orElse("TLSv" + version);
    }

    /** The lowest version allowed. */
    static void lowest(Directive at, ProtocolFacts facts) {
        bound(at, facts, true);
    }

    /** The highest version allowed. */
    static void highest(Directive at, ProtocolFacts facts) {
        bound(at, facts, false);
    }

    private static void bound(Directive at, ProtocolFacts facts, boolean lowest) {
        facts.noted(at, Part.VERSIONS);
        for (String item : at.items(SEPARATORS)) {
            bound(item, item, facts, lowest);
        }
    }

    private static void bound(String name, String written, ProtocolFacts facts, boolean lowest) {
        Optional<String> version = of(name);
        if (version.isEmpty()) {
            facts.unknown(written);
        } else if (lowest) {
            facts.lowest(version.get(), written);
        } else {
            facts.highest(version.get(), written);
        }
    }
}
