package dev.shirube.material.settings.value;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.material.settings.value.ProtocolFacts.Part;
import java.util.Locale;
import java.util.Optional;

/** Signature algorithms of TLS: IANA's names, and OpenSSL's pairs {@code RSA+SHA256} (SSL_CTX_set1_sigalgs_list(3)). */
final class Schemes {

    private static final String SEPARATORS = " \t,:;|[]\"'";

    private Schemes() {}

    static void list(Directive at, ProtocolFacts facts) {
        facts.noted(at, Part.SCHEMES);
        for (String item : at.items(SEPARATORS)) {
            String name = item.startsWith("?") ? item.substring(1) : item;
            if (!name.isEmpty() && name.charAt(0) != '-' && name.charAt(0) != '!') {
                scheme(name, at, facts);
            }
        }
    }

    static void scheme(String written, Directive at, ProtocolFacts facts) {
        AlgorithmRegistry registry = facts.claims().registry();
        Optional<CodePoint> named =
                registry.tlsByName(written).filter(it -> !it.algorithms().isEmpty());
        Optional<Algorithm.Known> algorithm =
                named.map(it -> it.algorithms().get(0)).or(() -> pair(written, registry));
        if (algorithm.isEmpty()) {
            facts.unknown(written);
            facts.unresolved(at, CryptoFunction.SIGN, written);
            return;
        }
        facts.scheme(named.map(CodePoint::name).orElse(written), written);
        boolean composite = named.isPresent() && named.get().algorithms().size() > 1;
        if (!composite) {
            facts.algorithm(algorithm.get(), at, CryptoFunction.SIGN, written);
        }
    }

    /** A pair names key and digest; the curve of ECDSA it leaves open. */
    private static Optional<Algorithm.Known> pair(String written, AlgorithmRegistry registry) {
        String[] parts = written.toLowerCase(Locale.ROOT).split("[+]|-(?=sha)", 2);
        if (parts.length != 2) {
            return Names.authentication(written.toUpperCase(Locale.ROOT)).map(Algorithm.Known::parse);
        }
        String digest = parts[1].replace("-", "");
        String jca = digest + "with" + parts[0].replace("dss", "dsa");
        Optional<Algorithm.Known> signature = registry.byJcaName("Signature", jca);
        boolean pss = parts[0].equals("rsa-pss") || parts[0].equals("pss") || parts[0].startsWith("rsa-pss-");
        return pss
                ? registry.byJcaName("Signature", digest + "withRSA")
                        .flatMap(Algorithm.Known::digest)
                        .map(Algorithm.Known.of("rsassa-pss")::withDigest)
                : signature;
    }
}
