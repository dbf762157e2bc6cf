package dev.shirube.store;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import java.util.List;

/**
 * The texts in which the database keeps what scans say, for those who keep the same beside it: equal values have equal texts,
 * and every text comes back as the value that it was written from.
 */
public final class StoredText {

    private StoredText() {}

    /** The text of a finding. */
    public static String of(Finding finding) {
        return new RecordWriter()
                .text(AssetRecord.write(finding.asset()))
                .text(FindingRecord.write(finding))
                .toString();
    }

    /** The finding of that text. */
    public static Finding finding(String text) {
        RecordReader in = new RecordReader(text);
        return FindingRecord.read(AssetRecord.read(in.text()), in.text());
    }

    /** The text of a diagnostic. */
    public static String of(Diagnostic diagnostic) {
        return FindingRecord.write(diagnostic);
    }

    /** The diagnostic of that text. */
    public static Diagnostic diagnostic(String text) {
        return FindingRecord.diagnostic(text);
    }

    /** The text of a unit's result. */
    public static String of(ScanResult result) {
        RecordWriter out = new RecordWriter()
                .text(result.unit())
                .list(result.findings(), (it, finding) -> it.text(of(finding)))
                .list(result.diagnostics(), (it, diagnostic) -> it.text(of(diagnostic)))
                .text(FindingRecord.write(result.coverage()));
        if (!result.endpoints().isEmpty()) {
            // Left out otherwise: results that were kept before endpoints had profiles have not changed.
            out.list(result.endpoints(), (it, endpoint) -> it.text(FindingRecord.write(endpoint)));
        }
        return out.toString();
    }

    /** The result of that text. */
    public static ScanResult result(String text) {
        RecordReader in = new RecordReader(text);
        return new ScanResult(
                in.text(),
                in.list(it -> finding(it.text())),
                in.list(it -> diagnostic(it.text())),
                FindingRecord.coverage(in.text()),
                in.ended() ? List.of() : in.list(it -> FindingRecord.endpoint(it.text())));
    }
}
