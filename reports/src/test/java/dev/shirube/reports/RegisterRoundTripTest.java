package dev.shirube.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.register.Reading;
import dev.shirube.domain.register.RegisterTable;
import dev.shirube.domain.register.Source;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.reports.format.Csv;
import dev.shirube.reports.format.RowReader;
import dev.shirube.reports.format.ShiftJis;
import dev.shirube.reports.format.TextRow;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register through a file and back: nothing is lost, in either format and language. */
class RegisterRoundTripTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final int REGISTERS = 40;

    private static final List<String> TEXTS = List.of(
            "",
            "市民課",
            "内線 1234",
            "=1+1",
            "-",
            "+81",
            "@x",
            "'quoted'",
            "a,b",
            "a;b\tc",
            "\"x\"",
            "改行\nあり",
            "㈱髙﨑①",
            "001",
            "2035-03-31",
            "_x0041_",
            "🔑",
            "１２",
            "1e5",
            "TRUE",
            "’=x",
            "'=x",
            "' ",
            "100%",
            "ｶﾅ",
            "é");

    @TempDir
    Path folder;

    /** Valid registers, written as an office might and so read once before they are compared. */
    private static List<InformationSystem> register(Random random) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(SystemRegister.template().get(0));
        header.addAll(List.of("棚番号", "=独自", "Own column"));
        rows.add(header);
        for (int i = random.nextInt(6); i >= 0; i--) {
            List<String> row = new ArrayList<>(List.of(
                    any(random, "s", "00", "システム", "=a", "-") + i,
                    "名" + any(random, TEXTS),
                    any(random, TEXTS),
                    any(random, TEXTS),
                    any(random, TEXTS),
                    any(random, "", "1", "2", "機密性3"),
                    any(random, "", "1", "2"),
                    any(random, "", "1", "2"),
                    any(random, "", "1", "4", "不明"),
                    any(random, TEXTS),
                    any(random, "", "0", "0.5", "80", "7か月", "未定"),
                    any(random, "", "2035-03-31", "R17.3.31", "2034年度末"),
                    any(random, "", "○", "×", "可"),
                    any(random, "", "庁舎内", "SaaS", "ガバクラ", "DC", "クラウド"),
                    any(random, TEXTS),
                    any(random, "", "インターネット", "取引先", "内部", "閉域"),
                    any(random, "", "2029", "令和11年度"),
                    any(random, "", "2030/3/31", "46113"),
                    any(random, TEXTS),
                    any(random, TEXTS),
                    any(random, "", "なし", "s0、甲", "a; b\nc"),
                    any(random, TEXTS),
                    any(random, TEXTS)));
            row.addAll(List.of(any(random, TEXTS), any(random, TEXTS), any(random, TEXTS)));
            rows.add(row);
        }
        Reading<List<InformationSystem>> reading = SystemRegister.read(rows, "systems.csv");
        assertThat(reading.complete()).as(reading.problems().toString()).isTrue();
        return reading.value();
    }

    private static String any(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String any(Random random, String... texts) {
        return any(random, List.of(texts));
    }

    private static RegisterWorkbook workbook(List<List<String>> rows, int blank) {
        int own = SystemRegister.columns().size();
        return new RegisterWorkbook(
                new Text("台帳", "Register"),
                new Text("記入", "Fill in"),
                SystemRegister.columns(),
                rows.get(0).subList(own, rows.get(0).size()),
                rows.subList(1, rows.size()),
                blank);
    }

    private Reading<List<InformationSystem>> read(Path file, List<InformationSystem> known) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (TextRow row : RowReader.read(file)) {
            assertThat(row.faults()).isEmpty();
            while (rows.size() < row.number() - 1) {
                rows.add(List.of());
            }
            rows.add(row.cells());
        }
        return SystemRegister.read(RegisterTable.of(rows), new Source("again", "", ""), known);
    }

    @Test
    void whatIsExportedComesBackAndChangesNothing() throws Exception {
        Random random = new Random(2035);
        for (int i = 0; i < REGISTERS; i++) {
            List<InformationSystem> systems = register(random);
            for (Language language : Language.values()) {
                List<List<String>> rows = SystemRegister.rows(systems, language);
                Path csv = folder.resolve("a.csv");
                try (OutputStream out = Files.newOutputStream(csv)) {
                    Csv.write(rows, out);
                }
                Path xlsx = folder.resolve("a.xlsx");
                try (OutputStream out = Files.newOutputStream(xlsx)) {
                    workbook(rows, 3).write(language, AS_OF, out);
                }
                for (Path file : List.of(csv, xlsx)) {
                    assertThat(read(file, systems).value()).isEqualTo(systems);
                    assertThat(read(file, List.of()).value())
                            .usingRecursiveComparison()
                            .ignoringFieldsMatchingRegexes(".*origin")
                            .isEqualTo(systems);
                }
            }
        }
    }

    @Test
    void theSameRegisterGivesTheSameBytesAndATemplateHoldsNoData() throws Exception {
        List<List<String>> header = SystemRegister.rows(List.of(), Language.JA);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        workbook(header, 50).write(Language.JA, AS_OF, one);
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        workbook(header, 50).write(Language.JA, AS_OF, two);
        assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
        Path file = Files.write(folder.resolve("t.xlsx"), one.toByteArray());
        var reading = read(file, List.of());
        assertThat(reading.rows()).isZero();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.message(Language.EN))
                        .isEqualTo("Row 3: There is no row of data. Fill in rows below the header."));
    }

    @Test
    void shiftJisCarriesWhatItHasAndTellsTheRest() throws Exception {
        List<List<String>> rows = List.of(List.of("システムID", "名称"), List.of("a", "髙﨑①〜🔑é"));
        assertThat(ShiftJis.losses(rows))
                .containsExactly(
                        new ShiftJis.Loss(1, 1, "〜", "～"),
                        new ShiftJis.Loss(1, 1, "🔑", "〓"),
                        new ShiftJis.Loss(1, 1, "é", "〓"));
        Path file = folder.resolve("sjis.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            Csv.writeShiftJis(rows, out);
        }
        assertThat(RowReader.read(file).get(1).cells()).containsExactly("a", "髙﨑①～〓〓");
    }
}
