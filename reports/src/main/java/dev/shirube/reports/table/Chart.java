package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.OptionalInt;

/**
 * A chart as a value: numbers for each category, drawn as columns and lines.
 *
 * @param title what it shows
 * @param note one or two sentences on how to read it
 * @param category what the categories are, for the head of their column in the table of values
 * @param unit what the numbers count, at the axis
 * @param most where the axis ends; empty where the numbers tell
 * @param categories from left to right
 * @param series each with one value for each category
 */
public record Chart(
        Text title, Text note, Text category, Text unit, OptionalInt most, List<Text> categories, List<Series> series) {

    /** Keeps unmodifiable copies; refuses a series that is longer or shorter than the categories. */
    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series it : series) {
            if (it.values().size() != categories.size()) {
                throw new IllegalArgumentException("The series " + it.name().en() + " has "
                        + it.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    /** How a series is drawn. */
    public enum Style {
        /** Columns, stacked on those of the series before it. */
        COLUMN,
        /** A line. */
        LINE,
        /** A broken line: what is not to be exceeded. */
        LIMIT,
        /** Not drawn; its numbers stand in the table of values. */
        VALUES
    }

    /**
     * Numbers of one kind.
     *
     * @param values empty where nobody knows
     */
    public record Series(Text name, Style style, List<OptionalInt> values) {
        /** Keeps an unmodifiable copy. */
        public Series {
            values = List.copyOf(values);
        }

        /** Numbers that are all known. */
        public static Series of(Text name, Style style, List<Integer> values) {
            return new Series(name, style, values.stream().map(OptionalInt::of).toList());
        }
    }
}
