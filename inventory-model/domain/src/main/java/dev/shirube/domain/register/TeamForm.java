package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Affiliation;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.domain.resources.TeamCapacity.Usual;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The form of teams: who they are, what they usually give, and a column for each period that is an exception. */
final class TeamForm {

    static final ResourceColumn<TeamCapacity, String> ID = ResourceColumn.text(
            new ColumnDraft("id", new Text("ID", "ID"), 12)
                    .also("team_id", "チームID", "team")
                    .must()
                    .note("短い記号。システム台帳の「担当チーム」に書くもの。", "A short mark: what the register of systems names as team.")
                    .example("kiban"),
            CellKind.ID,
            TeamCapacity::id);

    static final ResourceColumn<TeamCapacity, String> NAME = ResourceColumn.text(
            new ColumnDraft("name", new Text("名称", "Name"), 26).also("チーム名").example("基盤チーム", "Platform team"),
            CellKind.TEXT,
            it -> it.name().equals(it.id()) ? "" : it.name());

    private static final ResourceColumn<TeamCapacity, Affiliation> AFFILIATION = ResourceColumn.of(
            new ColumnDraft("affiliation", new Text("職員・委託", "Affiliation"), 12)
                    .note("職員か、人日で費用が掛かる委託先か。", "People of the office, or a contractor paid by the person-day.")
                    .example("職員", "staff"),
            ResourceCellKinds.AFFILIATION,
            TeamCapacity::affiliation);

    private static final ResourceColumn<TeamCapacity, Long> COST = ResourceColumn.of(
            new ColumnDraft("yen_per_person_day", new Text("人日単価(円)", "Yen per person-day"), 14)
                    .also("人日単価", "単価")
                    .note("1人日当たりの費用。", "What one person-day costs.")
                    .example("60000"),
            ResourceCellKinds.YEN,
            TeamCapacity::yenPerPersonDay);

    private static final ResourceColumn<TeamCapacity, Integer> USUAL = ResourceColumn.of(
            new ColumnDraft("usual_person_days", new Text("通常の人日", "Usual person-days"), 12)
                    .note(
                            "例外の列がない期間の人日。「単位期間」も記入する。",
                            "For every period without a column of its own; fill in the next column too.")
                    .example("30"),
            ResourceCellKinds.PERSON_DAYS,
            it -> it.usual().map(Usual::personDays));

    private static final ResourceColumn<TeamCapacity, Grain> EVERY = ResourceColumn.of(
            new ColumnDraft("every", new Text("単位期間", "Every"), 11)
                    .note(
                            "「通常の人日」が月、四半期、年度のどれ当たりか。",
                            "Whether the usual person-days are for a month, a quarter or a year.")
                    .example("四半期", "quarter"),
            ResourceCellKinds.GRAIN,
            it -> it.usual().map(Usual::every));

    private static final ResourceColumn<TeamCapacity, LocalDate> FROM = ResourceColumn.of(
            new ColumnDraft("from", new Text("開始日", "From"), 13)
                    .note("体制が始まる日。空欄は制限なし。", "First day on which they are there; open if empty.")
                    .example("2027-04-01"),
            CellKind.DAY,
            TeamCapacity::from);

    private static final ResourceColumn<TeamCapacity, LocalDate> UNTIL = ResourceColumn.of(
            new ColumnDraft("until", new Text("終了日", "Until"), 13)
                    .note("体制が終わる日。空欄は制限なし。", "Last day on which they are there; open if empty.")
                    .example("2031-03-31"),
            CellKind.DAY,
            TeamCapacity::until);

    private static final ResourceColumn<TeamCapacity, String> NOTE =
            ResourceColumn.text(note(), CellKind.TEXT, TeamCapacity::note);

    static final ResourceForm<TeamCapacity> FORM = new ResourceForm<>(
            ResourceKind.TEAM,
            TeamCapacity.class,
            new Text(
                    "移行を担う人の人日。期間ごとに違うときは「令和9年度」「令和9年度Q1」「2027-04」の見出しで列を足す。空欄は未記入であり 0 ではない。",
                    "Person-days of those who migrate. Add a column headed FY2027, FY2027Q1 or 2027-04 where a period differs."
                            + " An empty cell is unknown, not 0."),
            List.of(ID, NAME, AFFILIATION, COST, USUAL, EVERY, FROM, UNTIL, NOTE),
            List.of(),
            true,
            TeamForm::read);

    private static final Expectation BOTH =
            new Expectation("「通常の人日」と「単位期間」は両方記入してください。", "Fill in both the usual person-days and what they are for.");
    private static final Expectation ORDER =
            new Expectation("終了日が開始日より前です。どちらかを修正してください。", "The last day is before the first. Correct one of them.");

    private TeamForm() {}

    /** The remarks at the end of every form. */
    static ColumnDraft note() {
        return new ColumnDraft("note", new Text("備考", "Notes"), 28).also("notes", "remarks", "摘要");
    }

    private static List<TeamCapacity> read(ResourceCells cells) {
        Optional<String> id = cells.must(ID);
        String name = cells.text(NAME);
        Optional<Affiliation> affiliation = cells.get(AFFILIATION);
        Optional<Long> cost = cells.get(COST);
        Optional<Integer> usual = cells.get(USUAL);
        Optional<Grain> every = cells.get(EVERY);
        Optional<LocalDate> from = cells.get(FROM);
        Optional<LocalDate> until = cells.get(UNTIL);
        SortedMap<FiscalPeriod, Integer> personDays = cells.periods(ResourceCellKinds.PERSON_DAYS);
        String note = cells.text(NOTE);
        if (usual.isPresent() != every.isPresent() && cells.valid()) {
            cells.problem(usual.isPresent() ? EVERY : USUAL, BOTH);
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            cells.problem(UNTIL, ORDER);
        }
        if (!cells.valid() || id.isEmpty()) {
            return List.of();
        }
        Optional<Usual> both = usual.map(it -> new Usual(it, every.orElseThrow()));
        return List.of(new TeamCapacity(
                id.get(), name.isEmpty() ? id.get() : name, affiliation, cost, both, from, until, personDays, note));
    }
}
