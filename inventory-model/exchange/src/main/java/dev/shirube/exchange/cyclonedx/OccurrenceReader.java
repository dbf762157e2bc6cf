package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import dev.shirube.exchange.JsonItem;
import java.util.Map;

/** Occurrences that we wrote, as the findings they were. */
final class OccurrenceReader {

    private final Pool pool = new Pool();

    /**
     * The finding, in its system.
     *
     * @throws IllegalArgumentException for an occurrence without a location
     */
    AssignedFinding read(JsonItem occurrence, CryptoAsset asset, CodeContext context) {
        Map<String, String> values = ContextText.read(occurrence.text("additionalContext"));
        Occurrence place = new Occurrence(
                occurrence.text("location"),
                occurrence.number("line"),
                occurrence.number("offset"),
                pool.of(text(values, "in")),
                pool.of(occurrence.text("symbol")),
                number(values, "ordinal"),
                EvidenceKind.of(text(values, "kind")),
                context,
                CodeOwner.of(text(values, "owner")),
                Reach.of(text(values, "reach")));
        Evidence evidence = new Evidence(
                text(values, "detector"),
                text(values, "detector-version"),
                text(values, "row"),
                ContextText.unescapeList(values.getOrDefault("values", "")),
                text(values, "expression"),
                Resolution.of(text(values, "resolution")),
                text(values, "reason"),
                number(values, "hops"),
                text(values, "sha256"));
        Finding finding = new Finding(
                asset,
                place,
                CryptoFunction.of(text(values, "function")),
                Category.of(text(values, "category")),
                Confidence.of(text(values, "confidence")),
                pool.of(evidence));
        String system = text(values, "system");
        return new AssignedFinding(system.isEmpty() ? InformationSystem.UNASSIGNED : pool.of(system), finding);
    }

    private static String text(Map<String, String> values, String name) {
        return ContextText.unescape(values.getOrDefault(name, ""));
    }

    private static int number(Map<String, String> values, String name) {
        String digits = text(values, name);
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
