package dev.shirube.reports.sheet;

import dev.shirube.domain.ExceptionGrant;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes 様式6 例外措置一覧: the exceptions that were granted, and empty rows for new ones. */
public final class ExceptionSheet {
    private static final int EMPTY_ROWS = 12;

    private ExceptionSheet() {}

    /** The exceptions that the office wrote down, by their ids. */
    public static Table<?> of(Roadmap roadmap) {
        return Table.of(ExceptionRow.class, rows(roadmap));
    }

    /** The ids of its rows, of empty ones too. */
    public static List<String> ids(Roadmap roadmap) {
        return rows(roadmap).stream().map(ExceptionRow::id).toList();
    }

    private static List<ExceptionRow> rows(Roadmap roadmap) {
        List<ExceptionGrant> grants = roadmap.settings().edits().exceptions();
        List<ExceptionRow> rows = new ArrayList<>();
        for (ExceptionGrant grant : grants) {
            rows.add(new ExceptionRow(
                    grant.id(),
                    Optional.of(ExceptionStanding.of(grant, roadmap.settings().asOf())
                            .word()),
                    grant.system(),
                    grant.subject(),
                    grant.rule(),
                    grant.reason(),
                    grant.compensatingMeasure(),
                    grant.approver(),
                    Optional.of(grant.granted()),
                    Optional.of(grant.expires())));
        }
        Set<String> taken = grants.stream().map(ExceptionGrant::id).collect(Collectors.toSet());
        for (int number = 1; rows.size() < grants.size() + EMPTY_ROWS; number++) {
            String id = String.format(Locale.ROOT, "E-%03d", number);
            if (!taken.contains(id)) {
                rows.add(new ExceptionRow(
                        id, Optional.empty(), "", "", "", "", "", "", Optional.empty(), Optional.empty()));
            }
        }
        return rows;
    }
}
