package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<String> items = at.items(SEPARATORS);
        Set<String> removed = new LinkedHashSet<>();
        Set<String> exchanges = new LinkedHashSet<>();
        for (String item : items) {
            if (item.charAt(0) == '!' || item.charAt(0) == '-') {
                removed.add(item.substring(1));
                Names.removedExchange(item.substring(1)).ifPresent(exchanges::add);
            }
        }
        for (String item : items) {
            if ("!-+@".indexOf(item.charAt(0)) < 0 && !removed.contains(item)) {
                suite(item, at, facts, exchanges);
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
            words(item, at, facts, removed);
            return;
        }
        boolean tls13 = suite.get().classification().equals("symmetric");
        // The registry lists the key exchange first.
        Optional<Algorithm.Known> exchange = suite.get().algorithms().stream().findFirst();
        if (!tls13 && exchange.filter(it -> removed.contains(it.identity())).isPresent()) {
            return;
        }
        facts.suite(suite.get().name(), tls13, item);
        if (!tls13) {
            exchange.ifPresent(it -> facts.algorithmOnce(it, at, CryptoFunction.KEY_AGREEMENT, item));
        }
    }

    /** Words joined by plus signs mean the suites that all of them mean: with two different exchanges there is none. */
    private static void words(String item, Directive at, ProtocolFacts facts, Set<String> removed) {
        Set<String> exchanges = new LinkedHashSet<>();
        Set<String> signatures = new LinkedHashSet<>();
        for (String word : item.split("\\+")) {
            Names.keyExchange(word).ifPresent(exchanges::add);
            Names.authentication(word).ifPresent(signatures::add);
        }
        if (exchanges.size() > 1 || exchanges.stream().anyMatch(removed::contains)) {
            return;
        }
        exchanges.forEach(it -> facts.algorithmOnce(Algorithm.Known.parse(it), at, CryptoFunction.KEY_AGREEMENT, item));
        signatures.forEach(it -> facts.algorithmOnce(Algorithm.Known.parse(it), at, CryptoFunction.SIGN, item));
    }
}
