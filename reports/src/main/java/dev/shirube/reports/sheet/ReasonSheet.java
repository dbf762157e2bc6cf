package dev.shirube.reports.sheet;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Makes 様式4付表 作業の根拠. */
public final class ReasonSheet {
    private ReasonSheet() {}

    /** Every reason of every task, in the order of the 工程表. */
    public static Table<?> of(Roadmap roadmap) {
        Wbs wbs = new Wbs(roadmap);
        List<ReasonRow> rows = new ArrayList<>();
        for (String system : wbs.systems()) {
            for (ScheduledTask scheduled : wbs.tasks(system)) {
                scheduled.task().reasons().forEach(reason -> rows.add(row(wbs, scheduled, reason)));
                scheduled.reasons().forEach(reason -> rows.add(row(wbs, scheduled, reason)));
                scheduled.needs().ifPresent(needs -> rows.add(row(wbs, scheduled, needs)));
            }
        }
        return Table.of(ReasonRow.class, rows);
    }

    private static ReasonRow row(Wbs wbs, ScheduledTask scheduled, Reason reason) {
        return new ReasonRow(
                wbs.task(scheduled.task().id()),
                scheduled.task().id(),
                scheduled.task().system(),
                scheduled.task().title(),
                reason.kind().label(),
                reason.text(),
                reason.citation().stream().map(ReasonSheet::line).toList());
    }

    private static ReasonRow row(Wbs wbs, ScheduledTask scheduled, Text needs) {
        return new ReasonRow(
                wbs.task(scheduled.task().id()),
                scheduled.task().id(),
                scheduled.task().system(),
                scheduled.task().title(),
                new Text("必要な措置", "needed"),
                needs,
                List.of());
    }

    /** The line by which a rule is cited, in both languages. */
    public static Text line(Citation citation) {
        return new Text(citation.line(Language.JA), citation.line(Language.EN));
    }
}
