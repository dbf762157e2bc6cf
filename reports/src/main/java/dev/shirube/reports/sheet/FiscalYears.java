package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fiscal years that a roadmap is shown over: from the as-of date to the horizon, or to the end of a task beyond it.
 *
 * @param first named by the calendar year it starts in
 * @param last inclusive
 */
record FiscalYears(int first, int last) {

    static FiscalYears of(Roadmap roadmap) {
        int today = FiscalQuarter.of(roadmap.settings().asOf()).year();
        int last = Math.max(roadmap.settings().horizon().year(), today);
        for (ScheduledTask task : roadmap.tasks()) {
            last = Math.max(last, task.finish().map(FiscalQuarter::year).orElse(last));
        }
        return new FiscalYears(today, last);
    }

    List<Integer> all() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    int quarters() {
        return 4 * (last - first + 1);
    }

    /** The last day of that fiscal year. */
    static LocalDate end(int year) {
        return new FiscalQuarter(year, 4).lastDay();
    }

    /** As a chart's axis names it. */
    static Text brief(int year) {
        return new Text("R" + (year - 2018), "FY" + year);
    }

    /** In the words of a form. */
    static Text label(int year) {
        int reiwa = year - 2018;
        String era = "令和" + (reiwa == 1 ? "元" : Integer.toString(reiwa)) + "年度";
        return new Text(era, "FY" + year);
    }
}
