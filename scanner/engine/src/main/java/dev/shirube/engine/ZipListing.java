package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipDirectory;
import dev.shirube.engine.zip.ZipEntryHeader;
import dev.shirube.engine.zip.ZipReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The central directory of a ZIP archive. */
final class ZipListing implements ArchiveListing {
    private static final String FORMAT = "ZIP";

    private final List<ZipEntryHeader> entries;
    private final ZipReader reader;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ZipListing(String location, int most, ZipDirectory directory, ZipReader reader) {
        entries = directory.entries();
        this.reader = reader;
        if (!directory.faults().isEmpty()) {
            diagnostics.add(Diagnostic.of(MALFORMED, location, FORMAT, Reasons.of(directory.faults())));
        }
        if (!directory.complete()) {
            diagnostics.add(Diagnostic.of(LIMIT_REACHED, location, "entries=" + most, "entry " + (most + 1)));
        }
    }

    /** Lists at most as many entries as the limits allow. */
    static ZipListing of(String location, Limits limits, ByteSource source) throws IOException {
        ZipDirectory directory = ZipDirectory.read(source, limits.entries());
        return new ZipListing(location, limits.entries(), directory, new ZipReader(source));
    }

    @Override
    public int count() {
        return entries.size();
    }

    @Override
    public String name(int entry) {
        return entries.get(entry).name();
    }

    @Override
    public long size(int entry) {
        return entries.get(entry).size();
    }

    @Override
    public boolean folder(int entry) {
        return entries.get(entry).folder();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public SeekableInput input(int entry, String location, ArchiveCosts.Allowance allowance) {
        return new ArchiveEntryInput(location, entries.get(entry), reader, allowance);
    }

    @Override
    public void close() {
        reader.close();
    }
}
