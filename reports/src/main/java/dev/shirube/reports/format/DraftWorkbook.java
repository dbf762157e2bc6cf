package dev.shirube.reports.format;

import java.io.OutputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A streamed workbook that is written again by {@link StableZip}, and so is packed in haste the first time. */
final class DraftWorkbook extends SXSSFWorkbook {
    /** How many rows are held before they are spilled. */
    private static final int WINDOW = 200;

    DraftWorkbook() {
        super(new XSSFWorkbook(), WINDOW);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream archive = super.createArchiveOutputStream(out);
        archive.setLevel(Deflater.BEST_SPEED);
        return archive;
    }
}
