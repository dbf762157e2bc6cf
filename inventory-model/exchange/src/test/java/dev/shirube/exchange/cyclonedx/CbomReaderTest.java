package dev.shirube.exchange.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CbomReaderTest {

    private static Inventory read(String json) {
        try {
            return CbomReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "in.cdx.json");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<DiagnosticCode> codes(Inventory inventory) {
        return inventory.diagnostics().stream()
                .map(AssignedDiagnostic::diagnostic)
                .map(it -> it.code())
                .toList();
    }

    /** All but the one place with half a surrogate pair, which no UTF-8 document can carry. */
    private static List<AssignedFinding> carried(Inventory inventory) {
        return inventory.findings().stream()
                .filter(it -> !it.finding().occurrence().location().startsWith("hostile"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingThatWasWrittenIsReadBackEqual(CbomVersion version) {
        Inventory everything = SampleInventory.everything();
        Inventory read = read(CbomWriterTest.write(version, everything));
        assertThat(read.diagnostics()).isEqualTo(everything.diagnostics());
        assertThat(read.coverage()).isEqualTo(everything.coverage());
        assertThat(read.findings()).hasSameSizeAs(everything.findings());
        assertThat(carried(read)).isEqualTo(carried(everything)).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @EnumSource
    void everyEndpointThatWasWrittenIsReadBackEqualAndTheDocumentIsValid(CbomVersion version) {
        Inventory endpoints = SampleInventory.endpoints();
        String json = CbomWriterTest.write(version, endpoints);
        assertThat(CbomSchema.errors(version, json)).isEmpty();
        assertThat(json).isEqualTo(CbomWriterTest.write(version, endpoints));
        assertThat(read(json).diagnostics()).isEmpty();
        assertThat(read(json).endpoints()).isEqualTo(endpoints.endpoints()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system=a; plan=b",
                "",
                "system=a; location=tls://x; plan=b\"},{\"name\":\"shirube:endpoint-fact\",\"value\":\"subject=s; state=yes",
            })
    void anEndpointThatDoesNotSayWhatOursSayIsADiagnostic(String identity) {
        Inventory read = read("{\"bomFormat\":\"CycloneDX\",\"services\":[{\"name\":\"x\",\"properties\":"
                + "[{\"name\":\"shirube:endpoint\",\"value\":\"" + identity + "\"}]}]}");
        assertThat(read.endpoints()).isEmpty();
        assertThat(codes(read)).containsExactly(DiagnosticCode.MALFORMED);
    }

    @Test
    void aServiceOfOthersIsCounted() {
        assertThat(codes(read("{\"bomFormat\":\"CycloneDX\",\"services\":[{\"name\":\"x\"}]}")))
                .containsExactly(DiagnosticCode.NOT_IMPORTED);
    }

    @Test
    void aDocumentCutAnywhereKeepsWhatCameBeforeAndSaysSo() {
        String json = CbomWriterTest.write(CbomVersion.V1_7, SampleInventory.everything());
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            Inventory read = read(json.substring(0, random.nextInt(json.length() - 2)));
            assertThat(codes(read)).contains(DiagnosticCode.MALFORMED);
        }
        String half = json.substring(0, json.indexOf("\"dependencies\""));
        assertThat(carried(read(half))).isEqualTo(carried(SampleInventory.everything()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"bomFormat\":\"SPDX\"}", "not json", "{\"bomFormat\":{}}"})
    void whatIsNoCycloneDxIsADiagnostic(String text) {
        assertThat(codes(read(text))).containsExactly(DiagnosticCode.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "algorithm:",
                "algorithm:ecdsa;size=3",
                "certificate:sha256=00",
                "key:private;sha256=00",
                "protocol:tls",
                "library:pkg:x",
                "nothing",
                "",
                "algorithm:unresolved;row=",
            })
    void aComponentThatDoesNotHoldWhatItNamesIsADiagnostic(String id) {
        Inventory read = read("{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"cryptographic-asset\","
                + "\"evidence\":{\"occurrences\":[{\"location\":\"a\"}]},"
                + "\"properties\":[{\"name\":\"shirube:asset\",\"value\":\"" + id + "\"}]}]}");
        assertThat(read.findings()).isEmpty();
        assertThat(codes(read)).containsExactly(DiagnosticCode.MALFORMED);
    }

    @Test
    void aBottomlessDocumentIsRefusedAndNotFollowed() {
        String deep = "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"a\":" + "[".repeat(100_000);
        assertThat(codes(read(deep))).contains(DiagnosticCode.LIMIT_REACHED);
    }

    @Test
    void aStreamThatFailsIsAnIoException() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }
        };
        assertThatThrownBy(() -> CbomReader.read(broken, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Input/output error");
    }
}
