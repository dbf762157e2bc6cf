package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.util.List;

/**
 * The first page of a report: a title and sections of labelled values.
 *
 * @param name the sheet's name
 * @param organisation for whom the report is; may be empty
 * @param title the report's title
 * @param subtitle one line under the title
 */
public record Cover(Text name, String organisation, String title, String subtitle, List<Section> sections) {
    /** Keeps an unmodifiable copy. */
    public Cover {
        sections = List.copyOf(sections);
    }

    /** Values under one heading. */
    public record Section(String title, List<Entry> entries) {
        /** Keeps an unmodifiable copy. */
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** One labelled value. */
    public record Entry(String label, String value) {}
}
