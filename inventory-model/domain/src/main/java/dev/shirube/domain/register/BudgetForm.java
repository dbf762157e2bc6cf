package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of budgets: a row for each line and fiscal year, or one for a line with a column for each year. */
final class BudgetForm {

    private static final ResourceColumn<BudgetAllotment, String> LINE = ResourceColumn.text(
            new ColumnDraft("budget_line", new Text("予算科目", "Budget line"), 18)
                    .also("予算ID", "予算費目", "予算事業名", "line")
                    .note(
                            "部局に予算が一つなら空欄。システム台帳の「予算科目」と同じもの。",
                            "Empty where the department has only one; as in the register of systems.")
                    .example("情報システム管理費", "systems administration"),
            CellKind.ID,
            BudgetAllotment::line);

    private static final ResourceColumn<BudgetAllotment, String> DEPARTMENT = ResourceColumn.text(
            new ColumnDraft("owner_department", new Text("担当部局", "Owner department"), 18)
                    .also("owner", "department", "部局", "所管部局", "担当部署")
                    .note("システム台帳の「担当部局」と同じ表記。", "Written as in the register of systems.")
                    .example("市民課", "Residents' division"),
            CellKind.TEXT,
            BudgetAllotment::department);

    private static final ResourceColumn<BudgetAllotment, Integer> YEAR = ResourceColumn.of(
            new ColumnDraft("fiscal_year", new Text("年度", "Fiscal year"), 12)
                    .also("会計年度", "予算年度")
                    .must()
                    .note("4月～翌年3月。繰越しは見込まない。", "April to March; nothing is carried over.")
                    .example("令和9年度", "2027"),
            CellKind.FISCAL_YEAR,
            it -> Optional.of(it.fiscalYear()));

    private static final ResourceColumn<BudgetAllotment, Long> YEN = ResourceColumn.of(
            new ColumnDraft("yen", new Text("金額(円)", "Yen"), 16)
                    .also("金額", "予算額", "予算額(円)", "amount")
                    .must()
                    .note("円。1,200千円、3百万円とも書ける。", "Whole yen.")
                    .example("12,000,000"),
            ResourceCellKinds.YEN,
            it -> Optional.of(it.yen()));

    private static final ResourceColumn<BudgetAllotment, BudgetState> STATE = ResourceColumn.of(
            new ColumnDraft("state", new Text("状態", "State"), 11)
                    .also("予算の状態")
                    .note("要求、内示、成立のどの段階か。", "How far it has come: requested, planned in the draft budget, or granted.")
                    .example("要求", "requested"),
            ResourceCellKinds.STATE,
            BudgetAllotment::state);

    private static final ResourceColumn<BudgetAllotment, List<String>> PAYS_FOR = ResourceColumn.of(
            new ColumnDraft("pays_for", new Text("使途", "Pays for"), 24)
                    .also("対象", "充当先")
                    .note(
                            "充ててよいシステムID、作業種別、調達ID。複数は「、」で区切る。空欄は制限なし。",
                            "Systems, kinds of task or procurements that it may pay for, separated by semicolons; anything if empty.")
                    .example("juki、hsm", "juki; hsm"),
            CellKind.NAMES,
            it -> it.paysFor().isEmpty() ? Optional.empty() : Optional.of(it.paysFor()));

    private static final ResourceColumn<BudgetAllotment, String> NOTE =
            ResourceColumn.text(TeamForm.note(), CellKind.TEXT, BudgetAllotment::note);

    /** The department, where one column of ids serves teams and budgets alike. */
    private static final ResourceColumn<BudgetAllotment, String> ID = ResourceColumn.text(
            new ColumnDraft("id", new Text("ID", "ID"), 12).also("team_id", "チームID", "team"), CellKind.TEXT, it -> "");

    private static final ResourceColumn<BudgetAllotment, String> NAME = ResourceColumn.text(
            new ColumnDraft("name", new Text("名称", "Name"), 26).also("チーム名"), CellKind.TEXT, it -> "");

    static final ResourceForm<BudgetAllotment> FORM = new ResourceForm<>(
            ResourceKind.BUDGET,
            BudgetAllotment.class,
            new Text(
                    "年度ごとに 1 行。要求中の金額も記入し、状態で区別する。",
                    "One row for each line and fiscal year. Give what is only requested too: the state tells them apart."),
            List.of(LINE, DEPARTMENT, YEAR, YEN, STATE, PAYS_FOR, NOTE),
            List.of(ID, NAME),
            true,
            BudgetForm::read);

    private static final Expectation NOBODY =
            new Expectation("予算科目か担当部局を記入してください。", "Give the budget line or the department.");

    private BudgetForm() {}

    private static List<BudgetAllotment> read(ResourceCells cells) {
        String line = cells.text(LINE);
        String id = cells.text(ID);
        cells.text(NAME);
        String named = cells.text(DEPARTMENT);
        String department = named.isEmpty() ? id : named;
        Optional<BudgetState> state = cells.get(STATE);
        List<String> paysFor = cells.get(PAYS_FOR).orElse(List.of());
        String note = cells.text(NOTE);
        if (line.isEmpty() && department.isEmpty()) {
            cells.problem(DEPARTMENT, NOBODY);
        }
        Map<FiscalPeriod, Long> byYear = cells.periods(ResourceCellKinds.YEN);
        byYear.forEach((period, yen) -> {
            if (period.grain() != Grain.YEAR) {
                cells.problem(period.id(), yen.toString(), Expectation.BUDGET_BY_YEAR);
            }
        });
        List<BudgetAllotment> all = new ArrayList<>();
        if (byYear.isEmpty()) {
            Optional<Integer> year = cells.must(YEAR);
            Optional<Long> yen = cells.must(YEN);
            if (cells.valid() && year.isPresent() && yen.isPresent()) {
                all.add(new BudgetAllotment(line, department, year.get(), yen.get(), state, paysFor, note));
            }
        } else if (cells.valid()) {
            byYear.forEach((period, yen) ->
                    all.add(new BudgetAllotment(line, department, period.fiscalYear(), yen, state, paysFor, note)));
        }
        return all;
    }
}
