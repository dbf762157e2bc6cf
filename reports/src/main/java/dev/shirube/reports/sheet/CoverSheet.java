package dev.shirube.reports.sheet;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.PackStamp;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Cover;
import dev.shirube.reports.table.Cover.Entry;
import dev.shirube.reports.table.Cover.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes 表紙: what this is, what it was made from, and what it cannot say. */
public final class CoverSheet {
    private final Roadmap roadmap;
    private final Inventory inventory;
    private final ReportSettings settings;
    private final Language language;

    private CoverSheet(Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.settings = settings;
        this.language = language;
    }

    /** The first page of a roadmap's workbook. */
    public static Cover of(Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language) {
        return new CoverSheet(roadmap, inventory, settings, language).cover();
    }

    private Cover cover() {
        return new Cover(
                new Text("表紙", "Cover"),
                settings.organisation(),
                language.choose("耐量子計算機暗号（PQC）移行 工程表", "Roadmap to post-quantum cryptography"),
                language.choose(
                        "暗号利用箇所の棚卸しと、情報システムごとの移行計画",
                        "Inventory of the use of cryptography, and a migration plan for each information system"),
                List.of(
                        new Section(say("要点", "In brief"), brief()),
                        new Section(say("基準", "Basis"), basis()),
                        new Section(say("適用した方針パック", "Policy packs"), packs()),
                        new Section(say("この工程表の限界", "Limits of this roadmap"), limits())));
    }

    private List<Entry> brief() {
        long tasks = roadmap.tasks().size();
        long late = roadmap.tasks().stream().filter(ScheduledTask::late).count();
        int vulnerable =
                roadmap.systems().stream().mapToInt(it -> it.vulnerableAssets()).sum();
        return List.of(
                entry("情報システム", "Information systems", count(roadmap.systems().size())),
                entry(
                        "暗号利用箇所",
                        "Uses of cryptography",
                        count(inventory.findings().size())),
                entry("移行対象（量子計算機に脆弱）", "To migrate (quantum-vulnerable)", count(vulnerable)),
                entry(
                        "移行作業",
                        "Tasks",
                        say(
                                count(tasks) + "（うち期限に間に合わないもの " + count(late) + "）",
                                count(tasks) + " (of which not in time: " + count(late) + ")")),
                entry("読取り・判定の支障", "Diagnostics", diagnostics()));
    }

    private String diagnostics() {
        return say(
                "未読 " + count(of(Severity.ERROR)) + "、警告 " + count(of(Severity.WARNING)) + "、情報 "
                        + count(of(Severity.NOTE)) + "（別紙3）",
                "not read " + count(of(Severity.ERROR)) + ", warnings " + count(of(Severity.WARNING)) + ", notes "
                        + count(of(Severity.NOTE)) + " (Annex 3)");
    }

    private long of(Severity severity) {
        return inventory.diagnostics().stream()
                .filter(it -> it.diagnostic().severity() == severity)
                .count();
    }

    private List<Entry> basis() {
        PlanSettings plan = roadmap.settings();
        return List.of(
                entry("基準日", "As of", day(plan.asOf())),
                entry(
                        "「2035年」の読み方",
                        "Reading of \"2035\"",
                        plan.reading().label().in(language)),
                entry(
                        "量子計算機の想定時期",
                        "Quantum computer assumed",
                        say(plan.crqc() + "（計画上の想定であり予測ではない）", plan.crqc() + " (a planning date, not a forecast)")),
                entry("計画の最終四半期", "Last quarter planned", plan.horizon().toString()),
                entry("体制", "Capacity", roadmap.basis().label().in(language)),
                entry("作成", "Made by", "Shirube " + settings.toolVersion()));
    }

    private List<Entry> packs() {
        List<Entry> entries = new ArrayList<>();
        for (PackStamp pack : roadmap.packs()) {
            String adopted = pack.adoption() == Adoption.INTERNAL_RULE
                    ? say("内部規則として採用", "adopted as an internal rule")
                    : say("参考", "for information");
            entries.add(new Entry(
                    pack.id() + " " + pack.version(),
                    pack.name().in(language) + say("（", " (") + adopted + say("）", ")") + "\nsha256 " + pack.sha256()));
        }
        if (entries.isEmpty()) {
            entries.add(entry(
                    "―", "―", say("方針パックは適用していない。期限は示さない。", "No policy pack is in use: no deadlines are shown.")));
        }
        return entries;
    }

    private List<Entry> limits() {
        return List.of(
                entry(
                        "未調査",
                        "Not looked at",
                        say(
                                "調査していないもの、読めなかったものは別紙3に全件を示す。見つからなかったことは「ない」ことを意味しない。",
                                "Everything not looked at or not readable is listed in Annex 3. Not found does not mean none.")),
                entry(
                        "点数",
                        "Scores",
                        say(
                                "優先順位付けのための本製品独自の点数であり、公的な基準による評価ではない。未登録の値があるときは下限-上限で示す。",
                                "The product's own measure for ordering work, from no official standard; a range where a"
                                        + " value is not declared.")),
                entry(
                        "工数",
                        "Effort",
                        say(
                                "登録のない工数は仮置きである（様式4付表の「工数」）。見積りに置き換えること。",
                                "Effort that was not declared is a placeholder (Form 4 Annex, \"effort\"): replace it by an"
                                        + " estimate.")),
                entry(
                        "未検証・案",
                        "Unverified, draft",
                        say(
                                "「未検証」は原文を確認していない規則、「案」は確定前の文書を示す。",
                                "\"Unverified\" marks a rule whose text was not seen, \"draft\" a document that is not final.")));
    }

    private String day(LocalDate day) {
        return say(
                day.getYear() + "年（令和" + (day.getYear() - 2018) + "年）" + day.getMonthValue() + "月" + day.getDayOfMonth()
                        + "日",
                day.toString());
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private Entry entry(String ja, String en, String value) {
        return new Entry(say(ja, en), value);
    }

    private String say(String ja, String en) {
        return language.choose(ja, en);
    }
}
