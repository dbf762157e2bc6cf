package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.sheet.ReportSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of progress, changes and exposure, on paper too, and whether all of it can be read. */
@Tag("slow")
class ProgressPageInChromiumTest {
    private static final String MISSING =
            "[...document.querySelectorAll('.missing')].map(it => it.innerText).join('\\n')";

    /**
     * Every text that stands on one colour, and its contrast by WCAG 2.2 (1.4.3) where that is too little: 3 for large text and for
     * signs (1.4.11), else 4.5. Text on a bar is left to the palette's own test.
     */
    private static final String TOO_FAINT = """
            (() => {
              const channels = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(it => it / 255)
                .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
                .reduce((sum, it, place) => sum + it * [0.2126, 0.7152, 0.0722][place], 0);
              const ground = element => {
                for (let it = element; it; it = it.parentElement) {
                  const colour = channels(getComputedStyle(it).backgroundColor);
                  if (colour.length === 3 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
              };
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const element = texts.currentNode.parentElement;
                const drawn = element.namespaceURI.endsWith('svg');
                if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('title, .bar-mark')) continue;
                const style = getComputedStyle(element);
                const [one, other] = [light(channels(drawn ? style.fill : style.color)), light(ground(element))];
                const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                const size = parseFloat(style.fontSize);
                const word = /[\\p{L}\\p{N}]/u.test(texts.currentNode.data);
                const needed = !word || size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5;
                if (contrast < needed) faint.push(element.className + ' ' + texts.currentNode.data + ' ' + contrast);
              }
              return faint.join('\\n');
            })()""";

    @TempDir
    private static Path folder;

