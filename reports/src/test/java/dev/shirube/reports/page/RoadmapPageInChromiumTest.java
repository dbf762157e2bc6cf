package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.reports.CityHall;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in the hands of its readers: opened from a folder, used by mouse and by keyboard. */
@Tag("slow")
class RoadmapPageInChromiumTest {
    private static final int MANY = 100_000;
    private static final String SIFTED = "!document.querySelector('output').textContent.startsWith('100,000')";
    private static final String COUNT = "document.querySelector('output').textContent";

    @TempDir
    private static Path folder;

    private static Path small;
    private static Path large;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Files.isExecutable(Browser.PROGRAM), "needs the Debian package chromium");
        Inventory many = many();
        small = page("small.html", CityHall.roadmap(), CityHall.inventory());
        large = page(
                "large.html",
                RoadmapPlanner.standard()
                        .plan(many, Resources.NONE, CityHall.roadmap().settings()),
                many);
        browser = new Browser(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingLeft() {
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.requests)
                .isNotEmpty()
                .allMatch(it ->
                        it.startsWith(folder.toUri().toString()) || it.equals("about:blank") || it.equals("data:,"));
    }

    @Test
    void everyViewOpensInBothLanguagesWithoutMarkupFromData() throws Exception {
        browser.open(small, "");
        for (String language : List.of("ja", "en")) {
            browser.until("document.documentElement.lang === '" + language + "'");
            for (String view :
                    List.of("overview", "systems", "inventory", "roadmap", "progress", "policies", "coverage")) {
                browser.click("nav a[href='#/" + view + "']");
                browser.until("document.querySelector('nav a[aria-current]').hash === '#/" + view + "'");
                browser.until("document.querySelector('main').innerText.length > 100");
            }
            browser.click("#language");
        }
        browser.until("document.documentElement.lang === 'ja'");
        assertThat(browser.text("document.querySelectorAll('script:not([type]), img, iframe').length + ''"))
                .isEqualTo("1");
    }

    @Test
    void leadsFromASystemToItsAssetToThePlaceToTheLine() throws Exception {
        browser.open(small, "#/systems");
        browser.click(".rows .row:nth-child(1)");
        browser.until("document.querySelector('.headline')");
        String system = browser.text("document.querySelector('.headline').innerText");
        assertThat(system).contains(CityHall.roadmap().systems().get(0).system().name());
        browser.click(".grid .rows .row:nth-child(1)");
        browser.until("document.querySelector('.verdicts')");
        assertThat(browser.text("document.querySelector('.crumbs').innerText")).contains(system.split(" ")[0]);
        browser.click(".grid .rows .row:nth-child(1)");
        browser.until("document.querySelector('.drawer .place')");
        AssignedFinding shown = CityHall.inventory().findings().stream()
                .filter(it -> it.id().equals(lastOf(".drawer .crumbs span")))
                .findFirst()
                .orElseThrow();
        assertThat(browser.text("document.querySelector('.drawer .place').textContent"))
                .isEqualTo(shown.finding().occurrence().location()
                        + (shown.finding().occurrence().line().isPresent()
                                ? ":" + shown.finding().occurrence().line().getAsInt()
                                : ""));
        browser.key("Escape");
        browser.until("!document.querySelector('.drawer')");
    }

    @Test
    void whoComesByKeyboardGoesOnFromTheNextView() throws Exception {
        browser.open(small, "#/systems");
        browser.evaluate("document.querySelector('.grid .box').focus()");
        browser.key("Enter");
        browser.until("document.querySelector('.headline')");
        browser.until("document.activeElement.id === 'main'");
        browser.key("Tab");
        browser.until("document.activeElement.closest('.crumbs')");
    }

    @Test
    void theRoadmapZoomsFoldsAndTellsOfATask() throws Exception {
        browser.open(small, "#/roadmap");
        int before = browser.number("document.querySelector('.bars').clientWidth");
        for (int i = 0; i < 3; i++) {
            browser.click("#zoom-in");
        }
        browser.until("document.querySelector('.bars').clientWidth > " + before);
        assertThat(browser.number("document.querySelectorAll('.bars .link').length"))
                .isPositive();
        int rows = browser.number("document.querySelectorAll('.g-row').length");
        browser.evaluate("document.querySelector('.gantt .box').focus()");
        browser.key("Enter");
        browser.until("document.querySelectorAll('.g-row').length < " + rows);
        browser.key("Enter");
        browser.until("document.querySelectorAll('.g-row').length === " + rows);
        browser.key("ArrowDown");
        browser.key("Enter");
        browser.until("document.querySelector('.drawer .reasons li')");
        browser.until("document.activeElement.id === 'drawer-title'");
        browser.click("#zoom-in");
        browser.until(
                "(() => { const names = document.querySelector('.corner').getBoundingClientRect().right;"
                        + " const row = document.querySelector('.g-row.selected').getBoundingClientRect();"
                        + " return [...document.querySelectorAll('.bar')].map(it => it.getBoundingClientRect())"
                        + ".some(it => it.top > row.top && it.bottom < row.bottom && it.left >= names && it.left < row.right) })()");
        browser.key("Escape");
        browser.until("!document.querySelector('.drawer')");
        browser.until("document.activeElement.className === 'box'");
    }

    @Test
    void aHundredThousandRowsAreSearchedFilteredAndSortedByKeyboard() throws Exception {
        int ready = browser.open(large, "#/inventory");
        browser.until(COUNT + ".includes('100,000')");
        int drawn = browser.number("document.querySelectorAll('.rows .row').length");
        assertThat(drawn).isBetween(10, 80);
        browser.evaluate("document.querySelector('.grid .box').focus()");
        browser.key("End");
        browser.until("document.querySelector('.row.active')?.ariaRowIndex === '100001'");
        assertThat(browser.number("document.querySelectorAll('.rows .row').length"))
                .isBetween(10, 80);

        browser.key("/");
        browser.until("document.activeElement.type === 'search'");
        int search = timed(() -> browser.type("COPY-00777/"), SIFTED);
        assertThat(browser.text(COUNT))
                .startsWith(CityHall.inventory().findings().size() + " ");
        browser.until(firstRowHas("copy-00777/"));
        browser.evaluate("document.activeElement.select()");
        browser.type(" ");
        browser.until(COUNT + ".startsWith('100,000')");

        int sort =
                timed(() -> browser.click("[data-sort=location]"), "document.querySelector('[aria-sort=ascending]')");
        browser.click("[data-sort=location]");
        browser.until("document.querySelector('[aria-sort=descending]')");
        browser.until(firstRowHas(lastLocation()));

        int filter = timed(
                () -> browser.evaluate("{const s = document.querySelector('[data-facet=threat]');"
                        + "s.value = s.options[1].value; s.dispatchEvent(new Event('change', {bubbles: true}))}"),
                SIFTED);
        assertThat(browser.number("document.querySelectorAll('.facet.on').length"))
                .isEqualTo(1);
        System.out.printf(
                "page of %,d rows: %.1f MB, ready after %d ms; search %d ms, sort %d ms, filter %d ms%n",
                MANY, Files.size(large) / 1e6, ready, search, sort, filter);
    }

    /** Whole, as the pointer shows it: the cell itself may show the end only. */
    private static String firstRowHas(String text) {
        return "[...document.querySelector('.rows .row').children].some(it => it.title.includes('" + text + "'))";
    }

    private static String lastLocation() {
        return many().findings().stream()
                .map(it -> it.finding().occurrence().location())
                .max(String::compareTo)
                .orElseThrow();
    }

    private interface Action {
        void run() throws Exception;
    }

    private static int timed(Action action, String condition) throws Exception {
        long start = System.nanoTime();
        action.run();
        browser.until(condition);
        return (int) ((System.nanoTime() - start) / 1_000_000);
    }

    private static String lastOf(String selector) {
        try {
            return browser.text("[...document.querySelectorAll('" + selector + "')].pop().textContent");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The city hall's findings again and again, each time in another folder. */
    private static Inventory many() {
        Inventory hall = CityHall.inventory();
        List<AssignedFinding> findings = new ArrayList<>();
        for (int copy = 0; findings.size() < MANY; copy++) {
            String folder = String.format("copy-%05d/", copy);
            for (AssignedFinding it : hall.findings()) {
                if (findings.size() < MANY) {
                    findings.add(new AssignedFinding(
                            it.system(),
                            it.finding()
                                    .withOccurrence(it.finding()
                                            .occurrence()
                                            .withLocation(folder
                                                    + it.finding().occurrence().location()))));
                }
            }
        }
        return new Inventory(hall.systems(), findings, hall.diagnostics(), hall.coverage());
    }

    private static Path page(String name, Roadmap roadmap, Inventory inventory) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            RoadmapPage.write(roadmap, inventory, CityHall.SETTINGS, Language.JA, out);
        }
        return file;
    }
}
