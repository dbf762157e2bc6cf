package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.ExceptionGrant;
import dev.shirube.domain.Language;
import dev.shirube.domain.office.ExceptionCells;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.domain.office.TaskStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes back what offices wrote into the forms of the plan: tasks, exceptions, answers; see {@link FillForm}. */
public final class OfficeReadBack {

    private static final Pattern EXCEPTION_ID = Pattern.compile("[Ee]-\\d{1,6}");

    private final OfficeForm form;
    private final Source source;
    private final LocalDate today;
    private final OfficeEdits kept;
    private final Set<String> systems;
    private final Set<String> rules;
    private final Language language;

    /**
     * Prepares to read one form.
     *
     * @param today nothing can have happened after it
     * @param kept what the office wrote before
     * @param systems ids of the register
     * @param rules ids of the rules in use
     * @param language of the titles in what changes
     */
    public OfficeReadBack(
            OfficeForm form,
            Source source,
            LocalDate today,
            OfficeEdits kept,
            Set<String> systems,
            Set<String> rules,
            Language language) {
        this.form = form;
        this.source = source;
        this.today = today;
        this.kept = kept;
        this.systems = Set.copyOf(systems);
        this.rules = Set.copyOf(rules);
        this.language = language;
    }

    /**
     * The cells of a form as they are now, for a report to carry.
     *
     * @param ids of all rows that the report has, those among them of which nothing is kept
     */
    public static List<List<String>> written(OfficeForm form, Collection<String> ids, OfficeEdits edits) {
        SortedMap<String, Map<String, String>> rows = new TreeMap<>();
        ids.forEach(id -> rows.put(id, edits.row(form, id)));
        return OfficeForms.of(form).written(rows);
    }

    /** What a form changes: everything as it would be kept then, and the rows that become others. */
    public record Changed(OfficeEdits edits, List<RegisterChange> changes) {
        /** Keeps an unmodifiable copy. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What an office filled in.
     *
     * @param sheets the tables of the file
     * @return the valid rows as they would be kept, and a problem for every other; empty where the file has not got the form
     */
    public Optional<Reading<Changed>> read(Collection<RegisterTable> sheets) {
        return OfficeForms.of(form)
                .read(sheets, id -> kept.row(form, id), this::known, this::faults)
                .map(this::applied);
    }

    /** A task or question is one that the report asked about; an exception may be a new one. */
    private boolean known(String id) {
        return kept.rows(form).containsKey(id)
                || form == OfficeForm.EXCEPTIONS && EXCEPTION_ID.matcher(id).matches();
    }

    private Reading<Changed> applied(Reading<List<FillForm.Filled>> reading) {
        OfficeEdits edits = kept;
        List<RegisterChange> changes = new ArrayList<>();
        for (FillForm.Filled row : reading.value()) {
            Map<String, Declaration<String>> declared = new TreeMap<>();
            row.cells()
                    .forEach((column, cell) -> declared.put(
                            column, source.declares(Optional.of(cell).filter(it -> !it.isEmpty()), row.row())));
            edits = edits.with(form, row.id(), declared);
            changes.add(
                    RegisterChange.of(row.id(), titled(kept.row(form, row.id())), titled(edits.row(form, row.id()))));
        }
        return new Reading<>(
                new Changed(edits, changes), reading.problems(), Map.of(), reading.headings(), reading.rows());
    }

