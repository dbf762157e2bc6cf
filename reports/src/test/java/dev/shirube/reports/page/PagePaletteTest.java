package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 computes it (1.4.3 for text, 1.4.11 for what is drawn), in light and in dark. */
class PagePaletteTest {
    private static final Pattern PAIR =
            Pattern.compile("--([a-z-]+):\\s*light-dark\\(\\s*(#[0-9a-f]{3,6}),\\s*(#[0-9a-f]{3,6})\\)");
    private static final double TEXT = 4.5;
    private static final double DRAWN = 3;

    private static final Map<String, String[]> COLOURS = colours();

    @ParameterizedTest
    @CsvSource({
        "ink, ground",
        "ink, paper",
        "ink, raised",
        "ink, selected",
        "muted, ground",
        "muted, paper",
        "muted, raised",
        "muted, selected",
        "accent, paper",
        "accent, ground",
        "accent, raised",
        "accent, selected",
        "on-accent, accent",
        "on-banner, banner",
        "on-good, good",
        "on-caution, caution",
        "on-danger, danger",
        "on-danger, paper",
        "on-quiet, quiet",
        "ink, input",
        "on-late, late"
    })
    void textCanBeRead(String text, String ground) {
        assertThat(contrast(text, ground, 0)).as("light").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(text, ground, 1)).as("dark").isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "late, paper",
        "late, raised",
        "wait, paper",
        "span, raised",
        "today, paper",
        "today, raised",
        "strong-line, paper",
        "strong-line, ground",
        "accent, ground",
        "late, danger",
        "bar, paper",
        "series-two, paper",
        "series-three, paper",
        "series-four, paper",
        "span, paper"
    })
    void whatIsDrawnCanBeSeen(String drawn, String ground) {
        assertThat(contrast(drawn, ground, 0)).as("light").isGreaterThanOrEqualTo(DRAWN);
        assertThat(contrast(drawn, ground, 1)).as("dark").isGreaterThanOrEqualTo(DRAWN);
    }

    private static double contrast(String one, String other, int theme) {
        double first = luminance(COLOURS.get(one)[theme]);
        double second = luminance(COLOURS.get(other)[theme]);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> colours() {
        Map<String, String[]> colours = new TreeMap<>();
        Matcher pair = PAIR.matcher(PageFrame.standard().style());
        while (pair.find()) {
            colours.put(pair.group(1), new String[] {pair.group(2), pair.group(3)});
        }
        return colours;
    }
}
