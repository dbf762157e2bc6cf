package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.TableColumn;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Puts what is to be written into a column, or how it is read, on its title as a note. */
record HeadNotes(SXSSFSheet sheet, Language language) {
    private static final int WIDE = 3;
    private static final int HIGH = 4;

    void write(List<TableColumn> columns, int row) {
        SXSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (int i = 0; i < columns.size(); i++) {
            String note = columns.get(i).note().in(language);
            if (!note.isEmpty()) {
                ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, i, row + 1, i + WIDE, row + 1 + HIGH);
                Comment comment = drawing.createCellComment(anchor);
                comment.setString(new XSSFRichTextString(note));
                comment.setAuthor("Shirube");
                comment.setAddress(row, i);
            }
        }
    }
}
