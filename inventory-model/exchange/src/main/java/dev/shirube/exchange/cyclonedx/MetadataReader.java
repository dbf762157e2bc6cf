package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.register.SystemRegister;
import dev.shirube.exchange.ImportLimitException;
import dev.shirube.exchange.JsonItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** {@code metadata}: the tools of any document; of one of ours its systems, what was looked at, and what could not be read. */
final class MetadataReader {

    private final SortedMap<String, InformationSystem> systems = new TreeMap<>();
    private final Map<String, Map<Coverage.Key, Coverage.Amount>> coverage = new HashMap<>();
    private final List<AssignedDiagnostic> diagnostics = new ArrayList<>();
    private JsonItem tools = JsonItem.NONE;
    private int rows;

    /** Reads the object whose start the parser stands on, property by property. */
    void read(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("tools")) {
                tools = tools(parser);
            } else if (name.equals("properties") && parser.currentToken() == JsonToken.START_ARRAY) {
                properties(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static JsonItem tools(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return new JsonItem(Map.of("tools", JsonItem.read(parser)));
        }
        List<JsonItem> list = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT && list.isEmpty()) {
                    list.add(JsonItem.read(parser)); // the first is the origin
                } else {
                    parser.skipChildren();
                }
            }
        }
        return new JsonItem(Map.of("tools", list));
    }

    private void properties(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                JsonItem property = JsonItem.read(parser);
                row(property.text("name"), property.text("value"));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void row(String name, String value) {
        if (!name.startsWith("shirube:")) {
            return;
        }
        if (++rows > CbomReader.MOST_FINDINGS) {
            throw new ImportLimitException("properties", CbomReader.MOST_FINDINGS);
        }
        Map<String, String> parts = ContextText.read(value);
        switch (name) {
            case "shirube:system" -> system(parts);
            case "shirube:coverage" -> coverage(parts);
            case "shirube:diagnostic" -> diagnostic(parts);
            default -> {
                // says nothing of what was seen
            }
        }
    }

    private void system(Map<String, String> parts) {
        String id = text(parts, "id");
        if (!id.isEmpty()) {
            systems.put(id, named(id, text(parts, "name")));
        }
    }

    /** Through the register's own door, which refuses what no register holds; then only the id is known. */
    private static InformationSystem named(String id, String name) {
        return SystemRegister.read(List.of(List.of("system_id", "name"), List.of(id, name)), "").value().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseGet(() -> InformationSystem.undeclared(id));
    }

    private void coverage(Map<String, String> parts) {
        String id = text(parts, "system");
        for (Coverage.Outcome outcome : Coverage.Outcome.values()) {
            String word = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(parts.get("outcome")) && parts.containsKey("unit") && !id.isEmpty()) {
                coverage.computeIfAbsent(id, it -> new HashMap<>())
                        .merge(
                                new Coverage.Key(text(parts, "unit"), text(parts, "detector"), outcome),
                                new Coverage.Amount(number(parts, "inputs"), number(parts, "bytes")),
                                (one, two) -> one.inputs() >= two.inputs() ? one : two);
            }
        }
    }

    private static long number(Map<String, String> parts, String name) {
        String digits = parts.getOrDefault(name, "");
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }

    private void diagnostic(Map<String, String> parts) {
        List<String> arguments = ContextText.unescapeList(parts.getOrDefault("arguments", ""));
        String system = text(parts, "system");
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.id().equals(parts.get("code")) && code.arguments() == arguments.size() && !system.isEmpty()) {
                diagnostics.add(
                        new AssignedDiagnostic(system, new Diagnostic(code, text(parts, "location"), arguments)));
            }
        }
    }

    private static String text(Map<String, String> parts, String name) {
        return ContextText.unescape(parts.getOrDefault(name, ""));
    }

    /** The object that {@link ForeignOrigin} reads. */
    JsonItem tools() {
        return tools;
    }

    /** By id, with their names and nothing that an owner declares. */
    SortedMap<String, InformationSystem> systems() {
        return systems;
    }

    /** By id of the system; none where the document says that none was recorded. */
    SortedMap<String, Coverage> coverage() {
        SortedMap<String, Coverage> all = new TreeMap<>();
        coverage.forEach((id, rows) -> all.put(id, new Coverage(rows)));
        return all;
    }

    /** What could not be read by the scan of which the document tells. */
    List<AssignedDiagnostic> diagnostics() {
        return diagnostics;
    }
}
