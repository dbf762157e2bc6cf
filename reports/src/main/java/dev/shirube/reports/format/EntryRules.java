package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.TableColumn;
import dev.shirube.reports.table.Word;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;

/** What Excel checks and tells while an owner fills in a yellow cell. */
record EntryRules(Sheet sheet, Language language) {

    void apply(List<TableColumn> columns, int firstRow, int lastRow) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).input()) {
                apply(columns.get(i), new CellRangeAddressList(firstRow, lastRow, i, i));
            }
        }
    }

    private void apply(TableColumn column, CellRangeAddressList range) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation rule = helper.createValidation(constraint(helper, column), range);
        rule.setEmptyCellAllowed(true);
        rule.setShowErrorBox(true);
        rule.createErrorBox("Shirube", expected(column));
        String note = column.note().in(language);
        if (!note.isEmpty()) {
            rule.setShowPromptBox(true);
            rule.createPromptBox(column.title().in(language).replace('\n', ' '), note);
        }
        sheet.addValidationData(rule);
    }

    private DataValidationConstraint constraint(DataValidationHelper helper, TableColumn column) {
        return switch (column.kind()) {
            case CHOICE -> helper.createExplicitListConstraint(words(column.choices()));
            case NUMBER -> helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "9999");
            // Serial numbers of 2000-01-01 and 2199-12-31, as ECMA-376 part 1 section 18.17.4.1 counts days.
            case DATE -> helper.createDateConstraint(OperatorType.BETWEEN, "36526", "109574", null);
            case TEXT, BAND -> helper.createTextLengthConstraint(OperatorType.BETWEEN, "0", "1000");
        };
    }

    private String expected(TableColumn column) {
        return switch (column.kind()) {
            case CHOICE -> language.choose("一覧から選んでください。", "Choose from the list.");
            case NUMBER -> language.choose("0〜9999 の整数を入力してください。", "Enter a whole number from 0 to 9999.");
            case DATE -> language.choose("日付を入力してください（例：2030/3/31）。", "Enter a date, for example 2030-03-31.");
            case TEXT, BAND -> language.choose("1000 字以内で入力してください。", "Enter at most 1000 characters.");
        };
    }

    private String[] words(List<Word> choices) {
        return choices.stream().map(it -> it.label().in(language)).toArray(String[]::new);
    }
}
