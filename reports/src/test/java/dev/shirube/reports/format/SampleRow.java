package dev.shirube.reports.format;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Band;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A row with one column of each kind. */
@Sheet(ja = "見本", en = "Sample", frozen = 1, noteJa = "注", noteEn = "note")
record SampleRow(
        @Column(ja = "名前", en = "Name", width = 20) String name,
        @Column(ja = "件数", en = "Count") OptionalInt count,

        @Column(ja = "期日", en = "Day", input = true, noteJa = "日付。", noteEn = "A day.")
        Optional<LocalDate> day,

        @Column(ja = "色", en = "Colour", input = true) Optional<Colour> colour,
        @Column(ja = "行", en = "Lines") List<String> lines,
        @Column(ja = "期", en = "Q", width = 3) List<Marks> marks) {

    static final Band BAND = new Band(List.of(
            new Band.Heading(new Text("令和8年度", "FY2026"), new Text("FY2026", "Reiwa 8"), new Text("1Q", "Q1"), false),
            new Band.Heading(new Text("令和8年度", "FY2026"), new Text("FY2026", "Reiwa 8"), new Text("2Q", "Q2"), true)));

    static SampleRow of(String name) {
        return new SampleRow(
                name,
                OptionalInt.of(1234567),
                Optional.of(LocalDate.of(2031, 3, 31)),
                Optional.of(Colour.BLUE),
                List.of("a", "b"),
                List.of(Marks.NOTHING, Marks.BUSY));
    }

    static Table<SampleRow> table(String... names) {
        return Table.of(
                SampleRow.class,
                BAND,
                List.of(names).stream().map(SampleRow::of).toList());
    }
}
