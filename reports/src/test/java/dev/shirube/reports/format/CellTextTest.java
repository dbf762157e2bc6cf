package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @Test
    void removesControlCharactersReorderingMarksAndLoneSurrogatesButKeepsLinesAndJapanese() {
        assertThat(CellText.clean("a\u0000b\u0007c\td\u001b[31m\n鍵𠮷\u202Ex\uD800\uFFFE"))
                .isEqualTo("abcd[31m\n鍵𠮷x");
    }

    @Test
    void cutsAtExcelsLimitWithAMarkAndNeverInsideACharacter() {
        String cut = CellText.clean("x" + "𠮷".repeat(20_000));
        assertThat(cut).hasSizeLessThanOrEqualTo(CellText.LIMIT).endsWith(CellText.CUT);
        assertThat(cut.codePoints()
                        .filter(point -> point >= 0xD800 && point <= 0xDFFF)
                        .count())
                .isZero();
        assertThat(CellText.clean("x".repeat(CellText.LIMIT)))
                .hasSize(CellText.LIMIT)
                .doesNotContain(CellText.CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1"})
    void knowsWhatASpreadsheetWouldRun(String text) {
        assertThat(CellText.looksLikeFormula(text)).isTrue();
        assertThat(CellText.guard(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "'=1", "''=1", "'", "'a", "a=1", "", "-"})
    void guardingLosesNothing(String text) {
        assertThat(CellText.unguard(CellText.guard(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_x0041_", "a_x000D_b", "_x005F_x0041_", "_xyz_", "__x0041_"})
    void escapesWhatReadersOfAWorkbookWouldDecode(String text) {
        assertThat(CellText.fromWorkbook(CellText.forWorkbook(text))).isEqualTo(text);
    }
}
