package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.DUPLICATE_ENTRY;
import static dev.shirube.domain.DiagnosticCode.SUSPICIOUS_NAME;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.zip.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One archive, wherever its bytes stand; its entries are labels and bytes, never files to write. */
final class ArchiveUnit extends AbstractUnit implements Closeable {
    private final ByteSource source;
    private final ArchiveListing listing;
    private final ArchiveCosts costs;
    private final List<Diagnostic> diagnostics;

    private ArchiveUnit(
            String location, ScanContext context, ByteSource source, ArchiveListing listing, InflateBudget budget) {
        super(location, context);
        this.source = source;
        this.listing = listing;
        costs = ArchiveCosts.of(listing, source.size(), context.limits(), budget);
        diagnostics = new ArrayList<>(listing.diagnostics());
        noteNames();
        noteDuplicates();
    }

    /**
     * Reads the archive's directory.
     *
     * @param source closed with the unit
     * @param budget how many bytes may still be inflated; announced sizes are taken from it before anything is
     *     read, so that the number of threads does not decide which entries are left out
     * @throws IOException when there is no directory that could be read
     */
    static ArchiveUnit open(String location, ScanContext context, ByteSource source, InflateBudget budget)
            throws IOException {
        budget.takeArchive();
        return Memory.bounded(
                source.size(),
                () -> new ArchiveUnit(
                        location, context, source, Archives.list(location, context.limits(), source), budget));
    }

    @Override
    public void forEach(Consumer<ScanInput> consumer, Consumer<Diagnostic> diagnosticConsumer) {
        diagnostics.forEach(diagnosticConsumer);
        for (int entry = 0; entry < listing.count(); entry++) {
            if (!listing.folder(entry)) {
                consumer.accept(input(entry));
            }
        }
    }

    @Override
    public Optional<ScanInput> input(String wanted) {
        return Optional.ofNullable(index(ArchiveUnit::byLocation).get(wanted)).map(this::input);
    }

    @Override
    public void close() throws IOException {
        listing.close();
        source.close();
    }

    private ScanInput input(int entry) {
        return listing.input(entry, location(entry), costs.allowance(entry));
    }

    private String location(int entry) {
        return location() + LogicalPath.IN_ARCHIVE + LogicalPath.label(fileName(entry));
    }

    /** The name without the slash that makes it look like a folder. */
    private String fileName(int entry) {
        String name = listing.name(entry);
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private void noteNames() {
        for (int entry = 0; entry < listing.count(); entry++) {
            String name = listing.name(entry);
            if (listing.folder(entry)) {
                continue;
            }
            if (name.endsWith("/")) {
                diagnostics.add(Diagnostic.of(SUSPICIOUS_NAME, location(entry), "a folder with content"));
            } else if (LogicalPath.suspicious(name)) {
                diagnostics.add(Diagnostic.of(SUSPICIOUS_NAME, location(entry), LogicalPath.label(name)));
            }
        }
    }

    /** Names are compared only where their hash codes are equal: a set of a million names is larger than the archive. */
    private void noteDuplicates() {
        int[] hashes = new int[listing.count()];
        int files = 0;
        for (int entry = 0; entry < listing.count(); entry++) {
            if (!listing.folder(entry)) {
                hashes[files++] = LogicalPath.label(fileName(entry)).hashCode();
            }
        }
        int[] sorted = Arrays.copyOf(hashes, files);
        Arrays.sort(sorted);
        int[] repeated = repeated(sorted);
        Map<String, Integer> counts = new TreeMap<>();
        for (int entry = 0; repeated.length > 0 && entry < listing.count(); entry++) {
            if (!listing.folder(entry)) {
                String name = LogicalPath.label(fileName(entry));
                if (Arrays.binarySearch(repeated, name.hashCode()) >= 0) {
                    counts.merge(name, 1, Integer::sum);
                }
            }
        }
        counts.forEach((name, count) -> {
            if (count > 1) {
                diagnostics.add(Diagnostic.of(
                        DUPLICATE_ENTRY, location() + LogicalPath.IN_ARCHIVE + name, Integer.toString(count)));
            }
        });
    }

    private static int[] repeated(int[] sorted) {
        int[] repeated = new int[sorted.length];
        int count = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                repeated[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(repeated, count);
    }

    /** The last of equal names, which is the one that class loaders find. */
    private static Map<String, Integer> byLocation(ScanUnit unit) {
        ArchiveUnit archive = (ArchiveUnit) unit;
        Map<String, Integer> byLocation = new HashMap<>();
        for (int entry = 0; entry < archive.listing.count(); entry++) {
            if (!archive.listing.folder(entry)) {
                byLocation.put(archive.location(entry), entry);
            }
        }
        return byLocation;
    }
}
