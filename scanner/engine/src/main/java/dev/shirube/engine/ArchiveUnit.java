package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.DUPLICATE_ENTRY;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;
import static dev.shirube.domain.DiagnosticCode.SUSPICIOUS_NAME;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipDirectory;
import dev.shirube.engine.zip.ZipEntryHeader;
import dev.shirube.engine.zip.ZipReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One ZIP archive, wherever its bytes stand; its entries are labels and bytes, never files to write. */
final class ArchiveUnit extends AbstractUnit implements Closeable {
    private static final String FORMAT = "ZIP";

    private final ByteSource source;
    private final ZipReader reader;
    private final List<ArchiveEntryInput> inputs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ArchiveUnit(String location, ScanContext context, ByteSource source) {
        super(location, context);
        this.source = source;
        reader = new ZipReader(source);
    }

    /**
     * Reads the central directory.
     *
     * @param source closed with the unit
     * @param budget how many bytes may still be inflated; announced sizes are taken from it in the directory's order, so
     *     that the number of threads does not decide which entries are left out
     * @throws IOException when there is no directory that could be read
     */
    static ArchiveUnit open(String location, ScanContext context, ByteSource source, InflateBudget budget)
            throws IOException {
        ArchiveUnit unit = new ArchiveUnit(location, context, source);
        unit.list(ZipDirectory.read(source, context.limits().entries()), budget);
        return unit;
    }

    @Override
    public void forEach(Consumer<ScanInput> consumer, Consumer<Diagnostic> diagnosticConsumer) {
        diagnostics.forEach(diagnosticConsumer);
        inputs.forEach(consumer);
    }

    @Override
    public Optional<ScanInput> input(String wanted) {
        return Optional.ofNullable(index(ArchiveUnit::byLocation).get(wanted));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        source.close();
    }

    private void list(ZipDirectory directory, InflateBudget budget) {
        directory.fault().ifPresent(it -> diagnostics.add(Diagnostic.of(MALFORMED, location(), FORMAT, it)));
        if (!directory.complete()) {
            int most = context().limits().entries();
            diagnostics.add(Diagnostic.of(LIMIT_REACHED, location(), "entries=" + most, "entry " + (most + 1)));
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (ZipEntryHeader entry : directory.entries()) {
            if (!entry.folder()) {
                ArchiveEntryInput input = entry(entry, budget);
                inputs.add(input);
                counts.merge(input.location(), 1, Integer::sum);
            }
        }
        counts.forEach((at, count) -> {
            if (count > 1) {
                diagnostics.add(Diagnostic.of(DUPLICATE_ENTRY, at, Integer.toString(count)));
            }
        });
    }

    private ArchiveEntryInput entry(ZipEntryHeader entry, InflateBudget budget) {
        boolean disguised = entry.name().endsWith("/");
        String name = disguised ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
        String at = location() + LogicalPath.IN_ARCHIVE + LogicalPath.label(name);
        if (disguised) {
            diagnostics.add(Diagnostic.of(SUSPICIOUS_NAME, at, "a folder with content"));
        } else if (LogicalPath.suspicious(name)) {
            diagnostics.add(Diagnostic.of(SUSPICIOUS_NAME, at, LogicalPath.label(name)));
        }
        return new ArchiveEntryInput(at, entry, reader, context().limits(), budget.take(entry.size()), budget);
    }

    /** The last of equal names, which is the one that class loaders find. */
    private static Map<String, ScanInput> byLocation(ScanUnit unit) {
        Map<String, ScanInput> byLocation = new HashMap<>();
        ((ArchiveUnit) unit).inputs.forEach(it -> byLocation.put(it.location(), it));
        return byLocation;
    }
}
