package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.TaskKind;
import dev.shirube.reports.table.Band;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The quarters of the 工程表, whole fiscal years from the as-of date to the horizon, and the marks that stand in them. */
final class Gantt {
    private final FiscalQuarter first;
    private final int quarters;
    private final FiscalQuarter today;

    Gantt(Roadmap roadmap) {
        this.today = FiscalQuarter.of(roadmap.settings().asOf());
        FiscalYears years = FiscalYears.of(roadmap);
        this.first = new FiscalQuarter(years.first(), 1);
        this.quarters = years.quarters();
    }

    Band band() {
        List<Band.Heading> headings = new ArrayList<>();
        for (int i = 0; i < quarters; i++) {
            FiscalQuarter quarter = first.plus(i);
            headings.add(new Band.Heading(
                    FiscalYears.label(quarter.year()),
                    new Text("FY" + quarter.year(), "Reiwa " + quarter.reiwa()),
                    new Text(quarter.quarter() + "Q", "Q" + quarter.quarter()),
                    quarter.equals(today)));
        }
        return new Band(headings);
    }

    List<GanttMark> task(ScheduledTask task) {
        GanttMark[] marks = empty();
        Optional<FiscalQuarter> due = task.task().deadline().map(FiscalQuarter::of);
        due.ifPresent(quarter -> put(marks, quarter, GanttMark.DUE));
        if (task.start().isPresent()) {
            FiscalQuarter finish = task.finish().orElseThrow();
            for (FiscalQuarter at = task.start().orElseThrow(); at.compareTo(finish) <= 0; at = at.plus(1)) {
                put(marks, at, mark(task, at, due));
            }
        }
        return Arrays.asList(marks);
    }

    List<GanttMark> summary(Collection<ScheduledTask> tasks, Optional<Integer> renewal) {
        GanttMark[] marks = empty();
        renewal.ifPresent(year -> {
            for (int quarter = 1; quarter <= 4; quarter++) {
                put(marks, new FiscalQuarter(year, quarter), GanttMark.RENEWAL);
            }
        });
        Optional<FiscalQuarter> start =
                tasks.stream().flatMap(it -> it.start().stream()).min(FiscalQuarter::compareTo);
        Optional<FiscalQuarter> finish =
                tasks.stream().flatMap(it -> it.finish().stream()).max(FiscalQuarter::compareTo);
        if (start.isPresent()) {
            for (FiscalQuarter at = start.get(); at.compareTo(finish.orElseThrow()) <= 0; at = at.plus(1)) {
                boolean renewed = renewal.isPresent() && renewal.get() == at.year();
                put(marks, at, renewed ? GanttMark.SUMMARY_RENEWAL : GanttMark.SUMMARY);
            }
        }
        return Arrays.asList(marks);
    }

    List<GanttMark> milestone(LocalDate day) {
        GanttMark[] marks = empty();
        put(marks, FiscalQuarter.of(day), GanttMark.MILESTONE);
        return Arrays.asList(marks);
    }

    private static GanttMark mark(ScheduledTask task, FiscalQuarter at, Optional<FiscalQuarter> due) {
        if (task.task().kind() == TaskKind.WAIT) {
            return GanttMark.WAIT;
        }
        if (due.isPresent() && at.compareTo(due.get()) > 0) {
            return GanttMark.LATE;
        }
        return due.isPresent() && at.equals(due.get()) ? GanttMark.WORK_DUE : GanttMark.WORK;
    }

    private GanttMark[] empty() {
        GanttMark[] marks = new GanttMark[quarters];
        Arrays.fill(marks, GanttMark.NONE);
        return marks;
    }

    /** What lies before the first or after the last year of the sheet is told by the row's dates alone. */
    private void put(GanttMark[] marks, FiscalQuarter quarter, GanttMark mark) {
        int index = quarter.since(first);
        if (index >= 0 && index < marks.length) {
            marks[index] = mark;
        }
    }
}
