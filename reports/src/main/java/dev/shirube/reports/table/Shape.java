package dev.shirube.reports.table;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.List;

/** What all rows of a table share, and how one becomes cells. */
interface Shape<R extends Record> {
    Text name();

    Text note();

    int frozen();

    List<TableColumn> columns();

    /** Every mark that can stand in a band. */
    List<Mark> marks();

    /** The cells of a row, under a band of that many headings. */
    List<Cell> cells(R row, int headings, Language language);
}
