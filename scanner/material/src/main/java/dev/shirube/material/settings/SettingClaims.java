package dev.shirube.material.settings;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import dev.shirube.engine.settings.Setting;
import java.util.List;
import java.util.OptionalInt;

/**
 * Puts settings into findings. A setting says what is meant to be used, not what is: the claim is likely, and the evidence
 * is of the kind configuration.
 */
record SettingClaims(String detector, String version, String location, AlgorithmRegistry registry) {

    /** A protocol with what is configured for it; names that nothing is known of stand in the expression. */
    Finding protocol(CryptoAsset.Protocol protocol, Setting setting, List<String> values, List<String> unknown) {
        return finding(
                protocol,
                setting,
                protocol.protocol().equals("ssh") ? CryptoFunction.SSH : CryptoFunction.TLS,
                protocol.protocol().equals("tls") ? Category.TLS : Category.OTHER,
                values,
                unknown);
    }

    /** One algorithm that a setting names. */
    Finding algorithm(Algorithm.Known algorithm, Setting setting, CryptoFunction function, String name) {
        Category category = registry.entry(algorithm.entry())
                .map(AlgorithmRegistry.Entry::category)
                .orElse(Category.OTHER);
        return finding(
                new CryptoAsset.AlgorithmAsset(algorithm), setting, function, category, List.of(name), List.of());
    }

    /** A name that the registry does not have: a finding that stays unresolved. */
    Finding unresolved(Setting setting, CryptoFunction function, String name) {
        return finding(
                new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved(detector + ":" + setting.name())),
                setting,
                function,
                Category.OTHER,
                List.of(),
                List.of(name));
    }

    private Finding finding(
            CryptoAsset asset,
            Setting setting,
            CryptoFunction function,
            Category category,
            List<String> values,
            List<String> unknown) {
        Resolution partly = values.isEmpty() ? Resolution.UNRESOLVED : Resolution.PARTIAL;
        return new Finding(
                asset,
                new Occurrence(
                        location,
                        OptionalInt.of(setting.line()),
                        OptionalInt.empty(),
                        "",
                        setting.name(),
                        0,
                        EvidenceKind.CONFIGURATION,
                        CodeContext.of(location)),
                function,
                category,
                unknown.isEmpty() ? Confidence.LIKELY : Confidence.POSSIBLE,
                new Evidence(
                        detector,
                        version,
                        setting.name(),
                        values,
                        shortened(String.join(" ", unknown)),
                        unknown.isEmpty() ? Resolution.LITERAL : partly,
                        unknown.isEmpty() ? "" : "unknown-name",
                        0,
                        ""));
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
