package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.VendorRelease;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The forms of lead times, efforts and releases. */
final class OtherForms {

    private static final ResourceColumn<LeadTime, String> PROCUREMENT = ResourceColumn.text(
            new ColumnDraft("procurement", new Text("調達ID", "Procurement"), 14)
                    .also("調達種別", "procurement_id")
                    .must()
                    .note("調達の種類を表す短い記号。", "A short mark for the kind of procurement.")
                    .example("hsm"),
            CellKind.ID,
            LeadTime::procurement);

    private static final ResourceColumn<LeadTime, String> PROCUREMENT_NAME = ResourceColumn.text(
            new ColumnDraft("procurement_name", new Text("調達名称", "What is procured"), 26)
                    .example("HSM の更新（一般競争入札）", "HSM, open tender"),
            CellKind.TEXT,
            LeadTime::name);

    private static final ResourceColumn<LeadTime, Integer> MONTHS = ResourceColumn.of(
            new ColumnDraft("lead_months", new Text("所要月数", "Months"), 11)
                    .also("月数", "調達期間(月)")
                    .must()
                    .note("調達の要求から作業を始められるまでの月数。", "From the request to the start of work.")
                    .example("6"),
            ResourceCellKinds.LEAD_MONTHS,
            it -> Optional.of(it.months()));

    private static final ResourceColumn<LeadTime, Funding> FUNDING = ResourceColumn.of(
            new ColumnDraft("funding", new Text("予算手続", "Funding"), 20)
                    .note(
                            "「要求」は 8 月末までの要求で翌年 4 月から（慣例）。準備行為が可能なら月数は要求から、不可なら 4 月から数える。",
                            "A yearly request by the end of August is spent from next April (convention); the months count"
                                    + " from the request, or, where tenders wait for the money, from April.")
                    .example("要求（準備行為可）", "yearly request"),
            ResourceCellKinds.FUNDING,
            LeadTime::funding);

    private static final ResourceColumn<LeadTime, MonthDay> REQUEST_BY = ResourceColumn.of(
            new ColumnDraft("request_by", new Text("要求締切", "Request by"), 12)
                    .note(
                            "翌年 4 月の予算を要求できる最終日。空欄は慣例の 8 月 31 日。",
                            "Last day to ask for next April's money; 31 August by convention if empty.")
                    .example("11月30日", "11-30"),
            ResourceCellKinds.MONTH_AND_DAY,
            LeadTime::requestBy);

    private static final ResourceColumn<LeadTime, String> LEAD_NOTE =
            ResourceColumn.text(TeamForm.note(), CellKind.TEXT, LeadTime::note);

    static final ResourceForm<LeadTime> LEAD_TIMES = new ResourceForm<>(
            ResourceKind.LEAD_TIME,
            LeadTime.class,
            new Text(
                    "調達の種類ごとに、要求から作業開始までの期間。",
                    "For each kind of procurement, how long it takes from the request to the start of work."),
            List.of(PROCUREMENT, PROCUREMENT_NAME, MONTHS, FUNDING, REQUEST_BY, LEAD_NOTE),
            List.of(),
            false,
            OtherForms::leadTime);

    private static final ResourceColumn<EffortRate, EffortUnit> UNIT = ResourceColumn.of(
            new ColumnDraft("unit", new Text("単位", "Per"), 12)
                    .must()
                    .note("何 1 件当たりか。", "What is counted.")
                    .example("呼出箇所", "call site"),
            ResourceCellKinds.UNIT,
            it -> Optional.of(it.unit()));

    private static final ResourceColumn<EffortRate, Long> LOW =
            days("low", "下限", "low", it -> it.tenths().low());
    private static final ResourceColumn<EffortRate, Long> LIKELY =
            days("likely", "標準", "likely", it -> it.tenths().likely());
    private static final ResourceColumn<EffortRate, Long> HIGH =
            days("high", "上限", "high", it -> it.tenths().high());
    private static final ResourceColumn<EffortRate, Long> YEN_LOW =
            yen("low", "下限", "low", it -> it.yen().low());
    private static final ResourceColumn<EffortRate, Long> YEN_LIKELY =
            yen("likely", "標準", "likely", it -> it.yen().likely());
    private static final ResourceColumn<EffortRate, Long> YEN_HIGH =
            yen("high", "上限", "high", it -> it.yen().high());
    private static final ResourceColumn<EffortRate, String> EFFORT_NOTE =
            ResourceColumn.text(TeamForm.note(), CellKind.TEXT, EffortRate::note);

