package dev.shirube.exchange.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsWriterTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static List<JsonNode> write(Inventory inventory) throws IOException {
        return text(inventory).lines().map(MAPPER::readTree).toList();
    }

    private static String text(Inventory inventory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FindingsWriter(AlgorithmRegistry.standard(), out).write(inventory, "0.1.0", LocalDate.of(2026, 11, 23));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Finding finding(String identity) {
        return SampleInventory.finding(
                identity, CryptoFunction.SIGN, "app.jar!/com/acme/Signer.class", CodeContext.MAIN);
    }

    @Test
    void theFirstLineNamesTheSchemaAndTheOthersTheirKind() throws IOException {
        List<JsonNode> lines = write(SampleInventory.inventory(List.of(finding("ecdsa"))));
        assertThat(lines.get(0).get("schema").asString()).isEqualTo("shirube-findings/1");
        assertThat(lines)
                .extracting(line -> line.get("kind").asString())
                .containsExactly("scan", "finding", "diagnostic", "coverage", "coverage", "coverage");
    }

    @Test
    void aFindingIsOneObjectWithTheFieldsOfTheContract() throws IOException {
        JsonNode line = write(SampleInventory.inventory(List.of(finding("ecdsa;curve=nist/P-256;digest=SHA-256"))))
                .get(1);
        assertThat(line.toString())
                .isEqualTo(
                        "{\"kind\":\"finding\",\"system\":\"juki\",\"asset\":{\"type\":\"algorithm\","
                                + "\"family\":\"ECDSA\",\"name\":\"ECDSA-P-256-SHA-256\",\"curve\":\"nist/P-256\","
                                + "\"id\":\"algorithm:ecdsa;curve=nist/P-256;digest=SHA-256\"},\"quantum\":\"vulnerable\","
                                + "\"function\":\"sign\",\"category\":\"signature\","
                                + "\"location\":\"app.jar!/com/acme/Signer.class\",\"line\":42,\"offset\":17,"
                                + "\"symbol\":\"java.security.Signature#getInstance\",\"in\":\"com.acme.Signer#sign([B)[B\","
                                + "\"evidence\":\"bytecode\",\"values\":[\"SHA256withRSA\",\"a;b=c,d%20\"],"
                                + "\"expression\":\"prefix + \\\"; function=verify\\\"\",\"resolution\":\"partial\","
                                + "\"reason\":\"entry-param\",\"row\":\"java.security.Signature#getInstance\",\"hops\":2,"
                                + "\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                                + "\"context\":\"main\",\"confidence\":\"likely\",\"detector\":\"bytecode\",\"detectorVersion\":\"1\"}");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws IOException {
        JsonNode asset = write(SampleInventory.inventory(List.of(finding("rsa-key"))))
                .get(1)
                .get("asset");
        assertThat(asset.get("family").asString()).isEqualTo("RSA");
        assertThat(asset.has("parameter")).isFalse();
        assertThat(asset.has("curve")).isFalse();
    }

    @Test
    void everyFindingOfEverythingIsOneLineOfValidJson() throws IOException {
        Inventory everything = SampleInventory.everything();
        String text = text(everything);
        assertThat(text).endsWith("\n").doesNotContain("\r").isEqualTo(text(everything));
        assertThat(write(everything))
                .filteredOn(line -> line.get("kind").asString().equals("finding"))
                .hasSameSizeAs(everything.findings());
    }

    @Test
    void aDiagnosticSpeaksBothLanguagesAndCoverageCounts() throws IOException {
        List<JsonNode> lines = write(SampleInventory.inventory(List.of()));
        assertThat(lines.get(1).get("code").asString()).isEqualTo("malformed");
        assertThat(lines.get(1).get("message").asString()).contains("ZIP");
        assertThat(lines.get(1).get("messageJa").asString()).contains("ZIP", "ください");
        assertThat(lines.get(2).get("outcome").asString()).isEqualTo("not-read");
        assertThat(lines.get(2).get("inputs").asInt()).isEqualTo(7);
    }
}
