package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Names of single algorithms from other registries: JOSE, JCA, DNSSEC, XML Signature, and sizes of Diffie-Hellman groups. */
final class NamedAlgorithms {

    private NamedAlgorithms() {}

    /** JOSE {@code alg} values (RFC 7518); {@code none} is no algorithm. */
    static void jose(Directive at, ProtocolFacts facts) {
        for (String item : at.items(" \t,[]\"'")) {
            if (!item.equalsIgnoreCase("none")) {
                one(item, at, facts, facts.claims().registry()::byJose);
            }
        }
    }

    /** Names of the Java Cryptography Architecture for signatures. */
    static void signature(Directive at, ProtocolFacts facts) {
        for (String item : at.items(" \t,[]\"'")) {
            one(item, at, facts, it -> facts.claims().registry().byJcaName("Signature", it));
        }
    }

    /** {@code rsa-sha256}, {@code ecdsa-sha384}, as DKIM, XML Signature's URIs and X.509 tools name signatures. */
    static void keyAndDigest(Directive at, ProtocolFacts facts) {
        for (String item : at.items(" \t,[]\"'")) {
            String name = item.substring(item.lastIndexOf('#') + 1)
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            one(item, at, facts, it -> reversed(name, facts.claims().registry()));
        }
    }

    private static Optional<Algorithm.Known> reversed(String name, AlgorithmRegistry registry) {
        int dash = name.indexOf("-sha");
        if (dash > 0) {
            return registry.byJcaName(
                    "Signature", name.substring(dash + 1).replace("-", "") + "with" + name.substring(0, dash));
        }
        return registry.byJcaName("Signature", name);
    }

    /** A device tree's {@code sha256,rsa2048}: a digest and a key. */
    static void digestAndKey(Directive at, ProtocolFacts facts) {
        for (String item : at.items(" ,\"'_;")) {
            KeyTypes.find(item, facts.claims().registry())
                    .ifPresent(it -> facts.algorithm(it, at, CryptoFunction.VERIFY, at.value()));
        }
    }

    private static void one(
            String item, Directive at, ProtocolFacts facts, Function<String, Optional<Algorithm.Known>> names) {
        names.apply(item)
                .ifPresentOrElse(
                        it -> facts.algorithm(it, at, CryptoFunction.SIGN, item),
                        () -> facts.unresolved(at, CryptoFunction.SIGN, item));
    }

    /** An algorithm of DNSSEC by name or number, and the size behind it or beside it: {@code algorithm rsasha256 2048}. */
    static void dnssec(Directive at, ProtocolFacts facts) {
        List<String> all = at.items(" \t\"'");
        int keyword = all.lastIndexOf("algorithm");
        List<String> words = all.subList(keyword + 1, all.size());
        if (words.isEmpty()) {
            return;
        }
        String name = words.get(0).toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        Optional<String> size =
                at.with().or(() -> words.stream().skip(1).findFirst()).filter(it -> it.matches("[1-9]\\d{2,4}"));
        Optional<Algorithm.Known> known = Names.dnssec(name).map(Algorithm.Known::parse);
        // A size is a key's: of an algorithm with a curve it says nothing.
        known.map(it -> it.curve().isEmpty() && size.isPresent() ? it.withParameterSet(size.get()) : it)
                .ifPresentOrElse(
                        it -> facts.algorithm(it, at, CryptoFunction.SIGN, String.join(" ", words)),
                        () -> facts.unresolved(at, CryptoFunction.SIGN, String.join(" ", words)));
    }

    /** The size of a Diffie-Hellman group in bits; in registry exports {@code dword:00000800}. */
    static void diffieHellman(Directive at, ProtocolFacts facts) {
        String value = at.value().strip();
        String bits = value.matches("dword:[0-9a-fA-F]{8}")
                ? Long.toString(Long.parseLong(value.substring("dword:".length()), 16))
                : value;
        if (bits.matches("[1-9]\\d{2,4}")) {
            facts.algorithm(Algorithm.Known.of("ffdh").withParameterSet(bits), at, CryptoFunction.PARAMETERS, value);
        }
    }

    /** What the setting turns on is fixed by the product: the row names it. The value is not told, as it may be a key. */
    static void fixed(Directive at, ProtocolFacts facts) {
        facts.algorithm(Algorithm.Known.parse(at.parameter()), at, CryptoFunction.KEYGEN, at.name());
    }
}
