package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.LINK_NOT_FOLLOWED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;
import static dev.shirube.domain.DiagnosticCode.NOT_WHAT_IT_SAYS;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipContent;
import dev.shirube.engine.zip.ZipEntryHeader;
import dev.shirube.engine.zip.ZipLimitException;
import dev.shirube.engine.zip.ZipLimits;
import dev.shirube.engine.zip.ZipReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An entry of a ZIP archive. */
record ArchiveEntryInput(String location, ZipEntryHeader entry, ZipReader reader, ArchiveCosts.Allowance allowance)
        implements SeekableInput {
    /** As much of a link's target as is told. */
    private static final int LONGEST_TARGET = 1000;

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public Loaded load() throws IOException {
        allowance.check();
        ZipContent content = read();
        long more = content.bytes().length - entry.size();
        if (!allowance.budget().takeUnannounced(more)) {
            throw allowance.budget().exceededUnannounced(more);
        }
        return new Loaded(content.bytes(), diagnostics(content));
    }

    /** Inflates no more than is announced and may come on top. */
    private ZipContent read() throws IOException {
        Limits limits = allowance.limits();
        long honest = Math.max(0, entry.size()) + allowance.budget().unannounced();
        boolean lowered = entry.size() <= allowance.mostBytes() && honest < allowance.mostBytes();
        long most = lowered ? honest : allowance.mostBytes();
        try {
            return reader.read(entry, new ZipLimits(most, limits.ratio(), limits.ratioFloor()));
        } catch (ZipLimitException e) {
            throw lowered && e.ofBytes() ? allowance.budget().exceededUnannounced(honest - entry.size()) : e;
        }
    }

    @Override
    public byte[] head(int length) throws IOException {
        return reader.head(entry, length);
    }

    @Override
    public ByteSource open() throws IOException {
        return entry.stored() ? reader.slice(entry) : ByteSource.of(Memory.bounded(size(), this::bytes));
    }

    private List<Diagnostic> diagnostics(ZipContent content) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (!content.faults().isEmpty()) {
            diagnostics.add(Diagnostic.of(MALFORMED, location, "ZIP entry", Reasons.of(content.faults())));
        }
        content.otherName()
                .ifPresent(it -> diagnostics.add(Diagnostic.of(
                        NOT_WHAT_IT_SAYS,
                        location,
                        LogicalPath.label(entry.name()),
                        "local header: " + LogicalPath.label(it))));
        if (entry.link()) {
            byte[] target = Arrays.copyOf(content.bytes(), Math.min(content.bytes().length, LONGEST_TARGET));
            String label = LogicalPath.label(new String(target, StandardCharsets.UTF_8));
            diagnostics.add(Diagnostic.of(LINK_NOT_FOLLOWED, location, label));
        }
        return diagnostics;
    }
}
