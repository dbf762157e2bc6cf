package dev.shirube.shell;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.Supposition;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.OptionSpec;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user supposes, or knows to have changed, in the words of the command line. */
final class PlanChanges {
    private static final Pattern CAPACITY = Pattern.compile("([^=]+)=([+-])(\\d{1,6})(%?)");
    private static final Pattern MONEY = Pattern.compile("(.+):(?:FY)?(\\d{4}):([+-]?)(\\d{1,15})");
    private static final Pattern SLIP = Pattern.compile("([^=]+)=(?:FY)?(\\d{4})Q([1-4])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    static final OptionSpec SLIPS = OptionSpec.values(
            "slip",
            "TASK=QUARTER",
            "a task that cannot start before that quarter (T-3f9a1c20=FY2028Q1)",
            "その四半期より前に着手できなくなった作業（T-3f9a1c20=FY2028Q1）");
    static final OptionSpec CAPACITIES = OptionSpec.values(
            "capacity",
            "TEAM=CHANGE",
            "more or fewer person-days a quarter (dx=+20, dx=-10%)",
            "チームの四半期ごとの人日の増減（dx=+20、dx=-10%）");
    static final OptionSpec BUDGETS = OptionSpec.values(
            "budget",
            "LINE:FY:YEN",
            "more or fewer yen of a budget (zeimu:2028:+5000000), or all it holds then (zeimu:2028:0)",
            "予算の増減（税務費:2028:+5000000）、又はその年度の額（税務費:2028:0）");
    static final OptionSpec RELEASES =
            OptionSpec.values("release", "PRODUCT=DATE", "another date of a vendor's release", "製品の提供予定日を変える");
    static final OptionSpec DEADLINES = OptionSpec.values(
            "deadline",
            "ROW=DATE",
            "a task, or all of a system, to be done by that day (scores stay)",
            "作業、又はシステムの全作業の期限を変える（点数は変えない）");
    static final OptionSpec CRQC =
            OptionSpec.value("crqc", "YYYY-MM", "another planning date for the quantum computer", "量子計算機の想定時期を変える");
    static final OptionSpec ADOPT =
            OptionSpec.values("policy", "PACK", "that pack adopted as an internal rule", "その方針を内部規則として採用した場合");
    static final OptionSpec READING = OptionSpec.choice(
            "reading",
            List.of("calendar-year", "fiscal-year"),
            "another reading of an ambiguous year",
            "年の読み方を変える（暦年・年度）");

    private final Invocation line;

    PlanChanges(Invocation line) {
        this.line = line;
    }

    /** The settings with what is supposed of policies and of the quantum computer. */
    PlanSettings settings(PlanSettings settings, Roadmap before) {
        PlanSettings changed = settings.withDeadlines(deadlines(before));
        for (String pack : line.values("policy")) {
            changed = changed.withPack(Planning.known(pack).id(), Adoption.INTERNAL_RULE);
        }
        if (line.value("reading").isPresent()) {
            changed = changed.withReading(
                    line.value("reading").get().equals("fiscal-year")
                            ? DeadlineReading.FISCAL_YEAR
                            : DeadlineReading.CALENDAR_YEAR);
        }
        if (line.value("crqc").isPresent()) {
            String month = line.value("crqc").get();
            if (!MONTH.matcher(month).matches()) {
                throw CommandFailure.usage(
                        "--crqc " + month + " is no month. Write it as 2032-06.",
                        "--crqc " + month + " は年月ではありません。2032-06 のように指定してください。");
            }
            changed = changed.withCrqc(YearMonth.parse(month));
        }
        return changed;
    }

    private SortedMap<String, LocalDate> deadlines(Roadmap before) {
        SortedMap<String, LocalDate> deadlines = new TreeMap<>();
        for (String change : line.values("deadline")) {
            Map.Entry<String, LocalDate> entry = dated("deadline", change);
            String row = entry.getKey();
            if (before.tasks().stream()
                    .noneMatch(it ->
                            it.task().id().equals(row) || it.task().system().equals(row))) {
                throw CommandFailure.usage(
                        "--deadline " + change + ": no task or system \"" + row
                                + "\" is in the plan. Take an id from: shirube roadmap plan.",
                        "--deadline " + change + "：作業又はシステム「" + row
                                + "」は計画にありません。shirube roadmap plan の ID を指定してください。");
            }
            deadlines.put(row, entry.getValue());
        }
        return deadlines;
    }

