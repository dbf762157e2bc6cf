package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Occurrence;
import dev.shirube.reports.CityHall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SarifTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Language.class)
    void isValidAgainstTheSchemaOfOasis(Language language) throws Exception {
        assertThat(schema().validate(write(CityHall.inventory(), language), InputFormat.JSON))
                .isEmpty();
        assertThat(schema().validate(write(Inventory.EMPTY, language), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaWouldRefuseAMistake() throws Exception {
        String wrong = write(CityHall.inventory(), Language.JA).replace("\"level\":\"note\"", "\"level\":\"notice\"");
        assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyFindingIsAResultAndOnlyWhatAQuantumComputerBreaksIsAWarning() throws Exception {
        JsonNode results = run(CityHall.inventory()).get("results");
        assertThat(results).hasSize(CityHall.inventory().findings().size());
        for (JsonNode result : results) {
            boolean broken = result.at("/properties/quantum").asString().equals("vulnerable");
            assertThat(result.get("level").asString()).isEqualTo(broken ? "warning" : "note");
        }
        assertThat(results.valueStream().map(it -> it.get("ruleId").asString()))
                .contains("sign.rsassa-pkcs1v15", "verify.ecdsa", "keygen.unresolved", "tls.tls", "encrypt.aes");
    }

    @Test
    void codeThatTakesAKeyTypeForGrantedIsANote() throws Exception {
        AssignedFinding signed = CityHall.inventory().findings().stream()
                .filter(it -> it.finding().function() == CryptoFunction.SIGN)
                .findFirst()
                .orElseThrow();
        Finding finding = signed.finding();
        Finding cast = new Finding(
                finding.asset(),
                finding.occurrence(),
                CryptoFunction.KEY_TYPE,
                finding.category(),
                finding.confidence(),
                finding.evidence());
        Inventory inventory = new Inventory(
                new TreeMap<>(), List.of(new AssignedFinding(signed.system(), cast)), List.of(), new TreeMap<>());
        JsonNode run = run(inventory);
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("level").asString()).isEqualTo("note");
        assertThat(result.get("ruleId").asString()).startsWith("key-type.");
        assertThat(result.at("/message/text").asString()).contains("前提");
        assertThat(run.at("/tool/driver/rules/0/help/text").asString())
                .contains("takes a key type for granted")
                .contains("前提");
        assertThat(schema().validate(write(inventory, Language.EN), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyResultPointsAtItsRule() throws Exception {
        JsonNode run = run(CityHall.inventory());
        JsonNode rules = run.at("/tool/driver/rules");
        for (JsonNode result : run.get("results")) {
            assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
        }
        assertThat(rules.valueStream().map(it -> it.at("/help/text").asString()))
                .allMatch(help -> help.contains("量子計算機") || help.contains("不明"))
                .allMatch(help -> help.contains("uantum computer") || help.contains("unknown"));
    }

    @Test
    void everyDiagnosticIsANotification() throws Exception {
        JsonNode notifications = run(CityHall.inventory()).at("/invocations/0/toolExecutionNotifications");
        assertThat(notifications.valueStream().map(it -> it.at("/descriptor/id").asString()))
                .containsExactlyInAnyOrder("locked", "limit-reached", "host-unreachable");
    }

    @Test
    void bytecodeOffsetsAreNotColumns() throws Exception {
        for (JsonNode result : run(CityHall.inventory()).get("results")) {
            JsonNode place = result.at("/locations/0/physicalLocation");
            if (place.at("/artifactLocation/uri").asString().endsWith(".class")) {
                assertThat(place.at("/region").has("startColumn")).isFalse();
            }
            if (place.at("/artifactLocation/uri").asString().endsWith(".java")) {
                assertThat(place.at("/region/startColumn").asInt()).isEqualTo(9);
            }
        }
    }

    @Test
    void aMovedLineKeepsItsFingerprint() throws Exception {
        AssignedFinding finding = CityHall.inventory().findings().get(0);
        Occurrence at = finding.finding().occurrence();
        Occurrence moved = new Occurrence(
                at.location(),
                OptionalInt.of(at.line().orElse(1) + 10),
                OptionalInt.of(3),
                at.member(),
                at.symbol(),
                at.ordinal(),
                at.kind(),
                at.context());
        assertThat(fingerprint(
                        new AssignedFinding(finding.system(), finding.finding().withOccurrence(moved))))
                .isEqualTo(fingerprint(finding))
                .hasSize(64);
    }

    @Test
    void theSameInventoryGivesTheSameBytes() throws Exception {
        assertThat(write(CityHall.inventory(), Language.JA)).isEqualTo(write(CityHall.inventory(), Language.JA));
    }

    @ParameterizedTest
    @CsvSource({
        "src/A.java, src/A.java",
        "lib/x.jar!/com/acme/A.class, lib/x.jar!/com/acme/A.class",
        "src/鍵 管理/K.java, src/%E9%8D%B5%20%E7%AE%A1%E7%90%86/K.java",
        "repo@1f2e:src/A.java, repo@1f2e%3Asrc/A.java",
        "a%20b#c?.java, a%2520b%23c%3F.java",
        "tls://host:443, tls%3A//host%3A443",
        "tls://[2001:db8::1]:443, tls%3A//%5B2001%3Adb8%3A%3A1%5D%3A443"
    })
    void locationsBecomeUriReferences(String location, String expected) {
        assertThat(SarifUri.of(location)).isEqualTo(expected);
        URI uri = URI.create(SarifUri.of(location));
        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getPath()).isEqualTo(location);
    }

    /** What GitHub code scanning asks of a file (docs.github.com, SARIF support for code scanning) and multitool's GH rules check. */
    @Test
    void hasWhatGitHubAsksFor() throws Exception {
        JsonNode run = run(CityHall.inventory());
        assertThat(run.at("/automationDetails/id").asString()).endsWith("/");
        for (JsonNode rule : run.at("/tool/driver/rules")) {
            for (String required :
                    List.of("/shortDescription/text", "/fullDescription/text", "/help/text", "/help/markdown")) {
                assertThat(rule.at(required).asString()).as(required).isNotBlank();
            }
            assertThat(rule.at("/shortDescription/text").asString()).hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/fullDescription/text").asString()).hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/properties/tags").size()).isLessThanOrEqualTo(10);
            String severity = rule.at("/properties/security-severity").asString("");
            boolean warning = rule.at("/defaultConfiguration/level").asString().equals("warning");
            assertThat(severity.isEmpty()).isEqualTo(!warning);
            assertThat(rule.at("/properties/tags").toString().contains("\"security\""))
                    .isEqualTo(warning);
            assertThat(rule.at("/help/text").asString().contains("jp-migrate-2035"))
                    .isEqualTo(warning);
        }
        Set<String> bases = new HashSet<>();
        run.get("originalUriBaseIds").propertyNames().forEach(bases::add);
        for (JsonNode result : run.get("results")) {
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asString())
                    .matches("[0-9a-f]{16}:1");
            assertThat(result.get("locations")).hasSize(1);
            JsonNode artifact = result.at("/locations/0/physicalLocation/artifactLocation");
            assertThat(URI.create(artifact.get("uri").asString()).isAbsolute()).isFalse();
            assertThat(bases).contains(artifact.get("uriBaseId").asString());
            assertThat(result.at("/message/text").asString()).matches("(?s).*[.。)]");
        }
    }

    @Test
    void aDiagnosticOfALinePointsAtThatLineAndOneOfAnEndpointAtNone() throws Exception {
        Inventory inventory = new Inventory(
                new TreeMap<>(),
                List.of(),
                List.of(
                        new AssignedDiagnostic(
                                "hp", Diagnostic.of(DiagnosticCode.CONTENT_ELSEWHERE, "nginx.conf:6", "x")),
                        new AssignedDiagnostic(
                                "hp", Diagnostic.of(DiagnosticCode.CONTENT_ELSEWHERE, "tls://host:443", "x"))),
                new TreeMap<>());
        JsonNode notifications = run(inventory).at("/invocations/0/toolExecutionNotifications");
        JsonNode file = notifications.at("/0/locations/0/physicalLocation");
        assertThat(file.at("/artifactLocation/uri").asString()).isEqualTo("nginx.conf");
        assertThat(file.at("/region/startLine").asInt()).isEqualTo(6);
        JsonNode endpoint = notifications.at("/1/locations/0/physicalLocation");
        assertThat(endpoint.at("/artifactLocation/uri").asString()).isEqualTo("tls%3A//host%3A443");
        assertThat(endpoint.has("region")).isFalse();
    }

    private static String fingerprint(AssignedFinding finding) throws Exception {
        Inventory one =
                new Inventory(new java.util.TreeMap<>(), List.of(finding), List.of(), new java.util.TreeMap<>());
        return run(one).at("/results/0/partialFingerprints/shirubeFinding~1v1").asString();
    }

    private static JsonNode run(Inventory inventory) throws Exception {
        return JSON.readTree(write(inventory, Language.JA)).at("/runs/0");
    }

    private static String write(Inventory inventory, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Sarif.write(inventory, "0.1.0", language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Schema schema() throws IOException {
        try (InputStream schema = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }
}
