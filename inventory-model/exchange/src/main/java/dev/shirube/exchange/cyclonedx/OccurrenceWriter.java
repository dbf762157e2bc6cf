package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.util.List;

/** {@code evidence.occurrences}: every place, with all that a reader needs to check it. */
final class OccurrenceWriter {

    private OccurrenceWriter() {}

    static void write(JsonStream json, List<AssignedFinding> findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        json.object(
                "evidence",
                evidence -> evidence.list("occurrences", list -> {
                    for (AssignedFinding finding : findings) {
                        list.object(it -> occurrence(it, finding));
                    }
                }));
    }

    private static void occurrence(JsonStream json, AssignedFinding assigned) {
        Occurrence place = assigned.finding().occurrence();
        json.text("location", place.location());
        json.number("line", place.line());
        json.number("offset", place.offset());
        if (!place.symbol().isEmpty()) {
            json.text("symbol", place.symbol());
        }
        json.text("additionalContext", context(assigned).toString());
    }

    /** The first four in the order of the command line's contract; ours follow. */
    private static ContextText context(AssignedFinding assigned) {
        Finding finding = assigned.finding();
        Evidence evidence = finding.evidence();
        ContextText text = new ContextText()
                .put("function", finding.function().id())
                .put("confidence", finding.confidence().id())
                .put("resolution", evidence.resolution().id())
                .put("expression", evidence.expression())
                .put("values", evidence.values())
                .putUnlessEmpty("reason", evidence.reason())
                .put("category", finding.category().id())
                .put("system", assigned.system())
                .put("kind", finding.occurrence().kind().id())
                .putUnlessEmpty("in", finding.occurrence().member())
                .put("ordinal", finding.occurrence().ordinal())
                .put("detector", evidence.detector())
                .put("detector-version", evidence.detectorVersion())
                .put("row", evidence.row())
                .put("hops", evidence.hops())
                .putUnlessEmpty("sha256", evidence.inputDigest());
        Occurrence place = finding.occurrence();
        if (place.owner() != CodeOwner.UNKNOWN) {
            text.put("owner", place.owner().id());
        }
        return place.reach() == Reach.UNKNOWN
                ? text
                : text.put("reach", place.reach().id());
    }
}
