package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrappedLinesTest {
    @ParameterizedTest
    @CsvSource({
        "'', 10, 1",
        "暗号利用箇, 10, 1",
        "暗号利用箇所, 10, 2",
        "composites: Bouncy Castle, 18, 2",
        "aaaa bbbb cccc, 6, 3",
        "aaaaaaaaaaaaaaaaaaaaaaaaa, 10, 3",
        "T-c5150e1677c8, 12, 2",
        "鍵の aaaa, 8, 2"
    })
    void wordsStayWholeAndJapaneseBreaksAnywhere(String text, int width, int lines) {
        assertThat(WrappedLines.count(text, width, 9)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({"a|b, 2", "a||b, 3", "a|, 2"})
    void lineFeedsCount(String text, int lines) {
        assertThat(WrappedLines.count(text.replace('|', '\n'), 10, 9)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "9, 9"})
    void countsNoFurtherThanAskedFor(int most, int lines) {
        assertThat(WrappedLines.count("a\n".repeat(1000), 10, most)).isEqualTo(lines);
    }
}
