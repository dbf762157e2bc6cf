package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.util.List;

/**
 * One printed page for those who decide: a few figures, charts two beside each other, and what has to be said with them.
 *
 * @param name the sheet's name, also its title
 * @param values name of the sheet that holds the numbers of the charts
 * @param note one line under the title
 * @param remarks lines under the charts
 */
public record Dashboard(
        Text name, Text values, Text note, List<Figure> figures, List<Chart> charts, List<Text> remarks) {

    /** Keeps unmodifiable copies. */
    public Dashboard {
        figures = List.copyOf(figures);
        charts = List.copyOf(charts);
        remarks = List.copyOf(remarks);
    }

    /**
     * One number that is read at a glance.
     *
     * @param value as printed
     * @param tone underlines what the label says
     */
    public record Figure(Text label, Text value, Tone tone) {}
}
