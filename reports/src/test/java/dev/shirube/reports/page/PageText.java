package dev.shirube.reports.page;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.sheet.ReportSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A page as a test reads it: its elements by what a browser would make of them. */
record PageText(String html) {
    private static final Pattern SCRIPT =
            Pattern.compile("<script([^>]*)>(.*?)</script", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    static PageText of(Roadmap roadmap, Inventory inventory, ReportSettings settings, Language language)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RoadmapPage.write(roadmap, inventory, settings, language, out);
        return new PageText(out.toString(StandardCharsets.UTF_8));
    }

    /** The content of every script element, in order: the data, and the program. */
    List<String> scripts() {
        return SCRIPT.matcher(html).results().map(it -> it.group(2)).toList();
    }

    List<String> scriptAttributes() {
        return SCRIPT.matcher(html).results().map(it -> it.group(1)).toList();
    }

    String style() {
        return first("<style>(.*?)</style>");
    }

    String policy() {
        return first("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">");
    }

    String title() {
        return first("<title>(.*?)</title>");
    }

    JsonNode data() {
        return new ObjectMapper().readTree(scripts().get(0));
    }

    /** The texts of one column of one table, in the order of its rows; of two languages the first. */
    List<String> column(String table, String id) {
        JsonNode data = data().get("tables").get(table);
        for (JsonNode column : data.get("columns")) {
            if (column.get("id").asString().equals(id)) {
                return java.util.stream.IntStream.range(0, data.get("rows").asInt())
                        .mapToObj(row -> value(column, row))
                        .toList();
            }
        }
        throw new AssertionError("The table " + table + " has no column " + id);
    }

    private static String value(JsonNode column, int row) {
        JsonNode value =
                column.get("d").get(column.has("r") ? column.get("r").get(row).asInt() : row);
        return (value.isArray() ? value.get(0) : value).asString();
    }

    private String first(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map((MatchResult it) -> it.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page has nothing like " + pattern));
    }
}