    private static Path plain;
    private static Path adopted;
    private static Path unscanned;
    private static Path empty;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Files.isExecutable(Browser.PROGRAM), "needs the Debian package chromium");
        plain = page("plain.html", CityHall.inventory(), CityHall.SETTINGS);
        adopted = page("adopted.html", CityHall.inventory(), AdoptedHall.settings(true));
        unscanned = page("unscanned.html", CityHall.inventory(), AdoptedHall.settings(false));
        empty = page(
                "empty.html",
                new Inventory(CityHall.inventory().systems(), List.of(), List.of(), Inventory.EMPTY.coverage()),
                CityHall.SETTINGS);
        browser = new Browser(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void saysWhichCommandGivesWhatIsMissing() throws Exception {
        browser.open(plain, "#/progress");
        assertThat(browser.text(MISSING))
                .contains("採用した計画がないため、進捗は分からない", "shirube roadmap plan --adopt", "採用した計画がないため比較していない");
        browser.open(unscanned, "#/progress");
        assertThat(browser.text(MISSING))
                .contains("採用後のスキャンがない", "shirube scan")
                .doesNotContain("計画がない");
        browser.open(empty, "#/progress");
        assertThat(browser.text(MISSING)).contains("どのシステムも調査していない", "shirube scan TARGET --system ID");
        assertThat(browser.number("document.querySelectorAll('#exposure .chart').length"))
                .isZero();
    }

    @Test
    void showsProgressChangesAndExposureInBothLanguages() throws Exception {
        browser.open(adopted, "#/progress");
        assertThat(browser.text("document.querySelector('#progress').innerText"))
                .contains("様式5 進捗管理表", "採用した計画：基準日 2026-04-01", "実績が報告された作業：1 件", "× 遅れ");
        assertThat(browser.text("document.querySelector('#changes').innerText")).contains("別紙2 年次差分", "→ 後ろ倒し");
        assertThat(browser.number("document.querySelectorAll('#progress .limit, #progress .line').length"))
                .isPositive();
        assertThat(browser.number("document.querySelectorAll('#exposure .band.planned[points]').length"))
                .isEqualTo(2);
        browser.click("#language");
        browser.until("document.querySelector('#exposure').innerText.includes('Form 3 Annex Exposure by year')");
        assertThat(browser.text("document.querySelector('#changes').innerText")).contains("Annex 2 Changes", "→ later");
    }

    @Test
    void theOfficesOwnTasksAreCalledAsInTheForm() throws Exception {
        browser.open(plain, "#/roadmap");
        browser.evaluate(
                "[...document.querySelectorAll('.tools button')]" + ".find(it => it.innerText === 'すべて折りたたむ').click()");
        browser.until("!document.querySelector('.g-row:not(.system)')");
        assertThat(browser.text("document.querySelector('.gantt').innerText"))
                .contains("全庁共通")
                .doesNotContain("▾ -");
    }

    @Test
    void aChangeIsFoundAndOpenedByKeyboard() throws Exception {
        browser.open(adopted, "#/progress");
        browser.evaluate("document.querySelector('#changes input[type=search]').focus()");
        browser.type("T-vanished");
        browser.until("document.querySelector('#changes output').textContent.startsWith('1 ')");
        // The other table of the view keeps its own conditions.
        browser.until("document.querySelector('#progress input[type=search]').value === ''");
        browser.evaluate("document.querySelector('#changes .box').focus()");
        browser.key("Enter");
        browser.until("document.querySelector('.drawer')?.innerText.includes('旧サーバーの廃止')");
        browser.until("document.activeElement.id === 'drawer-title'");
        browser.key("Escape");
        browser.until("!document.querySelector('.drawer')");
        browser.until("document.activeElement.className === 'box'");
    }

    @Test
    void paperHasPlainTablesWithAHeadAndTheScreenItsGridsAgain() throws Exception {
        browser.open(plain, "#/inventory");
        int findings = CityHall.inventory().findings().size();
        browser.evaluate("dispatchEvent(new Event('beforeprint'))");
        browser.until("document.querySelectorAll('.printed tbody tr').length === " + findings);
        assertThat(browser.number("document.querySelectorAll('.printed thead th').length"))
                .isGreaterThan(10);
        browser.evaluate("dispatchEvent(new Event('afterprint'))");
        browser.until("!document.querySelector('.printed') && document.querySelectorAll('.rows .row').length > 5");
        String sheets = browser.call("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data")
                .asString();
        assertThat(sheets).startsWith("JVBERi");
    }

    @ParameterizedTest
    @CsvSource({"light, ja", "dark, ja", "light, en", "dark, en"})
    void everyTextCanBeReadInEveryView(String theme, String language) throws Exception {
        browser.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        for (String view : List.of("overview", "systems", "inventory", "roadmap", "progress", "policies", "coverage")) {
            browser.open(adopted, "#/" + view);
            if (language.equals("en")) {
                browser.click("#language");
                browser.until("document.documentElement.lang === 'en'");
            }
            assertThat(browser.text(TOO_FAINT)).as(view).isEmpty();
        }
    }

    @Test
    void everyControlHasANameAndNoIdStandsTwice() throws Exception {
        for (String view : List.of("overview", "systems", "inventory", "roadmap", "progress", "policies", "coverage")) {
            browser.open(adopted, "#/" + view);
            assertThat(browser.text(
                            "[...document.querySelectorAll('button, a, input, select, [role=img], [role=grid], [role=treegrid]')]"
                                    + ".filter(it => !(it.ariaLabel || it.innerText?.trim() || it.closest('label')?.innerText))"
                                    + ".map(it => it.outerHTML).join('\\n')"))
                    .as(view)
                    .isEmpty();
            assertThat(browser.text("[...document.querySelectorAll('[id]')].map(it => it.id)"
                            + ".filter((it, place, all) => all.indexOf(it) !== place).join(' ')"))
                    .as(view)
                    .isEmpty();
        }
    }

    private static Path page(String name, Inventory inventory, ReportSettings settings) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            RoadmapPage.write(AdoptedHall.roadmap(inventory), inventory, settings, Language.JA, out);
        }
        return file;
    }
}
