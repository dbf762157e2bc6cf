package dev.shirube.domain.register;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One row of the register of resources: a team with capacities, or a department with budgets. */
final class ResourceRow {

    private static final int MAXIMUM_PERSON_DAYS = 1_000_000;

    private final RegisterRows.Row row;
    private final String kind;
    private final String id;
    private final String name;
    private final Map<FiscalQuarter, Integer> capacity = new TreeMap<>();
    private final Map<Integer, Long> budgets = new TreeMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    ResourceRow(RegisterRows.Row row, String kind, String id, String name) {
        this.row = row;
        this.kind = kind;
        this.id = id;
        this.name = name;
    }

    String id() {
        return id;
    }

    /** What no two rows share. */
    String key() {
        return kind + ":" + id;
    }

    /** Cells under headings that are neither columns of ours nor periods. */
    Map<String, String> others() {
        return others;
    }

    List<RowProblem> read(String kindHeading, String idHeading) {
        if (kind.isEmpty()) {
            problems.add(RowProblem.error(row.number(), kindHeading, "", Expectation.KIND));
        }
        if (id.isEmpty()) {
            problems.add(RowProblem.error(row.number(), idHeading, "", Expectation.REQUIRED));
        }
        row.others().forEach((heading, cell) -> {
            Optional<Period> period = Period.of(heading);
            if (period.isEmpty()) {
                others.put(heading, cell);
            } else if (!CellText.unknown(cell)) {
                amount(heading, cell, period.get());
            }
        });
        return problems;
    }

    Optional<Team> team() {
        return kind.equals("team") ? Optional.of(new Team(id, name.isEmpty() ? id : name, capacity)) : Optional.empty();
    }

    List<BudgetLine> budgets() {
        List<BudgetLine> lines = new ArrayList<>();
        budgets.forEach((year, yen) -> lines.add(new BudgetLine(id, year, yen)));
        return lines;
    }

    private void amount(String heading, String cell, Period period) {
        if (kind.equals("budget")) {
            budget(heading, cell, period);
            return;
        }
        OptionalLong days = CellValue.personDays(cell);
        if (days.isEmpty() || days.getAsLong() > MAXIMUM_PERSON_DAYS) {
            problem(heading, cell, Expectation.PERSON_DAYS);
        } else if (period.quarter() > 0) {
            put(heading, cell, new FiscalQuarter(period.year(), period.quarter()), (int) days.getAsLong());
        } else {
            int whole = (int) days.getAsLong();
            for (int quarter = 1; quarter <= 4; quarter++) {
                int share = whole / 4 + (quarter <= whole % 4 ? 1 : 0);
                put(heading, cell, new FiscalQuarter(period.year(), quarter), share);
            }
        }
    }

    private void budget(String heading, String cell, Period period) {
        OptionalLong yen = CellValue.yen(cell);
        if (period.quarter() > 0) {
            problem(heading, cell, Expectation.BUDGET_BY_YEAR);
        } else if (yen.isEmpty()) {
            problem(heading, cell, Expectation.YEN);
        } else if (budgets.putIfAbsent(period.year(), yen.getAsLong()) != null) {
            problem(heading, cell, Expectation.TWICE);
        }
    }

    private void put(String heading, String cell, FiscalQuarter quarter, int days) {
        if (capacity.putIfAbsent(quarter, days) != null) {
            problem(heading, cell, Expectation.TWICE);
        }
    }

    private void problem(String heading, String cell, Expectation expectation) {
        problems.add(RowProblem.error(row.number(), heading, cell, expectation));
    }
}
