package dev.shirube.domain.resources;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money of one budget line in one fiscal year, without carry-over.
 *
 * @param line id of the budget line; empty where the department has only one
 * @param department as in {@link dev.shirube.domain.InformationSystem#owner()}
 * @param fiscalYear named by the year it starts in
 * @param yen whole yen
 * @param state how far it has come; not declared if empty
 * @param paysFor ids of systems, kinds of task or procurement that it may pay for; anything if empty
 * @param note free text
 */
public record BudgetAllotment(
        String line,
        String department,
        int fiscalYear,
        long yen,
        Optional<BudgetState> state,
        List<String> paysFor,
        String note)
        implements Resource {

    /** Keeps a sorted, unmodifiable copy; refuses less than nothing and a line that nobody owns. */
    public BudgetAllotment {
        if (yen < 0) {
            throw new IllegalArgumentException("A budget is not negative: " + yen);
        }
        if (line.isEmpty() && department.isEmpty()) {
            throw new IllegalArgumentException("A budget needs a line or a department");
        }
        Objects.requireNonNull(state);
        paysFor = paysFor.stream().sorted().distinct().toList();
        Objects.requireNonNull(note);
    }

    /** The pool of money that it is a year of: the line, or else the department. */
    public String pool() {
        return line.isEmpty() ? department : line;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.BUDGET;
    }

    @Override
    public String key() {
        return pool() + "/" + fiscalYear;
    }
}
