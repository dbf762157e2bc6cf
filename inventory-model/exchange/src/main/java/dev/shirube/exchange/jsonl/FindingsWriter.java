package dev.shirube.exchange.jsonl;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact;
import dev.shirube.exchange.AssetView;
import dev.shirube.exchange.FindingMembers;
import dev.shirube.exchange.JsonStream;
import dev.shirube.exchange.WellFormed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes findings, diagnostics, coverage and endpoints as JSON Lines, {@code shirube-findings/1}: one object a line, in UTF-8.
 *
 * <p>The first line is the scan itself and names the schema. Every call site is one line. What is not known is left out
 * (line, offset, parameter, curve, owner, reach, detectorVersion; ordinal where it is 0) or an empty text; {@code values} holds all possible values.
 */
public final class FindingsWriter {

    /** The schema that the first line names. */
    public static final String SCHEMA = "shirube-findings/1";

    /** The schema that each line of an endpoint names; it is described in {@code docs/schema}. */
    public static final String ENDPOINT_SCHEMA = "shirube-endpoint/1";

    private final AlgorithmRegistry registry;
    private final OutputStream out;

    /** A writer to that stream, which it never closes; buffer it, each line is written at once. */
    public FindingsWriter(AlgorithmRegistry registry, OutputStream out) {
        this.registry = registry;
        this.out = out;
    }

    /** Writes a whole inventory: scan, findings, diagnostics, coverage, endpoints, each in their sorted order. */
    public void write(Inventory any, String toolVersion, LocalDate asOf) throws IOException {
        Inventory inventory = WellFormed.inventory(any);
        Set<String> systems = new TreeSet<>(inventory.coverage().keySet());
        inventory.endpoints().forEach(it -> systems.add(it.system()));
        scan(toolVersion, asOf, systems);
        for (AssignedFinding finding : inventory.findings()) {
            finding(finding);
        }
        for (AssignedDiagnostic diagnostic : inventory.diagnostics()) {
            diagnostic(diagnostic);
        }
        for (Map.Entry<String, Coverage> coverage : inventory.coverage().entrySet()) {
            coverage(coverage.getKey(), coverage.getValue());
        }
        for (AssignedEndpoint endpoint : inventory.endpoints()) {
            endpoint(endpoint);
        }
        out.flush();
    }

    /** The first line. */
    public void scan(String toolVersion, LocalDate asOf, Collection<String> systems) throws IOException {
        line("scan", json -> {
            json.text("schema", SCHEMA);
            json.text("tool", "shirube");
            json.text("version", toolVersion);
            json.text("asOf", asOf.toString());
            json.allTexts("systems", systems);
        });
    }

    /** One finding. */
    public void finding(AssignedFinding assigned) throws IOException {
        Finding finding = assigned.finding();
        line("finding", json -> {
            json.text("system", assigned.system());
            json.object("asset", it -> {
                FindingMembers.asset(it, finding.asset(), registry);
                AssetDetail.write(it, finding.asset());
            });
            json.text(
                    "quantum", AssetView.of(finding.asset(), registry).threat().id());
            json.text("function", finding.function().id());
            json.text("category", finding.category().id());
            FindingMembers.claim(json, finding);
            if (!finding.evidence().detectorVersion().isEmpty()) {
                json.text("detectorVersion", finding.evidence().detectorVersion());
            }
            if (finding.occurrence().ordinal() > 0) {
                json.number("ordinal", finding.occurrence().ordinal());
            }
        });
    }

    /** One thing that could not be read or decided. */
    public void diagnostic(AssignedDiagnostic assigned) throws IOException {
        line("diagnostic", json -> {
            json.text("system", assigned.system());
            json.text("code", assigned.diagnostic().code().id());
            json.text("severity", lower(assigned.diagnostic().severity()));
            json.text("location", assigned.diagnostic().location());
            json.allTexts("arguments", assigned.diagnostic().arguments());
            json.text("message", assigned.diagnostic().message(Language.EN));
            json.text("messageJa", assigned.diagnostic().message(Language.JA));
        });
    }

    /** What was looked at in one system, a line for each unit, detector and outcome. */
    public void coverage(String system, Coverage coverage) throws IOException {
        for (Map.Entry<Coverage.Key, Coverage.Amount> row : coverage.rows().entrySet()) {
            line("coverage", json -> {
                json.text("system", system);
                json.text("unit", row.getKey().unit());
                json.text("detector", row.getKey().detector());
                json.text("outcome", lower(row.getKey().outcome()).replace('_', '-'));
                json.number("inputs", row.getValue().inputs());
                json.number("bytes", row.getValue().bytes());
            });
        }
    }

    /** What was observed of one endpoint by one plan; a subject without a fact was not asked. */
    public void endpoint(AssignedEndpoint assigned) throws IOException {
        line("endpoint", json -> {
            json.text("schema", ENDPOINT_SCHEMA);
            json.text("system", assigned.system());
            json.text("location", assigned.profile().location());
            json.text("plan", assigned.profile().plan());
            json.list("facts", list -> {
                for (ObservedFact fact : assigned.profile().facts()) {
                    list.object(it -> {
                        it.text("subject", fact.subject());
                        it.text("state", fact.state().id());
                        it.text("reason", fact.reason());
                        it.text("probe", fact.probe());
                    });
                }
            });
        });
    }

    private void line(String kind, JsonStream.Body body) throws IOException {
        JsonStream.line(
                out,
                json -> json.object(it -> {
                    it.text("kind", kind);
                    body.write(it);
                }));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
