package dev.shirube.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.ConditionalFormattingEvaluator;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoadmapWorkbookTest {
    private static XSSFWorkbook japanese;
    private static XSSFWorkbook english;

    @BeforeAll
    static void write() throws IOException {
        japanese = open(bytes(CityHall.inventory(), Language.JA));
        english = open(bytes(CityHall.inventory(), Language.EN));
    }

    @Test
    void hasTheFormsUnderTheirNames() {
        assertThat(names(japanese))
                .containsExactly(
                        "表紙",
                        "概要",
                        "様式1 システム一覧",
                        "様式2 暗号利用箇所一覧",
                        "様式3 リスク評価",
                        "様式3付表 年度別の残存リスク",
                        "様式4 工程表",
                        "様式4付表 作業の根拠",
                        "様式5 進捗管理表",
                        "様式6 例外措置一覧",
                        "様式7 課題・要確認一覧",
                        "別紙1 方針と期限",
                        "別紙2 年次差分",
                        "別紙3 前提・未調査範囲",
                        "概要付表 図の値",
                        "控え1（変更しない）",
                        "控え4（変更しない）",
                        "控え6（変更しない）",
                        "控え7（変更しない）");
        assertThat(names(english))
                .containsExactly(
                        "Cover",
                        "Overview",
                        "Form 1 Systems",
                        "Form 2 Uses of cryptography",
                        "Form 3 Risk",
                        "Form 3 Annex Exposure by year",
                        "Form 4 Roadmap",
                        "Form 4 Annex Reasons",
                        "Form 5 Progress",
                        "Form 6 Exceptions",
                        "Form 7 Open issues",
                        "Annex 1 Policies and dates",
                        "Annex 2 Changes",
                        "Annex 3 Assumptions and limits",
                        "Overview Values",
                        "As written 1 (do not change)",
                        "As written 4 (do not change)",
                        "As written 6 (do not change)",
                        "As written 7 (do not change)")
                .allMatch(name -> name.length() <= 31);
    }

    @Test
    void theCoverSaysWhatItWasMadeFrom() {
        String cover = text(japanese.getSheet("表紙"));
        assertThat(cover)
                .contains("しるべ市", "2026年（令和8年）11月23日", "暦年（2035年12月31日まで）", "Shirube 0.1.0")
                .contains("jp-2035 1", "sha256 " + "9f".repeat(32), "内部規則として採用", "計画上の想定であり予測ではない");
    }

    @Test
    void theOverviewsChartsShowTheNumbersThatStandOnTheSheetOfValues() {
        List<XSSFChart> charts =
                japanese.getSheet("概要").createDrawingPatriarch().getCharts();
        assertThat(charts).hasSize(4);
        XSSFSheet values = japanese.getSheet("概要付表 図の値");
        for (XSSFChart chart : charts) {
            for (XDDFChartData data : chart.getChartSeries()) {
                for (int i = 0; i < data.getSeriesCount(); i++) {
                    XDDFNumericalDataSource<?> numbers = data.getSeries(i).getValuesData();
                    AreaReference area =
                            new AreaReference(numbers.getDataRangeReference(), SpreadsheetVersion.EXCEL2007);
                    assertThat(area.getFirstCell().getSheetName()).isEqualTo(values.getSheetName());
                    CellReference[] cells = area.getAllReferencedCells();
                    assertThat(cells).hasSize(numbers.getPointCount());
                    for (int j = 0; j < cells.length; j++) {
                        assertThat(values.getRow(cells[j].getRow())
                                        .getCell(cells[j].getCol())
                                        .getNumericCellValue())
                                .isEqualTo(((Number) numbers.getPointAt(j)).doubleValue());
                    }
                }
            }
        }
    }

    @Test
    void aSystemThatWasNotScannedHasNoCountsAndSaysSo() {
        Row school = row(japanese.getSheet("様式1 システム一覧"), "school");
        assertThat(values(school)).contains("× 未調査").doesNotContain("0");
        Row resident = row(japanese.getSheet("様式1 システム一覧"), "resident");
        assertThat(values(resident)).contains("△ 一部未調査", "2050/3/31", "不可", "取引先等", "最優先", "360");
    }

    @Test
    void everyFindingIsARowThatCanBeFollowed() {
        XSSFSheet sheet = japanese.getSheet("様式2 暗号利用箇所一覧");
        long rows = CityHall.inventory().findings().stream()
                .filter(finding -> {
                    List<String> row = values(row(sheet, finding.id()));
                    return row.contains(finding.finding().occurrence().location()) && row.contains(finding.system());
                })
                .count();
        assertThat(rows).isEqualTo(CityHall.inventory().findings().size());
        assertThat(sheet.getLastRowNum() - 3).isEqualTo((int) rows);
    }

    @Test
    void whatIsUnresolvedAsksForConfirmationAndInventsNothing() {
        List<String> row = values(row(japanese.getSheet("様式2 暗号利用箇所一覧"), "src/main/java/鍵 管理/Keys.java"));
        assertThat(row).contains("不明（未解決）", "不明", "未解決", "？ 要確認", "可能性");
        assertThat(row).anyMatch(cell -> cell.contains("settings.get(\"alg\")"));
        assertThat(row).noneMatch(cell -> cell.contains("2048") || cell.contains("RSA"));
    }

    @Test
    void theRoadmapShowsBarsBySymbolInTheRightQuarters() {
        XSSFSheet sheet = japanese.getSheet("様式4 工程表");
        List<String> heads = values(sheet.getRow(5));
        int first = heads.indexOf("1Q");
        assertThat(values(sheet.getRow(3)).get(first)).isEqualTo("令和8年度");
        assertThat(values(sheet.getRow(4)).get(first)).isEqualTo("FY2026");
        assertThat(heads.subList(first, first + 4)).containsExactly("1Q", "2Q", "3Q\n▼", "4Q");
        assertThat(heads.stream().filter(title -> title.startsWith("1Q"))).hasSize(10);
        List<String> late = values(row(sheet, "2.2")).subList(first, first + 40);
        assertThat(late.subList(17, 20)).containsExactly("━", "◆", "!");
        assertThat(values(row(sheet, "2.2"))).contains("× 期限超過", "2.1", "R12-2Q", "R12-4Q");
        assertThat(values(row(sheet, "1.3")).subList(first, first + 40)).containsOnly("待", "", "◆");
        assertThat(values(row(sheet, "M1"))).contains("★", "2030/12/31");
    }

    @Test
    void anIdTypedIntoTheLookUpCellLeadsToItsRow() {
        FormulaEvaluator formulas = japanese.getCreationHelper().createFormulaEvaluator();
        XSSFSheet findings = japanese.getSheet("様式2 暗号利用箇所一覧");
        XSSFCell typed = findings.getRow(2).getCell(1);
        XSSFCell way = findings.getRow(2).getCell(2);
        assertThat(formulas.evaluate(way).getStringValue())
                .isEqualTo(way.getStringCellValue())
                .contains("箇所ID");
        String id = CityHall.inventory().findings().get(3).id();
        int row = row(findings, id).getRowNum() + 1;
        typed.setCellValue(id);
        formulas.clearAllCachedResultValues();
        assertThat(formulas.evaluate(way).getStringValue()).isEqualTo("→ " + row + " 行へ");
        typed.setCellValue("F-nowhere");
        formulas.clearAllCachedResultValues();
        assertThat(formulas.evaluate(way).getStringValue()).contains("ありません");
        typed.setBlank();
    }

    @Test
    void theWordThatAnOwnerChoosesIsUnderlinedByColourAtOnce() {
        XSSFSheet sheet = japanese.getSheet("様式4 工程表");
        org.apache.poi.ss.usermodel.Cell status =
                row(sheet, "2.2").getCell(values(sheet.getRow(5)).indexOf("状況"));
        String before = status.getStringCellValue();
        XSSFFormulaEvaluator formulas = new XSSFFormulaEvaluator(japanese);
        for (String word : List.of("○ 完了", "△ 対応中", "？ 要確認", "× 未着手")) {
            status.setCellValue(word);
            assertThat(new ConditionalFormattingEvaluator(japanese, formulas).getConditionalFormattingForCell(status))
                    .hasSize(word.equals("× 未着手") ? 0 : 1);
        }
        status.setCellValue(before);
    }

    @Test
    void theRoadmapIsFilteredByItsOwnColumnsOnlyAndFitsOnePageWide() {
        XSSFSheet sheet = japanese.getSheet("様式4 工程表");
        int first = values(sheet.getRow(5)).indexOf("1Q");
        CellRangeAddress filter =
                CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
        assertThat(filter.getFirstRow()).isEqualTo(5);
        assertThat(filter.getLastColumn()).isEqualTo(first - 1);
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(japanese.getSheet("様式2 暗号利用箇所一覧").getPrintSetup().getFitWidth())
                .isEqualTo((short) 2);
        assertThat(sheet.getMergedRegions()).isEmpty();
    }

    @Test
    void whatThePlannerItselfMakesOfTheInventoryIsWritten() throws IOException {
        Roadmap plan = RoadmapPlanner.standard()
                .plan(
                        CityHall.inventory(),
                        Resources.NONE,
                        CityHall.roadmap().settings().withPack("jp-cryptrec-strength", Adoption.INTERNAL_RULE));
        for (Language language : Language.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RoadmapWorkbook.write(plan, CityHall.inventory(), CityHall.SETTINGS, language, out);
            try (XSSFWorkbook workbook = open(out.toByteArray())) {
                String roadmap = text(workbook.getSheet(language.choose("様式4 工程表", "Form 4 Roadmap")));
                assertThat(plan.tasks())
                        .isNotEmpty()
                        .allSatisfy(task ->
                                assertThat(roadmap).contains(task.task().title().in(language)));
                assertThat(text(workbook.getSheetAt(0)))
                        .contains(plan.basis().label().in(language));
            }
        }
    }

    @Test
    void everyTaskCarriesItsReasonsAndTheRuleBehindThem() {
        String reasons = text(english.getSheet("Form 4 Annex Reasons"));
        CityHall.roadmap()
                .tasks()
                .forEach(task -> assertThat(reasons).contains(task.task().id()));
        assertThat(reasons)
                .contains("Cybersecurity Strategy, 2.3 (jp-cyber-strategy-2025-rule, draft)")
                .contains("placeholder");
    }

    @Test
    void theAnnexListsWhatWasNotLookedAtAndEveryDiagnostic() {
        String annex = text(japanese.getSheet("別紙3 前提・未調査範囲"));
        assertThat(annex).contains("locked", "limit-reached", "host-unreachable", "対応する検出器なし", "98,765,432");
        assertThat(values(row(japanese.getSheet("別紙3 前提・未調査範囲"), "library")))
                .contains("2 未調査", "× 未調査", "このシステムは一度もスキャンされていない。暗号利用の有無は不明。");
        assertThat(annex).doesNotContain("なし。");
    }

    @Test
    void theSameValuesGiveTheSameBytes() throws IOException {
        String here = HexFormat.of().formatHex(bytes(CityHall.inventory(), Language.EN));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertThat(HexFormat.of().formatHex(bytes(CityHall.inventory(), Language.EN)))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anEmptyInventoryStillGivesAWorkbookThatClaimsNothing() throws IOException {
        Inventory empty = new Inventory(CityHall.inventory().systems(), List.of(), List.of(), new TreeMap<>());
        try (XSSFWorkbook workbook = open(bytes(empty, Language.JA))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(japanese.getNumberOfSheets());
            assertThat(text(workbook.getSheet("様式1 システム一覧"))).doesNotContain("○ 調査済み");
        }
    }

    private static byte[] bytes(Inventory inventory, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RoadmapWorkbook.write(CityHall.roadmap(), inventory, CityHall.SETTINGS, language, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<String> names(XSSFWorkbook workbook) {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    private static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> text.append(String.join("\t", values(row))).append('\n'));
        return text.toString();
    }

    private static Row row(XSSFSheet sheet, String value) {
        for (Row row : sheet) {
            if (values(row).contains(value)) {
                return row;
            }
        }
        throw new AssertionError("No row with " + value + " in " + sheet.getSheetName());
    }

    private static List<String> values(Row row) {
        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            values.add(row.getCell(i) == null ? "" : formatter.formatCellValue(row.getCell(i)));
        }
        return values;
    }
}
