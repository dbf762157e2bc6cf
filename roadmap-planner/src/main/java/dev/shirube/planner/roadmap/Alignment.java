package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.risk.RiskBand;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a task waits for the renewal (更改) of its system.
 *
 * <p>It does when the renewal is done before the deadline and neither the task nor one that waits for it is in the
 * two most urgent bands: waiting
 * costs nothing there, and the strategy wants what is especially sensitive to go earlier (its footnote 55).
 *
 * @param fiscalYear the renewal's fiscal year, where the task is aligned with it
 * @param reason what was decided and why; empty where no renewal is declared
 */
record Alignment(Optional<Integer> fiscalYear, Optional<Reason> reason) {

    private static final Alignment NONE = new Alignment(Optional.empty(), Optional.empty());

    /** The decision for a draft that is due on that day and ends, or lets others end, a risk of that band. */
    static Alignment of(Draft draft, Optional<LocalDate> due, RiskBand band, TeamCalendar calendar) {
        Optional<Integer> renewal = draft.system().renewalFiscalYear().value();
        boolean waits = !TaskTable.standard().waitsForRenewal(draft.key().kind());
        if (renewal.isEmpty() || waits || calendar.periods() == 0) {
            return NONE;
        }
        int year = renewal.get();
        LocalDate end = new FiscalQuarter(year, 4).lastDay();
        LocalDate horizon = calendar.quarter(calendar.periods() - 1).lastDay();
        LocalDate deadline = due.filter(it -> it.isBefore(horizon)).orElse(horizon);
        if (end.isBefore(calendar.first().firstDay())) {
            return not(year + "年度の更改は既に過ぎている", "the renewal of FY" + year + " has passed");
        }
        if (end.isAfter(deadline)) {
            return not(
                    year + "年度の更改は期限 " + deadline + " に間に合わないため、更改を待たない",
                    "the renewal of FY" + year + " ends after " + deadline + ", so it is not waited for");
        }
        if (band.compareTo(RiskBand.HIGH) <= 0) {
            return not(
                    "優先度が「" + band.label().ja() + "」のため、" + year + "年度の更改を待たない",
                    "the priority is " + band.label().en() + ", so the renewal of FY" + year + " is not waited for");
        }
        return new Alignment(
                Optional.of(year),
                Optional.of(Reason.of(
                        Reason.Kind.RENEWAL,
                        year + "年度の更改に合わせることを優先する",
                        "to be aligned with the system's renewal in FY" + year)));
    }

    private static Alignment not(String ja, String en) {
        return new Alignment(Optional.empty(), Optional.of(Reason.of(Reason.Kind.RENEWAL, ja, en)));
    }
}
