package dev.shirube.exchange;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import java.io.IOException;

/**
 * The members of a finding that every JSON of ours has under the same names: in JSON Lines and in the documents of views.
 * What is not known is left out (line, offset, parameter, curve, owner, reach) or an empty text.
 */
public final class FindingMembers {

    private FindingMembers() {}

    /** Type, names and id of an asset. */
    public static void asset(JsonStream json, CryptoAsset asset, AlgorithmRegistry registry) {
        AssetView view = AssetView.of(asset, registry);
        json.text("type", view.type());
        view.family().ifPresent(it -> json.text("family", it));
        json.text("name", view.name());
        view.parameter().ifPresent(it -> json.text("parameter", it));
        view.curve().ifPresent(it -> json.text("curve", it));
        json.text("id", asset.id());
    }

    /** Place, evidence, context, confidence and detector. */
    public static void claim(JsonStream json, Finding finding) throws IOException {
        occurrence(json, finding.occurrence());
        evidence(json, finding.evidence());
        json.text("context", finding.occurrence().context().id());
        use(json, finding.occurrence());
        json.text("confidence", finding.confidence().id());
        json.text("detector", finding.evidence().detector());
    }

    private static void occurrence(JsonStream json, Occurrence occurrence) {
        json.text("location", occurrence.location());
        json.number("line", occurrence.line());
        json.number("offset", occurrence.offset());
        json.text("symbol", occurrence.symbol());
        json.text("in", occurrence.member());
        json.text("evidence", occurrence.kind().id());
    }

    private static void use(JsonStream json, Occurrence occurrence) {
        if (occurrence.owner() != CodeOwner.UNKNOWN) {
            json.text("owner", occurrence.owner().id());
        }
        if (occurrence.reach() != Reach.UNKNOWN) {
            json.text("reach", occurrence.reach().id());
        }
    }

    private static void evidence(JsonStream json, Evidence evidence) throws IOException {
        json.allTexts("values", evidence.values());
        if (!evidence.expression().isEmpty()) {
            json.text("expression", evidence.expression());
        }
        json.text("resolution", evidence.resolution().id());
        json.text("reason", evidence.reason());
        json.text("row", evidence.row());
        json.number("hops", evidence.hops());
        if (!evidence.inputDigest().isEmpty()) {
            json.text("sha256", evidence.inputDigest());
        }
    }
}
