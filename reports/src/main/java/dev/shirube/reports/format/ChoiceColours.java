package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.TableColumn;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * Underlines by colour the word that an owner chose, as soon as it is chosen (ECMA-376 part 1, section 18.3.1.18). The word,
 * which begins with a symbol, says the same without it.
 */
record ChoiceColours(Sheet sheet, Language language) {

    void apply(List<TableColumn> columns, int firstRow, int lastRow) {
        for (int i = 0; i < columns.size(); i++) {
            for (Word choice : columns.get(i).choices()) {
                if (columns.get(i).input() && choice.tone() != Tone.PLAIN) {
                    apply(choice, i, firstRow, lastRow);
                }
            }
        }
    }

    private void apply(Word choice, int column, int firstRow, int lastRow) {
        SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        String cell = "$" + CellReference.convertNumToColString(column) + (firstRow + 1);
        String word = choice.label().in(language).replace("\"", "\"\"");
        ConditionalFormattingRule rule = formats.createConditionalFormattingRule(cell + "=\"" + word + "\"");
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        fill.setFillBackgroundColor(Palette.of(choice.tone()).color());
        CellRangeAddress[] cells = {new CellRangeAddress(firstRow, lastRow, column, column)};
        formats.addConditionalFormatting(cells, rule);
    }
}
