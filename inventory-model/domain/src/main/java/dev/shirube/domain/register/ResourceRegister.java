package dev.shirube.domain.register;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Team;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Teams with their capacity, and budgets, as rows of text.
 *
 * <p>Beside kind, id and name, every column whose heading is a period holds amounts: a quarter ({@code 2027Q1},
 * {@code 令和9年度Q1}) or a whole fiscal year ({@code 2027}, {@code 令和9年度}). A team's person-days for a year are spread
 * evenly over its four quarters, the remainder one by one from the first quarter on. A budget is given per year, in yen, with
 * the department as its id (as in {@link dev.shirube.domain.InformationSystem#owner()}).
 * An empty cell declares nothing, which is not the same as 0. Without a column of kinds every row is a team.
 */
public final class ResourceRegister {

    private static final RegisterColumn KIND = RegisterColumn.of("kind", "種別");
    private static final RegisterColumn ID = RegisterColumn.required("id", "ID", "team_id", "チームID", "team");
    private static final RegisterColumn NAME = RegisterColumn.of("name", "名称", "チーム名");
    private static final List<RegisterColumn> COLUMNS = List.of(KIND, ID, NAME);
    private static final String TEAM = "team";
    private static final String BUDGET = "budget";

    private ResourceRegister() {}

    /** The header in Japanese and, below it, in English, with that fiscal year by quarters and the next as a whole. */
    public static List<List<String>> template(int fiscalYear) {
        List<Period> periods = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            periods.add(new Period(fiscalYear, quarter));
        }
        periods.add(new Period(fiscalYear + 1, 0));
        return List.of(header(Language.JA, periods), header(Language.EN, periods));
    }

    /**
     * Validates a register of resources.
     *
     * @param table the header and the rows below it
     * @return the teams and budgets of all valid rows, and the problems of the others
     */
    public static Reading<DeclaredResources> read(List<List<String>> table) {
        return read(RegisterTable.of(table));
    }

    /** The same for a file in which some cells could not be read. */
    public static Reading<DeclaredResources> read(RegisterTable table) {
        RegisterRows rows = RegisterRows.of(COLUMNS, table);
        List<RowProblem> problems = new ArrayList<>(rows.problems());
        List<Team> teams = new ArrayList<>();
        List<BudgetLine> budgets = new ArrayList<>();
        Map<String, Integer> firstRows = new LinkedHashMap<>();
        Map<String, Map<String, String>> preserved = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        for (RegisterRows.Row row : rows.rows()) {
            ResourceRow resource = new ResourceRow(row, kind(row.cell(KIND)), row.cell(ID), row.cell(NAME));
            Integer first = firstRows.putIfAbsent(resource.key(), row.number());
            if (first != null && !resource.id().isEmpty()) {
                problems.add(RowProblem.error(
                        row.number(), rows.heading(ID), resource.id(), Expectation.duplicateId(first)));
                continue;
            }
            List<RowProblem> found = resource.read(rows.heading(KIND), rows.heading(ID));
            problems.addAll(found);
            others.addAll(resource.others().keySet());
            preserved.put(resource.key(), Map.copyOf(resource.others()));
            if (!row.faulty() && found.stream().noneMatch(it -> it.severity() == Severity.ERROR)) {
                resource.team().ifPresent(teams::add);
                budgets.addAll(resource.budgets());
            }
        }
        others.forEach(title -> problems.add(RowProblem.note(rows.headerRow(), title, "", Expectation.UNKNOWN_COLUMN)));
        return rows.reading(new DeclaredResources(teams, budgets), problems, preserved);
    }

    private static String kind(String cell) {
        return switch (CellText.fold(cell)) {
            case "", TEAM, "チーム" -> TEAM;
            case BUDGET, "予算" -> BUDGET;
            default -> "";
        };
    }

    /** The resources as rows under a header in that language; reading them back gives equal resources. */
    public static List<List<String>> rows(DeclaredResources resources, Language language) {
        Set<Period> periods = new TreeSet<>();
        for (Team team : resources.teams()) {
            team.personDays().keySet().forEach(it -> periods.add(new Period(it.year(), it.quarter())));
        }
        resources.budgets().forEach(budget -> periods.add(new Period(budget.fiscalYear(), 0)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(language, periods));
        for (Team team : resources.teams()) {
            rows.add(row(language.choose("チーム", TEAM), team.id(), team.name(), periods, it -> personDays(team, it)));
        }
        budgets(resources)
                .forEach((department, yen) -> rows.add(
                        row(language.choose("予算", BUDGET), department, "", periods, it -> yen.getOrDefault(it, ""))));
        return List.copyOf(rows);
    }

    private static List<String> header(Language language, Collection<Period> periods) {
        List<String> header = new ArrayList<>();
        COLUMNS.forEach(column -> header.add(column.name(language)));
        periods.forEach(period -> header.add(period.heading(language)));
        return List.copyOf(header);
    }

    private static List<String> row(
            String kind, String id, String name, Set<Period> periods, Function<Period, String> amount) {
        List<String> row = new ArrayList<>(List.of(kind, id, name));
        periods.forEach(period -> row.add(amount.apply(period)));
        return List.copyOf(row);
    }

    private static Map<String, Map<Period, String>> budgets(DeclaredResources resources) {
        Map<String, Map<Period, String>> byDepartment = new TreeMap<>();
        for (BudgetLine line : resources.budgets()) {
            byDepartment
                    .computeIfAbsent(line.department(), department -> new TreeMap<>())
                    .put(new Period(line.fiscalYear(), 0), Long.toString(line.yen()));
        }
        return byDepartment;
    }

    private static String personDays(Team team, Period period) {
        Integer days = period.quarter() == 0
                ? null
                : team.personDays().get(new FiscalQuarter(period.year(), period.quarter()));
        return days == null ? "" : days.toString();
    }
}
