package dev.shirube.reports.page;

import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.reports.sheet.ReportSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
                return texts(column);
            }
        }
        throw new AssertionError("The table " + table + " has no column " + id);
    }

    /** The rows of a coded column, read by the description of its writer and not by its code. */
    static List<String> texts(JsonNode column) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < column.path("count").asInt(0); i++) {
            values.add(String.valueOf(i + 1));
        }
        for (JsonNode value : column.path("d")) {
            String text = (value.isArray() ? value.get(0) : value).asString();
            values.add(
                    column.has("p") && !values.isEmpty()
                            ? values.get(values.size() - 1)
                                            .substring(
                                                    0,
                                                    column.get("p")
                                                            .get(values.size())
                                                            .asInt())
                                    + text
                            : text);
        }
        List<String> rows = new ArrayList<>();
        column.path("r").forEach(it -> rows.add(values.get(it.asInt())));
        for (int i = 0; i < column.path("runs").size(); i += 2) {
            rows.addAll(Collections.nCopies(
                    column.get("runs").get(i + 1).asInt(),
                    values.get(column.get("runs").get(i).asInt())));
        }
        return rows.isEmpty() ? values : rows;
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
