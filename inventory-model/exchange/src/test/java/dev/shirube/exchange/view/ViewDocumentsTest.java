package dev.shirube.exchange.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.SystemStanding;
import dev.shirube.domain.readiness.Presence;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of views are what they were when their schemas were numbered: programs of others read them. */
class ViewDocumentsTest {

    private static final Path SCHEMAS = Path.of("..", "..", "docs", "schema");
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static final ViewHead HEAD = new ViewHead(
            "0.1.0",
            AS_OF,
            new TreeMap<>(Map.of("algorithm", List.of("RSA", "ecdsa"))),
            new TreeMap<>(Map.of(
                    "juki",
                    SystemStanding.SCANNED,
                    "toshokan",
                    SystemStanding.NOT_SCANNED,
                    "zeimu",
                    SystemStanding.IMPORTED)));

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static String written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Inventory inventory() {
        return SampleInventory.inventory(List.of(
                SampleInventory.finding(
                        SampleInventory.certificate(Instant.parse("2027-01-01T00:00:00Z")),
                        CryptoFunction.CERTIFICATE,
                        "a.pem",
                        CodeContext.MAIN),
                SampleInventory.finding(
                        "rsa-key;parameter=2048", CryptoFunction.SIGN, "src/A.java", CodeContext.TEST)));
    }

    private static String document(String kind) throws IOException {
        Inventory inventory = inventory();
        return switch (kind) {
            case "list" ->
                written(out -> FindingList.write(out, HEAD, inventory.findings().iterator(), () -> 7, REGISTRY));
            case "coverage" -> written(out -> CoverageList.write(out, HEAD, inventory));
            case "summary" -> written(out -> SummaryList.write(out, HEAD, summaries()));
            default -> {
                CryptoAsset asset = SampleInventory.certificate(Instant.parse("2027-01-01T00:00:00Z"));
                AssetPage page = new AssetPage(
                        asset,
                        Optional.of(CertificateChains.of(inventory)),
                        List.of(new AssetPresence(
                                "juki", "juki@2026-04-01#1", AS_OF, "juki@2026-11-23#2", AS_OF, true)),
                        inventory.findings().subList(0, 1),
                        3);
                yield written(out -> page.write(out, HEAD, REGISTRY));
            }
        };
    }

    private static List<SystemSummary> summaries() {
        List<SystemSummary> all = new ArrayList<>();
        for (SystemStanding standing : SystemStanding.values()) {
            boolean looked = standing != SystemStanding.NOT_SCANNED;
            all.add(new SystemSummary(
                    "s-" + standing.id(),
                    "市役所",
                    standing,
                    looked ? Map.of(QuantumThreat.VULNERABLE, 3L) : Map.of(),
                    looked ? 1 : 0,
                    2,
                    4,
                    Map.of(CodeOwner.OWN, 3L),
                    0,
                    Map.of(Presence.NO, 1L),
                    1));
        }
        return all;
    }

    private static List<String> errors(String kind, String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(SCHEMAS.resolve("shirube-inventory-" + kind + "-1.schema.json")),
                        InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON).stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "coverage", "summary", "asset"})
    void theDocumentIsThatOfTheGoldenFileAndFitsItsSchema(String kind) throws IOException {
        String document = document(kind);
        assertThat(errors(kind, document)).isEmpty();
        try (InputStream golden = ViewDocumentsTest.class.getResourceAsStream(kind + "-1.json")) {
            assertThat(document).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "list, shirube-inventory-list/1, shirube-inventory-list/2",
        "list, origin, source",
        "list, not-scanned, none",
        "list, algorithm, algo",
        "summary, unreadable, unread",
        "summary, scanned, not-scanned",
        "coverage, outcome, result",
        "asset, quantumParts, parts",
        "asset, root, top",
    })
    void theSchemaRefusesOneDefectAtATime(String kind, String right, String wrong) throws IOException {
        String document = document(kind).replace("\"issuer-not-found\"", "\"root\"");
        assertThat(document).contains("\"" + right + "\"");
        assertThat(errors(kind, document.replaceFirst("\"" + right + "\"", "\"" + wrong + "\"")))
                .isNotEmpty();
    }

    /** What was looked at by nobody has no numbers, not even nought. */
    @Test
    void notScannedIsNeverNone() throws IOException {
        assertThat(document("summary").replaceAll("\\s", ""))
                .contains("\"standing\":\"not-scanned\",\"uses\":null,\"unreadable\":null")
                .contains("\"unreadable\":null,\"vulnerableIn\":{");
    }

    /** A million rows would not fit otherwise: each is written before the next is asked for. */
    @Test
    void findingsAreWrittenAsTheyCome() throws IOException {
        AssignedFinding finding = inventory().findings().get(0);
        long[] bytes = {0};
        long[] behind = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int value) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes[0] += length;
            }
        };
        FindingList.write(
                counting,
                HEAD,
                IntStream.range(0, 20_000)
                        .peek(i -> behind[0] = Math.max(behind[0], i * 500L - bytes[0]))
                        .mapToObj(i -> finding)
                        .iterator(),
                () -> 0,
                REGISTRY);
        assertThat(bytes[0]).isGreaterThan(10_000_000);
        assertThat(behind[0]).isLessThan(100_000);
    }
}
