package dev.shirube.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {
    private enum Level implements Choice, Mark {
        LOW,
        HIGH;

        @Override
        public Text label() {
            return new Text(this == LOW ? "低" : "高", this == LOW ? "low" : "high");
        }

        @Override
        public Tone tone() {
            return this == HIGH ? Tone.DANGER : Tone.PLAIN;
        }

        @Override
        public Text symbol() {
            return Text.same(this == HIGH ? "!" : "");
        }

        @Override
        public Shade shade() {
            return Shade.BAR;
        }

        @Override
        public Text meaning() {
            return label();
        }
    }

    @Sheet(ja = "見本", en = "Sample", frozen = 2)
    private record Row(
            @Column(ja = "名", en = "Name") Text name,
            @Column(ja = "数", en = "Count") OptionalInt count,
            @Column(ja = "日", en = "Day", input = true) Optional<LocalDate> day,
            @Column(ja = "水準", en = "Level") Optional<Level> level,
            @Column(ja = "期", en = "Quarter") List<Level> band,
            String notAColumn) {}

    private static final Band BAND = new Band(List.of(heading("令和8年度"), heading("令和8年度"), heading("令和9年度")));
    private static final Row ROW = new Row(
            new Text("鍵", "key"),
            OptionalInt.empty(),
            Optional.of(LocalDate.of(2031, 3, 31)),
            Optional.of(Level.HIGH),
            List.of(Level.LOW, Level.HIGH, Level.LOW),
            "x");

    @Test
    void aComponentIsAColumnAndABandIsAColumnForEachHeading() {
        List<TableColumn> columns = Table.of(Row.class, BAND, List.of(ROW)).columns();
        assertThat(columns)
                .extracting(TableColumn::id)
                .containsExactly("name", "count", "day", "level", "band.0", "band.1", "band.2");
        assertThat(columns)
                .extracting(TableColumn::kind)
                .startsWith(Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.CHOICE, Kind.BAND);
        assertThat(columns.get(2).input()).isTrue();
        assertThat(columns.get(3).choices()).extracting(it -> it.label().ja()).containsExactly("低", "高");
        assertThat(columns.get(4).inBand()).isTrue();
        assertThat(BAND.startsGroup(0)).isTrue();
        assertThat(BAND.startsGroup(1)).isFalse();
        assertThat(BAND.startsGroup(2)).isTrue();
    }

    @Test
    void cellsAreInTheLanguageAskedForAndWhatIsNotKnownStaysEmpty() {
        Table<Row> table = Table.of(Row.class, BAND, List.of(ROW));
        assertThat(table.cells(ROW, Language.EN))
                .containsExactly(
                        new Cell.Text("key", Tone.PLAIN),
                        Cell.EMPTY,
                        new Cell.Date(LocalDate.of(2031, 3, 31)),
                        new Cell.Text("high", Tone.DANGER),
                        new Cell.Marked(Level.LOW),
                        new Cell.Marked(Level.HIGH),
                        new Cell.Marked(Level.LOW));
        assertThat(table.cells(ROW, Language.JA)).startsWith(new Cell.Text("鍵", Tone.PLAIN));
        assertThat(table.legend()).containsExactly(Level.LOW, Level.HIGH);
    }

    @Test
    void aBandOfTheWrongLengthIsRefused() {
        Table<Row> table = Table.of(Row.class, new Band(List.of(heading("x"))), List.of(ROW));
        assertThatThrownBy(() -> table.cells(ROW, Language.JA)).hasMessageContaining("3 marks for a band of 1");
    }

    private record Plain(@Column(ja = "名", en = "Name") String name) {}

    @Sheet(ja = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", en = "Long")
    private record Long(@Column(ja = "名", en = "Name") String name) {}

    @Sheet(ja = "見本", en = "Sample")
    private record Odd(@Column(ja = "名", en = "Name") Object name) {}

    @Test
    void aRowTypeThatIsNoSheetOrHasAnOddColumnIsRefused() {
        assertThatThrownBy(() -> Table.of(Plain.class, List.of())).hasMessageContaining("annotate it with @Sheet");
        assertThatThrownBy(() -> Table.of(Long.class, List.of())).hasMessageContaining("1 to 31 characters");
        assertThatThrownBy(() -> Table.of(Odd.class, List.of())).hasMessageContaining("No kind of column");
    }

    private static Band.Heading heading(String group) {
        return new Band.Heading(Text.same(group), Text.same(""), Text.same("1Q"), false);
    }
}
