package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code metadata}: the tool, the as-of date, the systems by id and name, and what was and was not looked at.
 *
 * <p>{@code shirube:coverage} has a row for each system, unit, detector and outcome; {@code shirube:diagnostic} one for each
 * thing that could not be read or decided. A document without them would let a reader take "not found" for "none".
 */
final class MetadataWriter {

    private final String toolVersion;
    private final LocalDate asOf;

    MetadataWriter(String toolVersion, LocalDate asOf) {
        this.toolVersion = toolVersion;
        this.asOf = asOf;
    }

    void write(JsonStream json, Inventory inventory) throws IOException {
        json.object("metadata", it -> {
            it.text("timestamp", asOf + "T00:00:00Z");
            it.object(
                    "tools",
                    tools -> tools.list(
                            "components",
                            list -> list.object(tool -> {
                                tool.text("type", "application");
                                tool.text("name", "shirube");
                                tool.text("version", toolVersion);
                            })));
            it.list("properties", list -> properties(list, inventory));
        });
    }

    private static void properties(JsonStream json, Inventory inventory) throws IOException {
        ComponentProperties.property(json, "shirube:schema", "shirube-cbom/1");
        TreeSet<String> ids = new TreeSet<>(inventory.systems().keySet());
        ids.addAll(inventory.coverage().keySet());
        inventory.findings().forEach(finding -> ids.add(finding.system()));
        inventory.diagnostics().forEach(diagnostic -> ids.add(diagnostic.system()));
        inventory.endpoints().forEach(endpoint -> ids.add(endpoint.system()));
        for (String id : ids) {
            InformationSystem system = inventory.system(id);
            String value =
                    new ContextText().put("id", id).put("name", system.name()).toString();
            ComponentProperties.property(json, "shirube:system", value);
            coverage(json, id, inventory.coverage().getOrDefault(id, Coverage.NONE));
        }
        for (AssignedDiagnostic diagnostic : inventory.diagnostics()) {
            ComponentProperties.property(json, "shirube:diagnostic", text(diagnostic));
        }
    }

    private static void coverage(JsonStream json, String system, Coverage coverage) throws IOException {
        if (coverage.rows().isEmpty()) {
            String value = new ContextText()
                    .put("system", system)
                    .put("outcome", "unrecorded")
                    .toString();
            ComponentProperties.property(json, "shirube:coverage", value);
        }
        for (Map.Entry<Coverage.Key, Coverage.Amount> row : coverage.rows().entrySet()) {
            String outcome =
                    row.getKey().outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String value = new ContextText()
                    .put("system", system)
                    .put("unit", row.getKey().unit())
                    .put("detector", row.getKey().detector())
                    .put("outcome", outcome)
                    .put("inputs", row.getValue().inputs())
                    .put("bytes", row.getValue().bytes())
                    .toString();
            ComponentProperties.property(json, "shirube:coverage", value);
        }
    }

    private static String text(AssignedDiagnostic assigned) {
        return new ContextText()
                .put("system", assigned.system())
                .put("code", assigned.diagnostic().code().id())
                .put("severity", assigned.diagnostic().severity().name().toLowerCase(Locale.ROOT))
                .put("location", assigned.diagnostic().location())
                .put("arguments", assigned.diagnostic().arguments())
                .toString();
    }
}
