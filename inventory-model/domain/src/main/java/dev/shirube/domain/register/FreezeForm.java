package dev.shirube.domain.register;

import dev.shirube.domain.Text;
import dev.shirube.domain.register.ResourceCellKinds.Repeat;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.ResourceKind;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;

/** The form of freezes: days on which nothing is done, or nothing is cut over. */
final class FreezeForm {

    private static final ResourceColumn<Freeze, String> NAME = ResourceColumn.text(
            new ColumnDraft("name", new Text("名称", "Name"), 26).must().example("年末年始", "Turn of the year"),
            CellKind.TEXT,
            Freeze::name);

    private static final ResourceColumn<Freeze, FreezeEffect> EFFECT = ResourceColumn.of(
            new ColumnDraft("effect", new Text("影響", "Stops"), 13)
                    .must()
                    .note("作業も止まるか、切替え（本番変更）だけ止まるか。", "Whether all work stops, or only the cut-over.")
                    .example("作業停止", "no work"),
            ResourceCellKinds.EFFECT,
            it -> Optional.of(it.effect()));

    private static final ResourceColumn<Freeze, FreezeScope> SCOPE = ResourceColumn.of(
            new ColumnDraft("scope", new Text("対象区分", "Holds for"), 12)
                    .must()
                    .note("全体か、一つのチームか、一つのシステムか。", "The whole office, one team or one system.")
                    .example("全体", "office"),
            ResourceCellKinds.SCOPE,
            it -> Optional.of(it.scope()));

    private static final ResourceColumn<Freeze, String> TARGET = ResourceColumn.text(
            new ColumnDraft("target", new Text("対象ID", "Team or system"), 14)
                    .note("チーム又はシステムの ID。全体のときは空欄。", "Id of the team or system; empty for the office.")
                    .example("juki"),
            CellKind.ID,
            Freeze::target);

    private static final ResourceColumn<Freeze, Repeat> REPEAT = ResourceColumn.of(
            new ColumnDraft("repeats", new Text("繰返し", "Repeats"), 12)
                    .note(
                            "毎年か、一回か。空欄なら、月日だけなら毎年、日付なら一回。",
                            "Every year or once; if empty, a month and day is every year, a date is once.")
                    .example("毎年", "every year"),
            ResourceCellKinds.REPEAT,
            it -> Optional.of(it.days() instanceof Freeze.Yearly ? Repeat.YEARLY : Repeat.ONCE));

    private static final ResourceColumn<Freeze, TemporalAccessor> FIRST = ResourceColumn.of(
            new ColumnDraft("first_day", new Text("凍結開始", "First day"), 14)
                    .also("凍結開始日")
                    .must()
                    .example("12月29日", "12-29"),
            ResourceCellKinds.FREEZE_DAY,
            it -> Optional.of(
                    it.days() instanceof Freeze.Yearly yearly ? yearly.from() : ((Freeze.Once) it.days()).from()));

    private static final ResourceColumn<Freeze, TemporalAccessor> LAST = ResourceColumn.of(
            new ColumnDraft("last_day", new Text("凍結終了", "Last day"), 14)
                    .also("凍結終了日")
                    .must()
                    .note(
                            "この日を含む。毎年の場合、開始より前の月日は翌年。",
                            "Included; every year, a day before the first one lies in the next year.")
                    .example("1月3日", "01-03"),
            ResourceCellKinds.FREEZE_DAY,
            it -> Optional.of(
                    it.days() instanceof Freeze.Yearly yearly ? yearly.until() : ((Freeze.Once) it.days()).until()));

    private static final ResourceColumn<Freeze, String> NOTE =
            ResourceColumn.text(TeamForm.note(), CellKind.TEXT, Freeze::note);

    static final ResourceForm<Freeze> FORM = new ResourceForm<>(
            ResourceKind.FREEZE,
            Freeze.class,
            new Text(
                    "閉庁、決算、年末年始、選挙など、作業又は切替えをしない期間。",
                    "Days without work or cut-over: a closed office, the closing of accounts, the turn of the year, an election."),
            List.of(NAME, EFFECT, SCOPE, TARGET, REPEAT, FIRST, LAST, NOTE),
            List.of(),
            false,
            FreezeForm::read);

    private static final Expectation TARGET_OF_OFFICE =
            new Expectation("対象区分が全体のときは空欄にしてください。", "Leave it empty for the whole office.");
    private static final Expectation ORDER =
            new Expectation("凍結終了が凍結開始より前です。どちらかを修正してください。", "The last day is before the first. Correct one of them.");
    private static final Expectation DATE = new Expectation(
            "一回の凍結は年を含む日付（例：2027-03-01）で記入してください。",
            "Give a date with its year, such as 2027-03-01, for a freeze that is once.");
    private static final Expectation BOTH_ALIKE =
            new Expectation("開始と終了は、両方とも月日か、両方とも日付にしてください。", "Give both days with a year, or both without one.");

    private FreezeForm() {}

    private static List<Freeze> read(ResourceCells cells) {
        Optional<String> name = cells.must(NAME);
        Optional<FreezeEffect> effect = cells.must(EFFECT);
        Optional<FreezeScope> scope = cells.must(SCOPE);
        boolean office = scope.equals(Optional.of(FreezeScope.OFFICE));
        Optional<String> target = office ? cells.get(TARGET) : cells.must(TARGET);
        if (office && target.isPresent()) {
            cells.problem(TARGET, TARGET_OF_OFFICE);
        }
        Optional<Repeat> repeat = cells.get(REPEAT);
        Optional<TemporalAccessor> first = cells.must(FIRST);
        Optional<TemporalAccessor> last = cells.must(LAST);
        String note = cells.text(NOTE);
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        Optional<Freeze.Days> days = days(cells, repeat, first.get(), last.get());
        return cells.valid() && days.isPresent()
                ? List.of(new Freeze(
                        name.orElseThrow(),
                        effect.orElseThrow(),
                        scope.orElseThrow(),
                        target.orElse(""),
                        days.get(),
                        note))
                : List.of();
    }

    private static Optional<Freeze.Days> days(
            ResourceCells cells, Optional<Repeat> repeat, TemporalAccessor first, TemporalAccessor last) {
        boolean dates = first instanceof LocalDate && last instanceof LocalDate;
        boolean bare = first instanceof MonthDay && last instanceof MonthDay;
        boolean yearly = repeat.map(it -> it == Repeat.YEARLY).orElse(bare);
        // A spreadsheet turns a month and day that is typed into it into a date of the current year.
        if (yearly) {
            return Optional.of(new Freeze.Yearly(MonthDay.from(first), MonthDay.from(last)));
        }
        if (!dates) {
            cells.problem(first instanceof LocalDate ? LAST : FIRST, repeat.isPresent() ? DATE : BOTH_ALIKE);
            return Optional.empty();
        }
        LocalDate from = LocalDate.from(first);
        LocalDate until = LocalDate.from(last);
        if (until.isBefore(from)) {
            cells.problem(LAST, ORDER);
            return Optional.empty();
        }
        return Optional.of(new Freeze.Once(from, until));
    }
}
