package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.util.List;

/**
 * A column of a table.
 *
 * @param id name of the record component; with the heading's index for a column of a band
 * @param title its title
 * @param note what to write or how to read it; empty if that is plain
 * @param kind what it holds; a column of a band holds {@link Kind#BAND}
 * @param width in digits of the body font
 * @param align where the text stands; never {@link Align#BY_KIND}
 * @param input whether the owner fills it in
 * @param choices the words of a {@link Kind#CHOICE}
 * @param key kind of rows that its cells name; empty where they name none
 * @param link kind of rows that its cells lead to; empty where they lead nowhere
 * @param identity whether its cells name their rows for good
 * @param heading index of its heading in the table's band; -1 for a column of its own
 */
public record TableColumn(
        String id,
        Text title,
        Text note,
        Kind kind,
        int width,
        Align align,
        boolean input,
        List<Word> choices,
        String key,
        String link,
        boolean identity,
        int heading) {

    /** A column whose cells neither name rows nor lead to some. */
    public TableColumn(
            String id,
            Text title,
            Text note,
            Kind kind,
            int width,
            Align align,
            boolean input,
            List<Word> choices,
            int heading) {
        this(id, title, note, kind, width, align, input, choices, "", "", false, heading);
    }

    /** Whether it is one of the columns of the band. */
    public boolean inBand() {
        return heading >= 0;
    }
}
