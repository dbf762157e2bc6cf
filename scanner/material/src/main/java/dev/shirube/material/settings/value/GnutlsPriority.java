package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.Optional;

/** GnuTLS's priority strings: a level, and what is added to it or taken away, {@code NORMAL:-VERS-ALL:+VERS-TLS1.3}. */
final class GnutlsPriority {

    private GnutlsPriority() {}

    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.SUITES);
        for (String item : at.items(" \t:,\"'")) {
            if (item.startsWith("+")) {
                added(item.substring(1), at, facts);
            } else if (!item.startsWith("-")
                    && !item.startsWith("!")
                    && !item.startsWith("%")
                    && !item.equals("NONE")) {
                facts.unknown(item);
            }
        }
    }

    private static void added(String name, Directive at, ProtocolFacts facts) {
        Optional<String> version =
                name.startsWith("VERS-") ? TlsVersions.of(name.substring("VERS-".length())) : Optional.empty();
        if (version.isPresent()) {
            facts.noted(at, Part.VERSIONS);
            facts.version(version.get(), name);
        } else if (name.startsWith("GROUP-") && !name.equals("GROUP-ALL")) {
            facts.noted(at, Part.GROUPS);
            Groups.group(name, at, facts);
        } else if (name.startsWith("SIGN-") && !name.equals("SIGN-ALL")) {
            Schemes.scheme(name.substring("SIGN-".length()), at, facts);
        } else {
            Names.keyExchange(name.replaceFirst("-(?:RSA|ECDSA|DSS|PSK)$", ""))
                    .map(Algorithm.Known::parse)
                    .ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.KEY_AGREEMENT, name));
        }
    }
}
