package dev.shirube.material.settings.value;

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
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.OptionalInt;

/**
 * Puts settings into findings. A setting says what is meant to be used, not what is: the claim is likely, and the evidence
 * is of the kind configuration.
 *
 * @param detector id of the detector
 * @param version its version
 * @param product whose settings they are, as its table is called
 * @param location of the file
 * @param registry names the algorithms
 */
public record SettingClaims(
        String detector, String version, String product, String location, AlgorithmRegistry registry) {

    private static final int LONGEST = 200;

    /** How far a claim is sure, beside the values that are. */
    record Openness(Resolution resolution, String expression, String reason) {
        static final Openness NONE = new Openness(Resolution.LITERAL, "", "");

        /** Some of the names are not known, or not decided here. */
        static Openness of(List<String> values, List<String> unknown) {
            return unknown.isEmpty()
                    ? NONE
                    : new Openness(
                            values.isEmpty() ? Resolution.UNRESOLVED : Resolution.PARTIAL,
                            String.join(" ", unknown),
                            "unknown-name");
        }

        /** The product's default holds, which nothing here tells. */
        static Openness elsewhere(String expression) {
            return new Openness(Resolution.UNRESOLVED, expression, OpenReason.PLATFORM_DEFAULT.id());
        }

        /** The product's default holds, and is known. */
        static Openness byDefault(String expression) {
            return new Openness(Resolution.DEFAULT, expression, "");
        }
    }

    /** A protocol with what is configured for it. */
    Finding protocol(CryptoAsset.Protocol protocol, Directive at, List<String> values, Openness openness) {
        CryptoFunction function = switch (protocol.protocol()) {
            case "ssh" -> CryptoFunction.SSH;
            case "tls" -> CryptoFunction.TLS;
            default -> CryptoFunction.KEY_AGREEMENT;
        };
        Category category = protocol.protocol().equals("tls") ? Category.TLS : Category.OTHER;
        return finding(protocol, at, function, category, values, openness);
    }

    /** One algorithm that a setting names. */
    Finding algorithm(
            Algorithm.Known algorithm, Directive at, CryptoFunction function, List<String> values, Openness openness) {
        Category category = registry.entry(algorithm.entry())
                .map(AlgorithmRegistry.Entry::category)
                .orElse(Category.OTHER);
        return finding(new CryptoAsset.AlgorithmAsset(algorithm), at, function, category, values, openness);
    }

    /** A name that the registry does not have: a finding that stays unresolved. */
    Finding unresolved(Directive at, CryptoFunction function, Openness openness) {
        return finding(
                new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved(product + ":" + at.name())),
                at,
                function,
                Category.OTHER,
                List.of(),
                openness);
    }

    private Finding finding(
            CryptoAsset asset,
            Directive at,
            CryptoFunction function,
            Category category,
            List<String> values,
            Openness openness) {
        boolean sure = openness.resolution() == Resolution.LITERAL || openness.resolution() == Resolution.DEFAULT;
        return new Finding(
                asset,
                new Occurrence(
                        location,
                        OptionalInt.of(at.line()),
                        OptionalInt.empty(),
                        "",
                        at.name(),
                        0,
                        EvidenceKind.CONFIGURATION,
                        CodeContext.of(location)),
                function,
                category,
                sure ? Confidence.LIKELY : Confidence.POSSIBLE,
                new Evidence(
                        detector,
                        version,
                        product + ":" + at.name(),
                        values,
                        shortened(openness.expression()),
                        openness.resolution(),
                        openness.reason(),
                        0,
                        ""));
    }

    /** A text as much of which as is shown. */
    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