    private static final ResourceColumn<VendorRelease, String> PRODUCT = ResourceColumn.text(
            new ColumnDraft("product", new Text("製品", "Product"), 26)
                    .also("製品名")
                    .must()
                    .example("Example HSM"),
            CellKind.TEXT,
            VendorRelease::product);

    private static final ResourceColumn<VendorRelease, String> VERSION = ResourceColumn.text(
            new ColumnDraft("version", new Text("版", "Version"), 12)
                    .also("バージョン")
                    .note("必要な機能が入る版。", "The version that brings what is needed.")
                    .example("5.0"),
            CellKind.TEXT,
            VendorRelease::version);

    private static final ResourceColumn<VendorRelease, LocalDate> EARLIEST =
            day("earliest", "最早", "Earliest", "2027-10-01", VendorRelease::earliest);
    private static final ResourceColumn<VendorRelease, LocalDate> EXPECTED =
            day("expected", "見込み", "Likely", "2028-01-01", VendorRelease::likely);
    private static final ResourceColumn<VendorRelease, LocalDate> LATEST =
            day("latest", "最遅", "Latest", "2028-12-31", VendorRelease::latest);

    private static final ResourceColumn<VendorRelease, String> SOURCE = ResourceColumn.text(
            new ColumnDraft("source", new Text("出典", "Source"), 30)
                    .also("情報源")
                    .note("誰がいつ述べたか。", "Who said so, and when.")
                    .example("事業者回答 2026-10", "vendor's answer, 2026-10"),
            CellKind.TEXT,
            VendorRelease::source);

    private static final ResourceColumn<VendorRelease, String> RELEASE_NOTE =
            ResourceColumn.text(TeamForm.note(), CellKind.TEXT, VendorRelease::note);

    static final ResourceForm<VendorRelease> RELEASES = new ResourceForm<>(
            ResourceKind.RELEASE,
            VendorRelease.class,
            new Text(
                    "移行に必要な製品がいつ提供されるか。分からない日は空欄のままにする。",
                    "When products that a migration waits for will be there. Leave a day that nobody knows empty."),
            List.of(PRODUCT, VERSION, EARLIEST, EXPECTED, LATEST, SOURCE, RELEASE_NOTE),
            List.of(),
            false,
            OtherForms::release);

    private static final Expectation RISING =
            new Expectation("下限、標準、上限の順に大きくしてください。", "Amounts do not fall from low to high. Correct one of them.");
    private static final Expectation DAYS_RISING = new Expectation(
            "最早、見込み、最遅の順の日付にしてください。", "Dates do not fall from earliest to latest. Correct one of them.");
    private static final Expectation EMPTY_EFFORT = new Expectation("人日か円のいずれかを記入してください。", "Give person-days or yen.");

    private OtherForms() {}

    private static ResourceColumn<EffortRate, Long> days(
            String id, String japanese, String english, Function<EffortRate, Optional<Long>> value) {
        return ResourceColumn.of(
                new ColumnDraft(
                                "person_days_" + id,
                                new Text("人日(" + japanese + ")", "Person-days (" + english + ")"),
                                12)
                        .note("1 単位当たりの人日。小数第 1 位まで。", "For each unit, with at most one decimal.")
                        .example("0.5"),
                ResourceCellKinds.TENTHS,
                value);
    }

    private static ResourceColumn<EffortRate, Long> yen(
            String id, String japanese, String english, Function<EffortRate, Optional<Long>> value) {
        return ResourceColumn.of(
                new ColumnDraft("yen_" + id, new Text("円(" + japanese + ")", "Yen (" + english + ")"), 13)
                        .note("1 単位当たりの費用（委託費、機器など）。", "For each unit: contractors, equipment.")
                        .example("50000"),
                ResourceCellKinds.YEN,
                value);
    }

    private static ResourceColumn<VendorRelease, LocalDate> day(
            String id,
            String japanese,
            String english,
            String example,
            Function<VendorRelease, Optional<LocalDate>> value) {
        return ResourceColumn.of(
                new ColumnDraft(id, new Text(japanese, english), 13).example(example), CellKind.DAY, value);
    }

