package dev.shirube.domain.register;

import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.ResourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was read of a file of resources, table by table.
 *
 * @param ignored names of sheets that are no form of ours and were not read
 */
public record ResourceReading(List<Part> parts, List<String> ignored) {

    /** One table: the name of its sheet, and what it declares. */
    public record Part(String sheet, Reading<List<ResourceEntry>> reading) {
        /** Refuses null. */
        public Part {
            Objects.requireNonNull(sheet);
            Objects.requireNonNull(reading);
        }
    }

    /** Keeps unmodifiable copies. */
    public ResourceReading {
        parts = List.copyOf(parts);
        ignored = List.copyOf(ignored);
    }

    /** What all valid rows declare. */
    public OfficeResources resources() {
        List<ResourceEntry> entries = new ArrayList<>();
        parts.forEach(it -> entries.addAll(it.reading().value()));
        return new OfficeResources(entries);
    }

    /** Whether every row of every table was valid. */
    public boolean complete() {
        return parts.stream().allMatch(it -> it.reading().complete());
    }

    /** Every problem, table by table. */
    public List<RowProblem> problems() {
        return parts.stream().flatMap(it -> it.reading().problems().stream()).toList();
    }
}
