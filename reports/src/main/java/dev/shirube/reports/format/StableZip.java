package dev.shirube.reports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP again in one order and with one time, so that the same content gives the same bytes. */
final class StableZip {
    /** Java takes the very first moment that ZIP can carry for "before 1980" and adds a field that depends on the zone. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Readers sniff a workbook by its first entries (ECMA-376 part 2 recommends these first). */
    private static final List<String> FIRST = List.of("[Content_Types].xml", "_rels/.rels");

    private StableZip() {}

    static void copy(Path zip, OutputStream out) throws IOException {
        try (ZipFile source = new ZipFile(zip.toFile())) {
            ZipOutputStream target = new ZipOutputStream(out);
            List<? extends ZipEntry> entries = source.stream()
                    .sorted(Comparator.comparing(StableZip::sortKey))
                    .toList();
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(EPOCH);
                target.putNextEntry(copy);
                try (InputStream content = source.getInputStream(entry)) {
                    content.transferTo(target);
                }
                target.closeEntry();
            }
            target.finish();
            target.flush();
        }
    }

    private static String sortKey(ZipEntry entry) {
        int rank = FIRST.indexOf(entry.getName());
        return (rank < 0 ? FIRST.size() : rank) + entry.getName();
    }
}
