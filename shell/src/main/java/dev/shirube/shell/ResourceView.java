package dev.shirube.shell;

import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.EffortInForce;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.ResourceCalendar;
import dev.shirube.domain.resources.ResourceGap;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.Term;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.roadmap.TaskKind;
import dev.shirube.shell.cli.Columns;
import dev.shirube.shell.cli.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources as tables for a terminal of eighty columns: what was declared, what it means, and what is missing. */
final class ResourceView {

    private static final int WIDTH = 79;

    private final Session session;
    private final List<String> lines = new ArrayList<>();

    private ResourceView(Session session) {
        this.session = session;
    }

    /** The lines to print. */
    static List<String> lines(
            ResourceCalendar calendar, List<EffortInForce> efforts, List<ResourceGap> gaps, Session session) {
        ResourceView view = new ResourceView(session);
        OfficeResources resources = calendar.resources();
        view.lines.addAll(ResourceCapacity.lines(calendar, session));
        view.budgets(resources.budgets());
        view.freezes(resources.freezes());
        view.leadTimes(resources.leadTimes());
        view.efforts(efforts);
        view.releases(resources.releases());
        view.gaps(gaps);
        return view.lines;
    }

    private void budgets(List<BudgetAllotment> budgets) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("line or department", "予算・部局"),
                session.say("year", "年度"),
                session.say("            yen", "             円"),
                session.say("state", "状態"),
                session.say("pays for", "使途")));
        String before = "";
        for (BudgetAllotment it : budgets) {
            String owner = it.line().isEmpty() || it.department().isEmpty()
                    ? it.pool()
                    : it.line() + session.say(" (", "（") + it.department() + session.say(")", "）");
            rows.add(List.of(
                    owner.equals(before) ? "" : clip(owner, 26),
                    FiscalPeriod.year(it.fiscalYear()).label(session.language()),
                    String.format(Locale.ROOT, "%,15d", it.yen()),
                    word(it.state()),
                    clip(String.join(session.say(", ", "、"), it.paysFor()), 12)));
            before = owner;
        }
        table(ResourceKind.BUDGET, session.say("yen by fiscal year", "年度別の円"), rows);
    }

    private void freezes(List<Freeze> freezes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("name", "名称"),
                session.say("for", "対象"),
                session.say("days", "期間"),
                session.say("stops", "影響")));
        for (Freeze it : freezes) {
            String target = it.scope() == FreezeScope.OFFICE
                    ? word(it.scope())
                    : word(it.scope()) + session.say(" ", "：") + it.target();
            String yearly = it.days() instanceof Freeze.Yearly ? session.say("every year ", "毎年 ") : "";
            rows.add(List.of(
                    clip(it.name(), 20),
                    clip(target, 18),
                    yearly
                            + it.days().first()
                            + session.say(" to ", "～")
                            + it.days().last(),
                    word(it.effect())));
        }
        table(ResourceKind.FREEZE, session.say("days without work or cut-over", "作業又は切替えをしない期間"), rows);
    }

    private void leadTimes(List<LeadTime> times) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("procurement", "調達"),
                session.say("months", "月数"),
                session.say("funding", "予算手続"),
                session.say("if requested on " + session.asOf(), session.asOf() + " に要求した場合")));
        for (LeadTime it : times) {
            rows.add(List.of(
                    clip(it.name().isEmpty() ? it.procurement() : it.name(), 22),
                    Integer.toString(it.months()),
                    word(it.funding()),
                    it.firstStart(session.asOf())
                            .map(day -> session.say("starts " + day, day + " から"))
                            .orElse("?")));
        }
        table(ResourceKind.LEAD_TIME, session.say("from request to start", "要求から作業開始まで"), rows);
    }

    private void efforts(List<EffortInForce> efforts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("task", "作業種別"),
                session.say("per", "単位"),
                session.say("person-days", "人日"),
                session.say("yen", "円"),
                session.say("source", "出所")));
        for (EffortInForce it : efforts) {
            EffortRate rate = it.rate();
            rows.add(List.of(
                    clip(task(rate.task()), 24),
                    word(rate.unit()),
                    estimate(rate.tenths(), 10),
                    estimate(rate.yen(), 1),
                    it.office() ? clip(it.origin(), 20) : session.say("assumed", "仮定値")));
        }
        table(ResourceKind.EFFORT, session.say("low / likely / high, for each unit", "単位当たりの下限／標準／上限"), rows);
    }

    private String task(String id) {
        return Stream.of(TaskKind.values())
                .filter(it -> it.id().equals(id))
                .map(it -> it.label().in(session.language()))
                .findFirst()
                .orElse(id);
    }

    private void releases(List<VendorRelease> releases) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                session.say("product", "製品"),
                session.say("earliest", "最早"),
                session.say("likely", "見込み"),
                session.say("latest", "最遅"),
                session.say("source", "出典")));
        for (VendorRelease it : releases) {
            rows.add(List.of(
                    clip((it.product() + " " + it.version()).strip(), 24),
                    day(it.earliest()),
                    day(it.likely()),
                    day(it.latest()),
                    clip(it.source(), 16)));
        }
        table(ResourceKind.RELEASE, session.say("of vendors' products", "製品の提供時期"), rows);
    }

    private void gaps(List<ResourceGap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(session.say("Missing for a plan", "計画に不足しているもの"));
        for (ResourceGap gap : gaps) {
            List<String> wrapped = Columns.wrap(gap.text().in(session.language()), WIDTH - 4);
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add((i == 0 ? "  - " : "    ") + wrapped.get(i));
            }
        }
    }

    /** A table under its title; nothing where nothing was declared, since the gaps say what is missed. */
    private void table(ResourceKind kind, String note, List<List<String>> rows) {
        if (rows.size() == 1) {
            return;
        }
        lines.add("");
        lines.add(kind.label().in(session.language()) + session.say(": ", "：") + note);
        Columns.align(rows).forEach(it -> lines.add("  " + it));
    }

    private String word(Optional<? extends Term> term) {
        return term.map(this::word).orElse("?");
    }

    private String word(Term term) {
        return term.label().in(session.language());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("?");
    }

    /** Three amounts, or the one that is known, in units of that many parts. */
    private static String estimate(Estimate estimate, int parts) {
        if (!estimate.known()) {
            return "";
        }
        if (estimate.low().isEmpty() && estimate.high().isEmpty()) {
            return amount(estimate.likely(), parts);
        }
        return amount(estimate.low(), parts) + " / " + amount(estimate.likely(), parts) + " / "
                + amount(estimate.high(), parts);
    }

    private static String amount(Optional<Long> amount, int parts) {
        return amount.map(it -> it % parts == 0
                        ? String.format(Locale.ROOT, "%,d", it / parts)
                        : String.format(Locale.ROOT, "%,d.%d", it / parts, it % parts))
                .orElse("?");
    }

    /** The text in at most so many cells; what is cut off is marked. */
    static String clip(String text, int cells) {
        if (Columns.width(text) <= cells) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int point : text.codePoints().toArray()) {
            String next = Character.toString(point);
            used += Columns.width(next);
            if (used > cells) {
                break;
            }
            kept.append(next);
        }
        return kept + "…";
    }
}
