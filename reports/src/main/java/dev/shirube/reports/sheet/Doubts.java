package dev.shirube.reports.sheet;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.OpenReason;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.Text;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What of a finding a person has to confirm, and why. */
final class Doubts {
    static final Word WORD = new Word(new Text("？ 要確認", "？ confirm"), Tone.CAUTION);

    private Doubts() {}

    static Stream<Text> of(Finding finding, QuantumThreat threat) {
        List<Text> doubts = new ArrayList<>();
        Evidence evidence = finding.evidence();
        if (finding.asset() instanceof CryptoAsset.Library library) {
            return library(library, finding.confidence()).stream();
        }
        if (evidence.resolution() == Resolution.UNRESOLVED || evidence.resolution() == Resolution.PARTIAL) {
            doubts.add(unresolved(evidence));
        } else if (threat == QuantumThreat.UNKNOWN
                && finding.asset().algorithm().isPresent()) {
            doubts.add(new Text("アルゴリズムを特定できない。", "The algorithm is not known."));
        }
        boolean known = finding.asset()
                .algorithm()
                .filter(Algorithm.Known.class::isInstance)
                .isPresent();
        if (known && evidence.resolution() == Resolution.DEFAULT) {
            doubts.add(unset(evidence));
        } else if (evidence.values().size() > 1) {
            doubts.add(new Text("値の候補が複数ある。", "Several values are possible."));
        }
        low(finding.confidence(), doubts);
        return doubts.stream();
    }

    /** The values of a library's evidence are what several manifests or classes say, not several values. */
    private static List<Text> library(CryptoAsset.Library library, Confidence confidence) {
        List<Text> doubts = new ArrayList<>();
        if (library.version().isEmpty()) {
            doubts.add(new Text("版を特定できない。", "The version is not known."));
        } else if (VersionRange.of(library.version()).isPresent()) {
            doubts.add(new Text("版を一つに特定できない。", "Several versions are possible."));
        }
        low(confidence, doubts);
        return doubts;
    }

    private static void low(Confidence confidence, List<Text> doubts) {
        if (confidence == Confidence.POSSIBLE) {
            doubts.add(new Text("確度が低い。証跡を確認する。", "Low confidence: look at the evidence."));
        }
    }

    private static Text unset(Evidence evidence) {
        String defaults = evidence.expression();
        return new Text(
                "指定がなく、プロバイダーの既定値による" + (defaults.isEmpty() ? "" : "（" + defaults + "）") + "。実行環境の版を確認する。",
                "Not set, so that the provider's default holds" + (defaults.isEmpty() ? "" : " (" + defaults + ")")
                        + ": confirm the version it runs on.");
    }

    private static Text unresolved(Evidence evidence) {
        Text why = OpenReason.words(evidence.reason());
        boolean told = !evidence.reason().isEmpty();
        String expression = evidence.expression().isEmpty() ? "" : " " + evidence.expression();
        return new Text(
                "実行時に決まる値を確認する" + (told ? "（" + why.ja() + "）" : "") + "：" + expression,
                "Confirm the value decided at run time" + (told ? " (" + why.en() + ")" : "") + ":" + expression);
    }
}
