package dev.shirube.store;

import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stored forms of what a scan says of a unit: findings without their asset, diagnostics, coverage. */
final class FindingRecord {

    private FindingRecord() {}

    static String write(Finding finding) {
        RecordWriter out = new RecordWriter();
        Occurrence at = finding.occurrence();
        out.text(at.location())
                .optional(at.line())
                .optional(at.offset())
                .text(at.member())
                .text(at.symbol());
        out.number(at.ordinal()).code(at.kind()).code(at.context());
        out.code(finding.function()).code(finding.category()).code(finding.confidence());
        Evidence evidence = finding.evidence();
        out.text(evidence.detector()).text(evidence.detectorVersion()).text(evidence.row());
        out.texts(evidence.values()).text(evidence.expression()).code(evidence.resolution());
        out.text(evidence.reason()).number(evidence.hops()).text(evidence.inputDigest());
        if (at.owner() != CodeOwner.UNKNOWN || at.reach() != Reach.UNKNOWN) {
            // Left out otherwise: a finding that was stored before these were known has not changed.
            out.code(at.owner()).code(at.reach());
        }
        return out.toString();
    }

    static Finding read(CryptoAsset asset, String record) {
        RecordReader in = new RecordReader(record);
        Occurrence occurrence = new Occurrence(
                in.text(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.text(),
                in.text(),
                in.integer(),
                in.code(EvidenceKind.class),
                in.code(CodeContext.class));
        CryptoFunction function = in.code(CryptoFunction.class);
        Category category = in.code(Category.class);
        Confidence confidence = in.code(Confidence.class);
        Evidence evidence = new Evidence(
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                in.text(),
                in.code(Resolution.class),
                in.text(),
                in.integer(),
                in.text());
        Occurrence place =
                in.ended() ? occurrence : occurrence.withReach(in.code(CodeOwner.class), in.code(Reach.class));
        return new Finding(asset, place, function, category, confidence, evidence);
    }

    static String write(Diagnostic diagnostic) {
        return new RecordWriter()
                .code(diagnostic.code())
                .text(diagnostic.location())
                .texts(diagnostic.arguments())
                .toString();
    }

    static Diagnostic diagnostic(String record) {
        RecordReader in = new RecordReader(record);
        return new Diagnostic(in.code(DiagnosticCode.class), in.text(), in.texts());
    }

    static String write(Coverage coverage) {
        return new RecordWriter()
                .list(new TreeMap<>(coverage.rows()).entrySet(), FindingRecord::row)
                .toString();
    }

    private static void row(RecordWriter out, Map.Entry<Coverage.Key, Coverage.Amount> row) {
        out.text(row.getKey().unit())
                .text(row.getKey().detector())
                .code(row.getKey().outcome());
        out.number(row.getValue().inputs()).number(row.getValue().bytes());
    }

    static Coverage coverage(String record) {
        List<Map.Entry<Coverage.Key, Coverage.Amount>> rows = new RecordReader(record)
                .list(in -> Map.entry(
                        new Coverage.Key(in.text(), in.text(), in.code(Coverage.Outcome.class)),
                        new Coverage.Amount(in.number(), in.number())));
        Map<Coverage.Key, Coverage.Amount> map = new TreeMap<>();
        rows.forEach(row -> map.put(row.getKey(), row.getValue()));
        return new Coverage(map);
    }

    static String write(EndpointProfile profile) {
        return new RecordWriter()
                .text(profile.location())
                .text(profile.plan())
                .list(
                        profile.facts(),
                        (out, it) -> out.text(it.subject())
                                .code(it.state())
                                .text(it.reason())
                                .text(it.probe()))
                .toString();
    }

    static EndpointProfile endpoint(String record) {
        RecordReader in = new RecordReader(record);
        return new EndpointProfile(
                in.text(),
                in.text(),
                in.list(it -> new ObservedFact(it.text(), it.code(ObservedFact.State.class), it.text(), it.text())));
    }
}
