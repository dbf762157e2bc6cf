package dev.shirube.store;

import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Origin;
import dev.shirube.domain.Reach;

/** What a finding says beside its asset and its place: of this there are few kinds, by which findings are counted. */
public record FindingTraits(
        CryptoFunction function,
        Category category,
        Confidence confidence,
        EvidenceKind kind,
        CodeContext context,
        CodeOwner owner,
        Reach reach,
        String detector) {

    /** The traits of that finding. */
    public static FindingTraits of(Finding finding) {
        Occurrence at = finding.occurrence();
        return new FindingTraits(
                finding.function(),
                finding.category(),
                finding.confidence(),
                at.kind(),
                at.context(),
                at.owner(),
                at.reach(),
                finding.evidence().detector());
    }

    /** Where findings of these traits come from. */
    public Origin origin() {
        return Origin.of(detector, kind);
    }

    String write() {
        return new RecordWriter()
                .code(function)
                .code(category)
                .code(confidence)
                .code(kind)
                .code(context)
                .code(owner)
                .code(reach)
                .text(detector)
                .toString();
    }

    static FindingTraits read(String record) {
        RecordReader in = new RecordReader(record);
        return new FindingTraits(
                in.code(CryptoFunction.class),
                in.code(Category.class),
                in.code(Confidence.class),
                in.code(EvidenceKind.class),
                in.code(CodeContext.class),
                in.code(CodeOwner.class),
                in.code(Reach.class),
                in.text());
    }
}