    private static Map.Entry<String, LocalDate> dated(String option, String change) {
        int at = change.lastIndexOf('=');
        try {
            if (at > 0) {
                return Map.entry(change.substring(0, at), LocalDate.parse(change.substring(at + 1)));
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw CommandFailure.usage(
                "--" + option + " " + change + " cannot be read. Write a name and a day: NAME=2029-04-01.",
                "--" + option + " " + change + " を読めません。名称=2029-04-01 のように指定してください。");
    }

    private static Resources money(Resources resources, String change) {
        Matcher parts = MONEY.matcher(change);
        if (!parts.matches()) {
            throw CommandFailure.usage(
                    "--budget " + change
                            + " cannot be read. Write a budget, a fiscal year and yen: zeimu:2028:+5000000.",
                    "--budget " + change + " を読めません。税務費:2028:+5000000 のように指定してください。");
        }
        String pool = parts.group(1);
        int year = Integer.parseInt(parts.group(2));
        long yen = Long.parseLong(parts.group(4)) * (parts.group(3).equals("-") ? -1 : 1);
        long has = parts.group(3).isEmpty()
                ? resources.office().budgets().stream()
                        .filter(it -> it.pool().equals(pool) && it.fiscalYear() == year)
                        .mapToLong(BudgetAllotment::yen)
                        .sum()
                : 0;
        return Supposition.money(resources, pool, year, yen - has).orElseThrow(() -> {
            String known = named(resources.office().budgets().stream().map(BudgetAllotment::pool));
            return CommandFailure.usage(
                    "There is no budget \"" + pool + "\". There are: " + known + ".",
                    "予算「" + pool + "」はありません。登録されているもの：" + known);
        });
    }

    private static Resources release(Resources resources, String change) {
        Map.Entry<String, LocalDate> entry = dated("release", change);
        return Supposition.release(resources, entry.getKey(), entry.getValue()).orElseThrow(() -> {
            String known = named(resources.office().releases().stream().map(VendorRelease::product));
            return CommandFailure.usage(
                    "There is no release of \"" + entry.getKey() + "\". There are: " + known + ".",
                    "製品「" + entry.getKey() + "」の提供予定はありません。登録されているもの：" + known);
        });
    }

    private static String named(Stream<String> names) {
        String all = names.distinct().sorted().collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }

    /** The resources with what is supposed of teams, money and releases. */
    Resources resources(Resources resources) {
        Resources changed = resources;
        for (String change : line.values("capacity")) {
            Matcher parts = CAPACITY.matcher(change);
            if (!parts.matches()) {
                throw CommandFailure.usage(
                        "--capacity " + change + " is no change. Write a team and a number: dx=+20 or dx=-10%.",
                        "--capacity " + change + " を読めません。dx=+20 又は dx=-10% のように指定してください。");
            }
            changed = changed(changed, parts);
        }
        for (String change : line.values("budget")) {
            changed = money(changed, change);
        }
        for (String change : line.values("release")) {
            changed = release(changed, change);
        }
        return changed;
    }

    private static Resources changed(Resources resources, Matcher parts) {
        String id = parts.group(1);
        int amount = Integer.parseInt(parts.group(3)) * (parts.group(2).equals("-") ? -1 : 1);
        boolean percent = !parts.group(4).isEmpty();
        if (resources.teams().stream().noneMatch(it -> it.id().equals(id))) {
            List<String> ids = resources.teams().stream().map(Team::id).toList();
            String known = ids.isEmpty() ? "-" : String.join(", ", ids);
            throw CommandFailure.usage(
                    "There is no team \"" + id + "\". There are: " + known + ".",
                    "チーム「" + id + "」はありません。登録されているもの：" + known);
        }
        List<Team> teams = new ArrayList<>();
        for (Team team : resources.teams()) {
            teams.add(team.id().equals(id) ? more(team, amount, percent) : team);
        }
        return resources.withTeams(teams);
    }

    /** The team with so many more person-days in each quarter in which it has any. */
    static Team more(Team team, int amount, boolean percent) {
        Map<FiscalQuarter, Integer> days = new TreeMap<>();
        team.personDays().forEach((quarter, has) -> {
            int change = percent ? Math.toIntExact((long) has * amount / 100) : has == 0 ? 0 : amount;
            days.put(quarter, Math.max(0, has + change));
        });
        return new Team(team.id(), team.name(), days);
    }

    /** Tasks that slipped, with the first quarter that is possible now. */
    SortedMap<String, FiscalQuarter> slips() {
        SortedMap<String, FiscalQuarter> slips = new TreeMap<>();
        for (String slip : line.values("slip")) {
            Matcher parts = SLIP.matcher(slip);
            if (!parts.matches()) {
                throw CommandFailure.usage(
                        "--slip " + slip + " is no slip. Write a task and a quarter: T-3f9a1c20=FY2028Q1.",
                        "--slip " + slip + " を読めません。T-3f9a1c20=FY2028Q1 のように指定してください。");
            }
            slips.put(
                    parts.group(1),
                    new FiscalQuarter(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        }
        return slips;
    }
}
