package dev.shirube.catalogue.testing;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A finding in the short form that marks use: {@code RSA-2048 keygen}, {@code TLS 1.3 tls}, {@code UNRESOLVED sign}. */
public final class FindingText {

    /** Stands for an algorithm that is not known. */
    public static final String UNRESOLVED = "UNRESOLVED";

    private FindingText() {}

    /** The asset's name and the function's id, separated by a blank. */
    public static String of(Finding finding, AlgorithmRegistry registry) {
        return name(finding.asset(), registry) + " " + finding.function().id();
    }

    private static String name(CryptoAsset asset, AlgorithmRegistry registry) {
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol(protocol);
        }
        return asset.algorithm()
                .filter(Algorithm.Known.class::isInstance)
                .map(registry::displayName)
                .orElse(UNRESOLVED);
    }

    private static String protocol(CryptoAsset.Protocol protocol) {
        List<String> words = new ArrayList<>();
        words.add(protocol.protocol().toUpperCase(Locale.ROOT));
        protocol.version().ifPresent(words::add);
        for (List<String> part : List.of(protocol.cipherSuites(), protocol.groups(), protocol.signatureSchemes())) {
            if (!part.isEmpty()) {
                words.add(String.join(",", part));
            }
        }
        return String.join(" ", words);
    }
}
