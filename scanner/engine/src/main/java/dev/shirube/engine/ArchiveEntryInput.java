package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.MALFORMED;
import static dev.shirube.domain.DiagnosticCode.NOT_WHAT_IT_SAYS;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipContent;
import dev.shirube.engine.zip.ZipEntryHeader;
import dev.shirube.engine.zip.ZipLimits;
import dev.shirube.engine.zip.ZipReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An entry of an archive. */
record ArchiveEntryInput(
        String location,
        ZipEntryHeader entry,
        ZipReader reader,
        Limits limits,
        boolean withinBudget,
        InflateBudget budget)
        implements SeekableInput {

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public Loaded load() throws IOException {
        if (!withinBudget) {
            throw budget.exceeded(entry.size());
        }
        long most = Math.min(limits.inputBytes(), Integer.MAX_VALUE - 8);
        ZipContent content = reader.read(entry, new ZipLimits(most, limits.ratio(), limits.ratioFloor()));
        long more = content.bytes().length - entry.size();
        if (!budget.takeUnannounced(more)) {
            throw budget.exceeded(more);
        }
        return new Loaded(content.bytes(), diagnostics(content));
    }

    @Override
    public byte[] head(int length) throws IOException {
        return reader.head(entry, length);
    }

    @Override
    public ByteSource open() throws IOException {
        return entry.stored() ? reader.slice(entry) : ByteSource.of(bytes());
    }

    private List<Diagnostic> diagnostics(ZipContent content) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        content.faults().forEach(it -> diagnostics.add(Diagnostic.of(MALFORMED, location, "ZIP entry", it)));
        content.otherName()
                .ifPresent(it -> diagnostics.add(Diagnostic.of(
                        NOT_WHAT_IT_SAYS,
                        location,
                        LogicalPath.label(entry.name()),
                        "local header: " + LogicalPath.label(it))));
        return diagnostics;
    }
}
