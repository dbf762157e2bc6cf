package dev.shirube.shell;

import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.ResourceCalendar;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The capacity of each team as a table: a line for a fiscal year, or for several that are alike, a column for a quarter. */
final class ResourceCapacity {

    private static final int WIDTH = 77;
    private static final int QUARTERS = 4;
    /** Before the calendar begins. */
    private static final String PAST = "-";
    /** Nothing was declared. */
    private static final String UNKNOWN = "?";

    private final ResourceCalendar calendar;
    private final Session session;

    private ResourceCapacity(ResourceCalendar calendar, Session session) {
        this.calendar = calendar;
        this.session = session;
    }

    static List<String> lines(ResourceCalendar calendar, Session session) {
        List<String> lines = new ArrayList<>();
        if (calendar.resources().teams().isEmpty()) {
            return lines;
        }
        lines.add(ResourceKind.TEAM.label().in(session.language())
                + session.say(
                        ": person-days by fiscal quarter, after freezes; \"?\" is not declared",
                        "：四半期別の人日（凍結期間を除く。「?」は未記入）"));
        ResourceCapacity table = new ResourceCapacity(calendar, session);
        for (TeamCapacity team : calendar.resources().teams()) {
            table.team(team, lines);
        }
        return lines;
    }

    private void team(TeamCapacity team, List<String> lines) {
        lines.add("  " + ResourceView.clip(heading(team), WIDTH));
        int[] capacity = calendar.capacity(team);
        List<FiscalPeriod> undeclared = calendar.undeclared(team);
        List<List<String>> years = new ArrayList<>();
        for (int year : calendar.fiscalYears()) {
            List<String> cells = new ArrayList<>(Collections.nCopies(QUARTERS, PAST));
            int sum = 0;
            for (int i = 0; i < capacity.length; i++) {
                FiscalPeriod period = calendar.periods().get(i);
                if (period.fiscalYear() == year) {
                    boolean unknown = capacity[i] == 0 && undeclared.contains(period);
                    cells.set(quarter(period), unknown ? UNKNOWN : amount(capacity[i]));
                    sum += capacity[i];
                }
            }
            cells.add(cells.stream().allMatch(it -> it.equals(UNKNOWN) || it.equals(PAST)) ? "" : amount(sum));
            years.add(cells);
        }
        rows(years).forEach(it -> lines.add("    " + it));
    }

    private String heading(TeamCapacity team) {
        List<String> about = new ArrayList<>();
        team.affiliation().ifPresent(it -> about.add(it.label().in(session.language())));
        team.yenPerPersonDay()
                .ifPresent(it -> about.add(session.say(amount(it) + " yen a person-day", "1人日 " + amount(it) + " 円")));
        team.from().ifPresent(it -> about.add(session.say("from " + it, it + " から")));
        team.until().ifPresent(it -> about.add(session.say("until " + it, it + " まで")));
        String name = team.name().equals(team.id()) ? "" : "  " + team.name();
        return team.id()
                + name
                + (about.isEmpty()
                        ? ""
                        : session.say(" (" + String.join(", ", about) + ")", "（" + String.join("、", about) + "）"));
    }

    private static int quarter(FiscalPeriod period) {
        return Math.floorMod(period.first().getMonthValue() - 4, 12) / 3;
    }

    private static String amount(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    /** Years that follow one another and are alike stand in one row. */
    private List<String> rows(List<List<String>> years) {
        List<Integer> numbers = calendar.fiscalYears();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", List.of("Q1", "Q2", "Q3", "Q4", session.say("year", "年度計"))));
        for (int from = 0; from < years.size(); ) {
            int to = from;
            while (to + 1 < years.size() && years.get(to + 1).equals(years.get(from))) {
                to++;
            }
            String label = label(numbers.get(from));
            rows.add(row(
                    from == to ? label : label + session.say(" to ", "～") + label(numbers.get(to)), years.get(from)));
            from = to + 1;
        }
        return Columns.align(rows);
    }

    private String label(int year) {
        return FiscalPeriod.year(year).label(session.language());
    }

    private static List<String> row(String label, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(label));
        cells.forEach(it -> row.add(" ".repeat(Math.max(0, 8 - Columns.width(it))) + it));
        return row;
    }
}
