package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lists of cipher suites: IANA's and OpenSSL's names, and the words from which OpenSSL computes a list (openssl-ciphers(1)).
 * Such a word fixes no suite, but some say which key exchange or signature all its suites have.
 */
final class CipherLists {

    private static final String SEPARATORS = " \t,:;|[]\"'";

    private CipherLists() {}

    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.SUITES);
        Set<String> removed = new LinkedHashSet<>();
        for (String item : at.items(SEPARATORS)) {
            if (item.charAt(0) == '!' || item.charAt(0) == '-') {
                removed.add(item.substring(1));
            }
        }
        for (String item : at.items(SEPARATORS)) {
            char sign = item.charAt(0);
            if (sign != '!' && sign != '-' && sign != '+' && sign != '@' && !removed.contains(item)) {
                suite(item, at, facts, removed);
            }
        }
    }

    private static void suite(String item, Directive at, ProtocolFacts facts, Set<String> removed) {
        AlgorithmRegistry registry = facts.claims().registry();
        Optional<CodePoint> suite = registry.tlsByName(item)
                .or(() -> registry.tlsByName(item.replace('-', '_'))) // as OpenVPN writes IANA's names
                .filter(it -> !Groups.isGroup(it));
        if (suite.isEmpty()) {
            facts.unknown(item);
            for (String part : item.split("\\+")) {
                if (!removed.contains(part)) {
                    keyword(part, at, facts);
                }
            }
            return;
        }
        boolean tls13 = suite.get().classification().equals("symmetric");
        facts.suite(suite.get().name(), tls13, item);
        if (!tls13) {
            // The registry lists the key exchange first.
            suite.get().algorithms().stream()
                    .findFirst()
                    .ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.KEY_AGREEMENT, item));
        }
    }

    private static void keyword(String word, Directive at, ProtocolFacts facts) {
        Names.keyExchange(word)
                .map(Algorithm.Known::parse)
                .ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.KEY_AGREEMENT, word));
        Names.authentication(word)
                .map(Algorithm.Known::parse)
                .ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.SIGN, word));
    }
}
