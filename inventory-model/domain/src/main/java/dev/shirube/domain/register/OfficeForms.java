package dev.shirube.domain.register;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.AnswerStatus;
import dev.shirube.domain.office.ExceptionCells;
import dev.shirube.domain.office.IssueAnswer;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.domain.office.TaskStatus;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells that offices fill in beside the register of systems: of tasks, of exceptions, and of open questions. */
final class OfficeForms {

    private static final Pattern REIWA_QUARTER = Pattern.compile("(?:令和|r)(\\d{1,2}|元)-([1-4])q");
    private static final Pattern QUARTER_BEHIND = Pattern.compile("(.+?)-?([1-4])q");

    /** A quarter of a fiscal year, in the spellings of headings and of the roadmap itself. */
    static final CellKind<FiscalQuarter> QUARTER = new CellKind<>(
            RegisterColumn.Form.TEXT,
            List.of(),
            new Expectation(
                    "四半期（例：R10-2Q、令和10年度第2四半期、2028Q2）で記入してください。",
                    "Give a quarter of a fiscal year, such as FY2028 Q2 or R10-2Q."),
            OfficeForms::quarter,
            (value, language) -> value.year() + "Q" + value.quarter());

    static final FillColumn<?> SYSTEM =
            FillColumn.of(new ColumnDraft(ExceptionCells.SYSTEM, new Text("システムID", "System ID"), 13), CellKind.ID);

    static final FillColumn<?> RULE =
            FillColumn.of(new ColumnDraft(ExceptionCells.RULE, new Text("根拠規則", "Rule"), 26), CellKind.TEXT);

    static final FillForm TASKS = new FillForm(
            "shirube-form-4/1",
            id("task_id", "作業ID", "Task ID"),
            List.of(
                    text(TaskEdit.ASSIGNEE, "担当者", "Assignee"),
                    FillColumn.of(
                            draft(TaskEdit.PERSON_DAYS, "工数見直し(人日)", "Revised days"), ResourceCellKinds.PERSON_DAYS),
                    FillColumn.of(draft(TaskEdit.START, "開始指定", "Start in"), QUARTER),
                    FillColumn.of(draft(TaskEdit.BEGUN, "開始実績", "Begun on"), CellKind.DAY),
                    FillColumn.of(draft(TaskEdit.FINISHED, "終了実績", "Finished on"), CellKind.DAY),
                    FillColumn.of(draft(TaskEdit.STATUS, "状況", "Status"), ResourceCellKinds.terms(TaskStatus.values())),
                    text(TaskEdit.NOTE, "備考", "Remarks")),
            unknown("この報告書にない作業IDです。ID を戻してください。", "The report has no task of that id. Give the id back."));

    static final FillForm EXCEPTIONS = new FillForm(
            "shirube-form-6/1",
            id("exception_id", "例外番号", "Exception"),
            List.of(
                    SYSTEM,
                    text(ExceptionCells.SUBJECT, "対象", "Subject"),
                    RULE,
                    text(ExceptionCells.REASON, "理由", "Reason"),
                    text(ExceptionCells.MEASURE, "代替措置", "Instead"),
                    text(ExceptionCells.APPROVER, "承認者", "Approved by"),
                    FillColumn.of(draft(ExceptionCells.GRANTED, "承認日", "Approved on"), CellKind.DAY),
                    FillColumn.of(draft(ExceptionCells.EXPIRES, "期限", "Expires"), CellKind.DAY)),
            unknown("例外番号を E-001 の形で記入してください。", "Give the exception an id such as E-001."));

    static final FillForm ISSUES = new FillForm(
            "shirube-form-7/1",
            id("issue_id", "識別子", "Issue ID"),
            List.of(
                    FillColumn.of(
                            draft(IssueAnswer.STATUS, "回答状況", "Answer status"),
                            ResourceCellKinds.terms(AnswerStatus.values())),
                    text(IssueAnswer.ANSWER, "回答", "Answer")),
            unknown("この報告書にない識別子です。識別子を戻してください。", "The report has no issue of that id. Give the id back."));

    private OfficeForms() {}

    static FillForm of(OfficeForm form) {
        return switch (form) {
            case TASKS -> TASKS;
            case EXCEPTIONS -> EXCEPTIONS;
            case ISSUES -> ISSUES;
        };
    }

    private static RegisterColumn id(String id, String japanese, String english) {
        return draft(id, japanese, english).must().column();
    }

    private static ColumnDraft draft(String id, String japanese, String english) {
        return new ColumnDraft(id, new Text(japanese, english), 12);
    }

    private static FillColumn<String> text(String id, String japanese, String english) {
        return FillColumn.of(draft(id, japanese, english), CellKind.TEXT);
    }

    private static Expectation unknown(String japanese, String english) {
        return new Expectation(japanese, english);
    }

    private static Optional<FiscalQuarter> quarter(String cell) {
        String text = CellText.compact(cell);
        Matcher reiwa = REIWA_QUARTER.matcher(text);
        Matcher behind = QUARTER_BEHIND.matcher(text);
        String heading = reiwa.matches()
                ? "令和" + reiwa.group(1) + "年度q" + reiwa.group(2)
                : behind.matches() ? behind.group(1) + "q" + behind.group(2) : text;
        return PeriodHeading.of(heading)
                .filter(it -> it.grain() == Grain.QUARTER)
                .map(FiscalPeriod::firstDay)
                .map(FiscalQuarter::of);
    }
}
