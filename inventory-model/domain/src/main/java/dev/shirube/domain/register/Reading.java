package dev.shirube.domain.register;

import dev.shirube.domain.Severity;
import java.util.List;
import java.util.Map;

/**
 * What was read from a register: the rows that are valid, and a problem for everything else.
 *
 * @param value made of the valid rows only
 * @param problems sorted by row
 * @param preserved cells of columns that are not ours, by the key of their row: kept for whoever writes the file back
 */
public record Reading<T>(T value, List<RowProblem> problems, Map<String, Map<String, String>> preserved) {

    /** Keeps a sorted, unmodifiable copy. */
    public Reading {
        problems = problems.stream().sorted().toList();
        preserved = Map.copyOf(preserved);
    }

    /** Whether every row was valid; notes do not count. */
    public boolean complete() {
        return problems.stream().noneMatch(it -> it.severity() == Severity.ERROR);
    }
}
