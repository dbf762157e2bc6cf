package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.sheet.ReportSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoadmapPageTest {
    private static final String BREAKING = "</script><script>alert(1)</script><!-- ]]> & \u202Egnp.exe";

    private static final Pattern REFERENCE = Pattern.compile("(?i)\\b(?:src|href|srcset|action)=\"?([^\\s\">]*)");

    private static PageText page;

    @BeforeAll
    static void write() throws IOException {
        page = page(CityHall.SETTINGS, Language.JA);
    }

    @Test
    void everyFindingIsThereWithItsPlace() {
        List<String> places = CityHall.inventory().findings().stream()
                .map(it -> it.finding().occurrence().location())
                .toList();
        assertThat(page.column("findings", "location")).isEqualTo(places).contains(CityHall.HOSTILE);
        assertThat(page.column("findings", "id"))
                .isEqualTo(CityHall.inventory().findings().stream()
                        .map(it -> it.id())
                        .toList());
        assertThat(page.column("systems", "id")).contains("school", "resident");
    }

    @Test
    void everyTaskAndWhatItWaitsForIsThere() {
        List<String> ids = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (JsonNode task : page.data().get("tasks")) {
            ids.add(task.get("id").asString());
            numbers.add(task.get("wbs").asString());
            task.get("after").forEach(it -> before.add(it.asString()));
        }
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(CityHall.roadmap().tasks().stream()
                        .map((ScheduledTask it) -> it.task().id())
                        .toList());
        assertThat(before).isNotEmpty().isSubsetOf(numbers);
    }

    @Test
    void saysInBothLanguagesWhatItSays() {
        JsonNode data = page.data();
        JsonNode note = data.get("texts")
                .get(data.get("tables").get("scope").get("name").asInt());
        assertThat(note.get(0).asString()).isEqualTo("別紙3 前提・未調査範囲");
        assertThat(note.get(1).asString()).isEqualTo("Annex 3 Assumptions and limits");
        assertThat(data.get("cover").get("ja").get("title").asString()).contains("工程表");
        assertThat(data.get("cover").get("en").get("title").asString()).contains("Roadmap");
    }

    @Test
    void onlyItsOwnScriptAndStyleMayRunAndNothingIsLoaded() throws Exception {
        assertThat(page.policy())
                .startsWith("default-src 'none'; ")
                .contains("script-src '" + digest(page.scripts().get(1)) + "'")
                .contains("style-src '" + digest(page.style()) + "'")
                .contains("require-trusted-types-for 'script'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "http", "*");
        String head = page.html().substring(0, page.html().indexOf("<style>"));
        String body = page.html()
                .substring(page.html().indexOf("</style>"), page.html().indexOf("<script"));
        assertThat(REFERENCE.matcher(head + body).results().map(it -> it.group(1)))
                .containsExactly("data:,");
        assertThat(head + body).doesNotContainPattern("(?i)\\s(style|on[a-z]+)=");
    }

    @Test
    void textThatWouldEndTheScriptStaysText() throws IOException {
        PageText hostile = page(new ReportSettings(BREAKING, "0.1.0"), Language.EN);
        assertThat(hostile.scripts()).hasSize(2);
        assertThat(hostile.scriptAttributes()).containsExactly(" type=\"application/json\" id=\"data\"", "");
        assertThat(hostile.scripts().get(0)).doesNotContain("<", ">", "&", "\u202E");
        assertThat(hostile.data().get("organisation").asString()).isEqualTo(BREAKING.replace("\u202E", ""));
        assertThat(hostile.title()).startsWith("&lt;/script&gt;&lt;script&gt;").doesNotContain("<");
    }

    @Test
    void theProgramNeverMakesMarkupFromTextAndNamesItsLicences() {
        String program = page.scripts().get(1);
        assertThat(program)
                .contains("Copyright (c) 2015-present Jason Miller", "Permission is hereby granted")
                .doesNotContain("insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", "import(");
    }

    @Test
    void theSameValuesGiveTheSameBytesEverywhere() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(page(CityHall.SETTINGS, Language.JA)).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static PageText page(ReportSettings settings, Language language) throws IOException {
        return PageText.of(CityHall.roadmap(), CityHall.inventory(), settings, language);
    }

    private static String digest(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }
}