    /** The form of efforts, for those kinds of task. */
    static ResourceForm<EffortRate> efforts(Map<String, Text> tasks) {
        ResourceColumn<EffortRate, String> task = ResourceColumn.text(
                new ColumnDraft("task", new Text("作業種別", "Task"), 26)
                        .also("作業の種類", "task_kind")
                        .must()
                        .example(
                                tasks.values().stream()
                                        .findFirst()
                                        .map(Text::ja)
                                        .orElse(""),
                                tasks.values().stream()
                                        .findFirst()
                                        .map(Text::en)
                                        .orElse("")),
                ResourceCellKinds.task(tasks),
                EffortRate::task);
        return new ResourceForm<>(
                ResourceKind.EFFORT,
                EffortRate.class,
                new Text(
                        "作業種別ごとの工数と費用。記入した種別は、製品の仮定値をすべて置き換える。",
                        "Work and money for each kind of task. What is given here replaces all that is assumed for that kind."),
                List.of(task, UNIT, LOW, LIKELY, HIGH, YEN_LOW, YEN_LIKELY, YEN_HIGH, EFFORT_NOTE),
                List.of(),
                false,
                cells -> effort(cells, task));
    }

    private static List<LeadTime> leadTime(ResourceCells cells) {
        Optional<String> id = cells.must(PROCUREMENT);
        String name = cells.text(PROCUREMENT_NAME);
        Optional<Integer> months = cells.must(MONTHS);
        Optional<Funding> funding = cells.get(FUNDING);
        Optional<MonthDay> requestBy = cells.get(REQUEST_BY);
        String note = cells.text(LEAD_NOTE);
        return cells.valid()
                ? List.of(new LeadTime(id.orElseThrow(), name, months.orElseThrow(), funding, requestBy, note))
                : List.of();
    }

    private static List<EffortRate> effort(ResourceCells cells, ResourceColumn<EffortRate, String> taskColumn) {
        Optional<String> task = cells.must(taskColumn);
        Optional<EffortUnit> unit = cells.must(UNIT);
        Optional<Estimate> days = estimate(cells, LOW, LIKELY, HIGH);
        Optional<Estimate> yen = estimate(cells, YEN_LOW, YEN_LIKELY, YEN_HIGH);
        String note = cells.text(EFFORT_NOTE);
        if (cells.valid() && !days.orElseThrow().known() && !yen.orElseThrow().known()) {
            cells.problem(LIKELY, EMPTY_EFFORT);
        }
        return cells.valid()
                ? List.of(new EffortRate(
                        task.orElseThrow(), unit.orElseThrow(), days.orElseThrow(), yen.orElseThrow(), note))
                : List.of();
    }

    private static Optional<Estimate> estimate(
            ResourceCells cells,
            ResourceColumn<EffortRate, Long> lowColumn,
            ResourceColumn<EffortRate, Long> likelyColumn,
            ResourceColumn<EffortRate, Long> highColumn) {
        Optional<Long> low = cells.get(lowColumn);
        Optional<Long> likely = cells.get(likelyColumn);
        Optional<Long> high = cells.get(highColumn);
        if (!Estimate.rising(low, likely, high)) {
            cells.problem(likely.isPresent() ? likelyColumn : highColumn, RISING);
            return Optional.empty();
        }
        return Optional.of(new Estimate(low, likely, high));
    }

    private static List<VendorRelease> release(ResourceCells cells) {
        Optional<String> product = cells.must(PRODUCT);
        String version = cells.text(VERSION);
        Optional<LocalDate> earliest = cells.get(EARLIEST);
        Optional<LocalDate> likely = cells.get(EXPECTED);
        Optional<LocalDate> latest = cells.get(LATEST);
        String source = cells.text(SOURCE);
        String note = cells.text(RELEASE_NOTE);
        if (!VendorRelease.rising(earliest, likely, latest)) {
            cells.problem(likely.isPresent() ? EXPECTED : LATEST, DAYS_RISING);
        }
        return cells.valid()
                ? List.of(new VendorRelease(product.orElseThrow(), version, earliest, likely, latest, source, note))
                : List.of();
    }
}
