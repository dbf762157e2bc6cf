package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of keys as products name them: {@code rsa-2048}, {@code RSA4096}, {@code ec256}, {@code p384}, {@code ed25519}. */
final class KeyTypes {

    private static final Pattern RSA =
            Pattern.compile("rsa(?:[-_](?:pss|hsm|sign|generated))?[-_: ]?(?:([1-9]\\d{2,4})(?:[-_]?bits?)?)?");
    private static final Pattern DSA = Pattern.compile("(?:dsa|dss)[-_: ]?([1-9]\\d{2,4})?");
    private static final Pattern EC = Pattern.compile(
            "(?:(ecdsa|ec|ecc)(?:[-_](?:hsm|sign|generated|prime))?)?[-_: /]?(?:nist|secp|prime)?[-_ ]?p?[-_]?(\\d{3})(?:[rv]1)?");

    /** The curve of a size where products mean NIST's. */
    private static final String NIST = "P-";

    private KeyTypes() {}

    /** A key that the setting says is made. */
    static void key(Directive at, ProtocolFacts facts) {
        facts.keys();
        if (at.with().isPresent()) {
            String size = at.with().get();
            read(at, facts, at.value() + "-" + size, at.value() + " " + size);
            return;
        }
        // GnuPG: a key and its subkeys, each with what it is for, as in ed25519/cert,sign+cv25519/encr
        for (String item : at.items("+ \t\"'")) {
            int use = item.indexOf('/');
            read(at, facts, use < 0 ? item : item.substring(0, use), item);
        }
    }

    /** The size of an RSA key, as far as the setting alone tells: {@code default_bits} and its like. */
    static void rsaSize(Directive at, ProtocolFacts facts) {
        facts.keys();
        at.items(" ,").stream()
                .filter(it -> it.matches("[1-9]\\d{2,4}"))
                .findFirst()
                .ifPresent(it -> facts.algorithm(
                        Algorithm.Known.of("rsa-key").withParameterSet(it), at, CryptoFunction.KEYGEN, it));
    }

    /** A curve of an EC key. */
    static void curve(Directive at, ProtocolFacts facts) {
        facts.keys();
        read(at, facts, "ec-" + at.value(), at.value());
    }

    private static void read(Directive at, ProtocolFacts facts, String name, String written) {
        if (name.isBlank() || name.indexOf('$') >= 0 || name.contains("{{")) {
            facts.unresolved(at, CryptoFunction.KEYGEN, written);
            return;
        }
        find(name, facts.claims().registry())
                .ifPresentOrElse(
                        it -> facts.algorithm(it, at, CryptoFunction.KEYGEN, written),
                        () -> facts.unresolved(at, CryptoFunction.KEYGEN, written));
    }

    /** The key that a name stands for. */
    static Optional<Algorithm.Known> find(String written, AlgorithmRegistry registry) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        if (name.length() > 60) {
            return Optional.empty();
        }
        Optional<Algorithm.Known> listed = Names.keyType(name).map(Algorithm.Known::parse);
        if (listed.isPresent()) {
            return listed;
        }
        Matcher rsa = RSA.matcher(name);
        if (rsa.matches()) {
            return Optional.of(sized("rsa-key", rsa.group(1)));
        }
        Matcher dsa = DSA.matcher(name);
        if (dsa.matches()) {
            return Optional.of(sized("dsa", dsa.group(1)));
        }
        return elliptic(name, registry);
    }

    private static Optional<Algorithm.Known> elliptic(String name, AlgorithmRegistry registry) {
        String bare = name.replaceFirst("^(?:ecdsa|ecc|ec)[-_: ]", "");
        Optional<String> curve = registry.canonicalCurve(bare)
                .or(() -> registry.canonicalCurve(bare.replace("_", "-")))
                .or(() -> registry.canonicalCurve(bare.replace("-", "").replace("_", "")))
                .or(() -> bySize(name, registry));
        return curve.map(it -> it.endsWith("Ed25519") || it.endsWith("Ed448")
                ? Algorithm.Known.of("eddsa").withCurve(it)
                : Algorithm.Known.of("ec-key").withCurve(it));
    }

    private static Optional<String> bySize(String name, AlgorithmRegistry registry) {
        Matcher ec = EC.matcher(name);
        boolean known = ec.matches() && (ec.group(1) != null || name.contains("p"));
        return known && ec.group(2).matches("192|224|256|384|521")
                ? registry.canonicalCurve(NIST + ec.group(2)).or(() -> registry.canonicalCurve("P" + ec.group(2)))
                : Optional.empty();
    }

    private static Algorithm.Known sized(String entry, String size) {
        Algorithm.Known key = Algorithm.Known.of(entry);
        return size == null ? key : key.withParameterSet(size);
    }
}
