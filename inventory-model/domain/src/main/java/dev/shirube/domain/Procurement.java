package dev.shirube.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When and from whom an information system is bought.
 *
 * @param renewalFiscalYear the fiscal year (April to March, named by its first year) of the next renewal (更改)
 * @param contractEnd last day of the current contract (契約満了日)
 * @param budgetLine budget line that pays for it (予算科目), as the office names it
 * @param vendor who built or runs it (事業者)
 */
public record Procurement(
        Declaration<Integer> renewalFiscalYear,
        Declaration<LocalDate> contractEnd,
        Declaration<String> budgetLine,
        Declaration<String> vendor) {

    /** Nothing is declared. */
    public static final Procurement UNKNOWN =
            new Procurement(Declaration.unknown(), Declaration.unknown(), Declaration.unknown(), Declaration.unknown());

    /** Refuses null. */
    public Procurement {
        Objects.requireNonNull(renewalFiscalYear);
        Objects.requireNonNull(contractEnd);
        Objects.requireNonNull(budgetLine);
        Objects.requireNonNull(vendor);
    }
}
