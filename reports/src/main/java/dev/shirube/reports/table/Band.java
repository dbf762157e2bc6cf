package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.util.List;

/** Columns that come from data instead of from a record component: the headings under which a row's marks stand. */
public record Band(List<Heading> headings) {
    /** A table without a band. */
    public static final Band NONE = new Band(List.of());

    /** Keeps an unmodifiable copy. */
    public Band {
        headings = List.copyOf(headings);
    }

    /**
     * One column of the band.
     *
     * @param group first line of the heading that neighbours share, for example a fiscal year
     * @param subgroup second line of the shared heading
     * @param title the column's own title
     * @param current whether the as-of date falls into it
     */
    public record Heading(Text group, Text subgroup, Text title, boolean current) {}

    /** Whether the column at that index is the first of its group. */
    public boolean startsGroup(int index) {
        return index == 0
                || !headings.get(index).group().equals(headings.get(index - 1).group());
    }
}
