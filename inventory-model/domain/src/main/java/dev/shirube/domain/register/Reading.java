package dev.shirube.domain.register;

import dev.shirube.domain.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read from a register: the rows that are valid, and a problem for everything else.
 *
 * @param value made of the valid rows only
 * @param problems sorted by row
 * @param preserved cells of columns that are not ours, by the key of their row: kept for whoever writes the file back
 * @param headings what the file has a column for: ids of our columns, and headings of those that are not ours
 * @param rows how many rows of data there are, valid or not
 */
public record Reading<T>(
        T value,
        List<RowProblem> problems,
        Map<String, Map<String, String>> preserved,
        Set<String> headings,
        int rows) {

    /** Keeps a sorted, unmodifiable copy. */
    public Reading {
        problems = problems.stream().sorted().toList();
        preserved = Map.copyOf(preserved);
        headings = Set.copyOf(headings);
    }

    /** Whether every row was valid; notes do not count. */
    public boolean complete() {
        return problems.stream().noneMatch(it -> it.severity() == Severity.ERROR);
    }

    /** How many rows hold an error, the header among them. */
    public int wrongRows() {
        return (int) problems.stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(RowProblem::row)
                .distinct()
                .count();
    }
}