    private Optional<Map<String, String>> titled(Map<String, String> cells) {
        Map<String, String> titled = new LinkedHashMap<>();
        for (FillColumn<?> column : OfficeForms.of(form).columns()) {
            if (cells.containsKey(column.id())) {
                titled.put(column.column().name(language), column.shown(cells.get(column.id()), language));
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(titled);
    }

    private List<FillForm.Fault> faults(SortedMap<String, String> cells) {
        return switch (form) {
            case TASKS -> task(TaskEdit.of(cells));
            case EXCEPTIONS -> exception(cells);
            case ISSUES -> List.of();
        };
    }

    private List<FillForm.Fault> task(TaskEdit task) {
        List<FillForm.Fault> faults = new ArrayList<>();
        task.begun().filter(it -> it.isAfter(today)).ifPresent(it -> faults.add(future(TaskEdit.BEGUN, it)));
        task.finished().filter(it -> it.isAfter(today)).ifPresent(it -> faults.add(future(TaskEdit.FINISHED, it)));
        task.finished().ifPresent(finished -> {
            if (task.begun().isEmpty()) {
                faults.add(new FillForm.Fault(TaskEdit.BEGUN, "", NOT_BEGUN));
            } else if (finished.isBefore(task.begun().get())) {
                faults.add(new FillForm.Fault(TaskEdit.FINISHED, finished.toString(), BEFORE_BEGUN));
            }
        });
        task.status()
                .filter(it -> !agrees(it, task))
                .ifPresent(it -> faults.add(
                        new FillForm.Fault(TaskEdit.STATUS, it.label().in(language), DISAGREES)));
        return faults;
    }

    private static boolean agrees(TaskStatus status, TaskEdit task) {
        return switch (status) {
            case DONE -> task.finished().isPresent();
            case UNDER_WAY -> task.begun().isPresent() && task.finished().isEmpty();
            case NOT_BEGUN -> task.begun().isEmpty() && task.finished().isEmpty();
            case TO_CONFIRM -> true;
        };
    }

    /** An exception without a cell was taken back; any other has all that an auditor asks for. */
    private List<FillForm.Fault> exception(SortedMap<String, String> cells) {
        List<FillForm.Fault> faults = new ArrayList<>();
        for (String column : cells.isEmpty() ? List.<String>of() : REQUIRED) {
            if (!cells.containsKey(column)) {
                faults.add(new FillForm.Fault(column, "", Expectation.REQUIRED));
            }
        }
        unknown(cells, ExceptionCells.SYSTEM, systems, NO_SYSTEM).ifPresent(faults::add);
        unknown(cells, ExceptionCells.RULE, rules, NO_RULE).ifPresent(faults::add);
        Optional<LocalDate> granted =
                Optional.ofNullable(cells.get(ExceptionCells.GRANTED)).map(LocalDate::parse);
        Optional<LocalDate> expires =
                Optional.ofNullable(cells.get(ExceptionCells.EXPIRES)).map(LocalDate::parse);
        granted.filter(it -> it.isAfter(today)).ifPresent(it -> faults.add(future(ExceptionCells.GRANTED, it)));
        if (granted.isPresent() && expires.isPresent() && !ExceptionGrant.lasts(granted.get(), expires.get())) {
            faults.add(new FillForm.Fault(ExceptionCells.EXPIRES, expires.get().toString(), TOO_LONG));
        }
        return faults;
    }

    private static Optional<FillForm.Fault> unknown(
            Map<String, String> cells, String column, Set<String> known, Expectation expectation) {
        return Optional.ofNullable(cells.get(column))
                .filter(it -> !known.contains(it))
                .map(it -> new FillForm.Fault(column, it, expectation));
    }

    private FillForm.Fault future(String column, LocalDate day) {
        return new FillForm.Fault(
                column,
                day.toString(),
                new Expectation(
                        "基準日 " + today + " より後の日付です。実績は起きてから記入してください。",
                        "The day is after the as-of date " + today + ". Write down what happened once it has."));
    }

    private static final List<String> REQUIRED = List.of(
            ExceptionCells.SYSTEM,
            ExceptionCells.RULE,
            ExceptionCells.REASON,
            ExceptionCells.APPROVER,
            ExceptionCells.GRANTED,
            ExceptionCells.EXPIRES);

    private static final Expectation NOT_BEGUN = new Expectation(
            "終了実績があるのに開始実績が空欄です。開始した日を記入してください。", "The task was finished but never begun. Give the day it began.");
    private static final Expectation BEFORE_BEGUN = new Expectation(
            "開始実績より前の日付です。どちらかを直してください。", "The day is before the one it began on. Correct one of the two.");
    private static final Expectation DISAGREES = new Expectation(
            "実績の日付と合いません。○ 完了には終了実績、△ 対応中には開始実績のみ、× 未着手には実績なしとしてください。",
            "It does not agree with the dates: done needs the day it was finished, under way only the day it began, not begun none.");
    private static final Expectation NO_SYSTEM = new Expectation(
            "台帳にないシステムIDです。様式1のシステムIDを記入してください。", "The register has no system of that id. Give an id of form 1.");
    private static final Expectation NO_RULE = new Expectation(
            "適用中の方針にない規則です。別紙1の規則IDを記入してください。", "No policy in use has that rule. Give the id of a rule of annex 1.");
    private static final Expectation TOO_LONG = new Expectation(
            "例外は承認日から 1 年以内です。期限を直し、必要なら期限前に承認し直してください。",
            "An exception lasts at most one year from its approval. Correct the day; renew it before then if need be.");
}
