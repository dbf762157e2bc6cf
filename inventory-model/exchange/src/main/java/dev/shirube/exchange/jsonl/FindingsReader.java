package dev.shirube.exchange.jsonl;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.Text;
import dev.shirube.exchange.ForeignFormat;
import dev.shirube.exchange.ImportHead;
import dev.shirube.exchange.ImportJson;
import dev.shirube.exchange.ImportLimitException;
import dev.shirube.exchange.JsonItem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads what {@link FindingsWriter} wrote, line by line, as the inventory it was. */
public final class FindingsReader implements ForeignFormat {

    /** Lines that are read of one document. */
    private static final int MOST_LINES = 4_000_000;

    @Override
    public Text name() {
        return new Text("Shirube の JSON Lines", "JSON Lines of Shirube");
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = ImportHead.text(head);
        int end = text.indexOf('\n');
        return text.startsWith("{")
                && text.substring(0, end < 0 ? text.length() : end).contains("\"" + FindingsWriter.SCHEMA + "\"");
    }

    @Override
    public boolean carriesItsOwnCoverage(byte[] head) {
        return true;
    }

    @Override
    public Inventory read(InputStream in, String document) throws IOException {
        Lines lines = new Lines(document);
        try (JsonParser parser = ImportJson.parser(in)) {
            lines.read(parser);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (ImportLimitException e) {
            lines.fault(DiagnosticCode.LIMIT_REACHED, e.limit(), "line " + lines.count);
        } catch (StreamConstraintsException e) {
            lines.fault(DiagnosticCode.LIMIT_REACHED, "JSON", "line " + lines.count);
        } catch (JacksonException e) {
            lines.fault(DiagnosticCode.MALFORMED, "JSON Lines", ImportJson.reason(e));
        }
        return lines.inventory();
    }

    /** What was read of one document. */
    private static final class Lines {
        private final String document;
        private final List<AssignedFinding> findings = new ArrayList<>();
        private final List<AssignedDiagnostic> diagnostics = new ArrayList<>();
        private final List<AssignedEndpoint> endpoints = new ArrayList<>();
        private final Map<String, Map<Coverage.Key, Coverage.Amount>> coverage = new HashMap<>();
        private int count;

        Lines(String document) {
            this.document = document;
        }

        void fault(DiagnosticCode code, String... arguments) {
            diagnostics.add(new AssignedDiagnostic(
                    InformationSystem.UNASSIGNED, new Diagnostic(code, document, List.of(arguments))));
        }

        Inventory inventory() {
            TreeMap<String, Coverage> all = new TreeMap<>();
            coverage.forEach((id, rows) -> all.put(id, new Coverage(rows)));
            return new Inventory(new TreeMap<>(), findings, diagnostics, all, endpoints);
        }

        void read(JsonParser parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (++count > MOST_LINES) {
                    throw new ImportLimitException("lines", MOST_LINES);
                }
                if (token != JsonToken.START_OBJECT) {
                    fault(DiagnosticCode.MALFORMED, "JSON Lines", "line " + count + ": no object");
                    return;
                }
                try {
                    line(JsonItem.read(parser));
                } catch (IllegalArgumentException e) {
                    fault(DiagnosticCode.MALFORMED, "JSON Lines", "line " + count + ": " + e.getMessage());
                }
            }
        }

        private void line(JsonItem line) {
            String kind = line.text("kind");
            String system = line.text("system").isEmpty() ? InformationSystem.UNASSIGNED : line.text("system");
            switch (kind) {
                case "finding" -> findings.add(new AssignedFinding(system, finding(line)));
                case "diagnostic" -> diagnostics.add(new AssignedDiagnostic(system, diagnostic(line)));
                case "coverage" -> coverage(system, line);
                case "endpoint" -> endpoints.add(new AssignedEndpoint(system, endpoint(line)));
                case "scan" -> line.texts("systems").forEach(it -> coverage.computeIfAbsent(it, id -> new HashMap<>()));
                default -> throw new IllegalArgumentException("no kind of line: " + kind);
            }
        }

        private void coverage(String system, JsonItem line) {
            String word = line.text("outcome").toUpperCase(Locale.ROOT).replace('-', '_');
            coverage.computeIfAbsent(system, id -> new HashMap<>())
                    .put(
                            new Coverage.Key(line.text("unit"), line.text("detector"), Coverage.Outcome.valueOf(word)),
                            new Coverage.Amount(whole(line, "inputs"), whole(line, "bytes")));
        }

        private static long whole(JsonItem line, String name) {
            String digits = line.text(name);
            return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
        }
    }

    private static Finding finding(JsonItem line) {
        Occurrence place = new Occurrence(
                line.text("location"),
                line.number("line"),
                line.number("offset"),
                line.text("in"),
                line.text("symbol"),
                line.number("ordinal").orElse(0),
                EvidenceKind.of(line.text("evidence")),
                line.text("context").equals(CodeContext.TEST.id()) ? CodeContext.TEST : CodeContext.MAIN,
                CodeOwner.of(line.text("owner")),
                Reach.of(line.text("reach")));
        Evidence evidence = new Evidence(
                line.text("detector"),
                line.text("detectorVersion"),
                line.text("row"),
                line.texts("values"),
                line.text("expression"),
                Resolution.of(line.text("resolution")),
                line.text("reason"),
                line.number("hops").orElse(0),
                line.text("sha256"));
        return new Finding(
                AssetDetail.read(line.object("asset")),
                place,
                CryptoFunction.of(line.text("function")),
                Category.of(line.text("category")),
                Confidence.of(line.text("confidence")),
                evidence);
    }

    private static Diagnostic diagnostic(JsonItem line) {
        DiagnosticCode code = Stream.of(DiagnosticCode.values())
                .filter(it -> it.id().equals(line.text("code")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no code " + line.text("code")));
        return new Diagnostic(code, line.text("location"), line.texts("arguments"));
    }

    private static EndpointProfile endpoint(JsonItem line) {
        List<ObservedFact> facts = line.objects("facts").stream()
                .map(it -> new ObservedFact(
                        it.text("subject"),
                        ObservedFact.State.of(it.text("state"))
                                .orElseThrow(() -> new IllegalArgumentException("no state " + it.text("state"))),
                        it.text("reason"),
                        it.text("probe")))
                .toList();
        return new EndpointProfile(line.text("location"), line.text("plan"), facts);
    }
}
