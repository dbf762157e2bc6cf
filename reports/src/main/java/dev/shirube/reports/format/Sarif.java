package dev.shirube.reports.format;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes an inventory in SARIF 2.1.0 (OASIS standard, errata 01), streamed.
 *
 * <p>Every finding is a result: {@code warning} where a quantum computer breaks it, {@code note} otherwise. Every
 * diagnostic is a notification of the run. No times are written, so that the same inventory gives the same bytes.
 */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** More results than these in a run, and GitHub code scanning refuses the file (docs.github.com, the same page, limits). */
    public static final int MOST_RESULTS = 25_000;

    /**
     * Medium by the same page (4.0 to 6.9): with a value, results count as matters of security; no standard measures this one,
     * and it is neither urgent as a hole that is open today nor nothing.
     */
    private static final String SEVERITY = "5.0";

    private static final Text POLICIES = new Text("移行を求める方針（標準の方針パック）：", "Policies that ask for it (standard packs):");

    /** As diagnostics write a line of a text behind its path. */
    private static final Pattern WITH_LINE = Pattern.compile("(.+):([1-9][0-9]{0,8})");

    private final Inventory inventory;
    private final String toolVersion;
    private final Language language;
    private final AlgorithmRegistry registry;
    private final SortedMap<String, SarifRule> rules = new TreeMap<>();
    private final List<DiagnosticCode> codes;

    private Sarif(Inventory inventory, String toolVersion, Language language, AlgorithmRegistry registry) {
        this.inventory = inventory;
        this.toolVersion = toolVersion;
        this.language = language;
        this.registry = registry;
        this.codes = inventory.diagnostics().stream()
                .map(it -> it.diagnostic().code())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Writes that inventory; messages are in that language, the help of rules in both. The stream is not closed.
     *
     * @throws tools.jackson.core.exc.JacksonIOException if the stream cannot be written
     */
    public static void write(Inventory inventory, String toolVersion, Language language, OutputStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new Sarif(inventory, toolVersion, language, AlgorithmRegistry.standard()).log(json);
        }
    }

    private void log(JsonGenerator json) {
        for (AssignedFinding finding : inventory.findings()) {
            SarifRule rule = SarifRule.of(finding.finding(), registry);
            rules.merge(rule.id(), rule, SarifRule::merge);
        }
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeName("runs").writeStartArray();
        run(json);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void run(JsonGenerator json) {
        json.writeStartObject();
        tool(json);
        json.writeStringProperty("language", language.choose("ja", "en"));
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        // By it a second tool's file of the same commit does not take the place of this one (docs.github.com, SARIF
        // support
        // for code scanning, "runAutomationDetails object").
        json.writeName("automationDetails").writeStartObject();
        json.writeStringProperty("id", "shirube/");
        json.writeEndObject();
        json.writeName("originalUriBaseIds").writeStartObject();
        base(json, SarifResults.ROOT, language.choose("スキャンした対象の最上位。", "The root of the scanned target."));
        base(
                json,
                SarifResults.ENDPOINTS,
                language.choose("通信で調べた接続先。", "Endpoints that were asked over the network."));
        json.writeEndObject();
        invocation(json);
        json.writeName("results").writeStartArray();
        SarifResults results = new SarifResults(json, registry, language, List.copyOf(rules.keySet()));
        inventory.findings().forEach(results::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(JsonGenerator json) {
        json.writeName("tool").writeStartObject();
        json.writeName("driver").writeStartObject();
        json.writeStringProperty("name", "Shirube");
        json.writeStringProperty("version", toolVersion);
        json.writeStringProperty("semanticVersion", toolVersion);
        json.writeName("rules").writeStartArray();
        rules.values().forEach(rule -> rule(json, rule));
        json.writeEndArray();
        json.writeName("notifications").writeStartArray();
        codes.forEach(code -> descriptor(json, code));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Without an address: where the root lies is the reader's to say (section 3.14.14). */
    private static void base(JsonGenerator json, String id, String description) {
        json.writeName(id).writeStartObject();
        message(json, "description", description);
        json.writeEndObject();
    }

    private void rule(JsonGenerator json, SarifRule rule) {
        Text help = rule.help();
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        message(json, "shortDescription", rule.name().in(language));
        message(json, "fullDescription", rule.name().in(language) + language.choose("。", ". ") + help.in(language));
        json.writeName("defaultConfiguration").writeStartObject();
        json.writeStringProperty("level", rule.level());
        json.writeEndObject();
        json.writeName("help").writeStartObject();
        json.writeStringProperty("text", plain(rule, help, Language.JA) + "\n\n" + plain(rule, help, Language.EN));
        json.writeStringProperty("markdown", markdown(rule, help, Language.JA) + markdown(rule, help, Language.EN));
        json.writeEndObject();
        json.writeName("properties").writeStartObject();
        json.writeName("tags").writeStartArray();
        json.writeString("cryptography");
        json.writeString("quantum-" + rule.threat().id());
        if (rule.breaks()) {
            json.writeString("security");
        }
        json.writeEndArray();
        if (rule.breaks()) {
            json.writeStringProperty("security-severity", SEVERITY);
        } else {
            json.writeStringProperty("problem.severity", "recommendation");
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String plain(SarifRule rule, Text help, Language in) {
        String policies = rule.policies().stream().map(it -> "\n- " + it.in(in)).collect(Collectors.joining());
        return help.in(in) + (policies.isEmpty() ? "" : "\n" + POLICIES.in(in) + policies);
    }

    private static String markdown(SarifRule rule, Text help, Language in) {
        String policies =
                rule.policies().stream().map(it -> "- " + it.in(in) + "\n").collect(Collectors.joining());
        return "**" + rule.name().in(in) + "**\n\n" + help.in(in) + "\n\n"
                + (policies.isEmpty() ? "" : POLICIES.in(in) + "\n\n" + policies + "\n");
    }

    private static void descriptor(JsonGenerator json, DiagnosticCode code) {
        json.writeStartObject();
        json.writeStringProperty("id", code.id());
        json.writeName("defaultConfiguration").writeStartObject();
        json.writeStringProperty("level", level(code.severity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void invocation(JsonGenerator json) {
        json.writeName("invocations").writeStartArray();
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeName("toolExecutionNotifications").writeStartArray();
        inventory.diagnostics().forEach(it -> notification(json, it));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void notification(JsonGenerator json, AssignedDiagnostic assigned) {
        json.writeStartObject();
        json.writeName("descriptor").writeStartObject();
        json.writeStringProperty("id", assigned.diagnostic().code().id());
        json.writeNumberProperty("index", codes.indexOf(assigned.diagnostic().code()));
        json.writeEndObject();
        json.writeStringProperty("level", level(assigned.diagnostic().severity()));
        message(json, "message", assigned.diagnostic().message(language));
        json.writeName("locations").writeStartArray();
        json.writeStartObject();
        json.writeName("physicalLocation").writeStartObject();
        place(json, assigned.diagnostic().location());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeName("properties").writeStartObject();
        json.writeStringProperty("system", assigned.system());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String location) {
        Matcher line = WITH_LINE.matcher(location);
        if (SarifUri.endpoint(location) || !line.matches()) {
            SarifResults.artifact(json, location);
            return;
        }
        SarifResults.artifact(json, line.group(1));
        json.writeName("region").writeStartObject();
        json.writeNumberProperty("startLine", Integer.parseInt(line.group(2)));
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    static void message(JsonGenerator json, String name, String text) {
        json.writeName(name).writeStartObject();
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }
}
