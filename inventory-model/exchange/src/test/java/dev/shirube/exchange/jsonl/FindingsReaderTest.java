package dev.shirube.exchange.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.AnyInventory;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsReaderTest {

    private static byte[] write(Inventory inventory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FindingsWriter(AlgorithmRegistry.standard(), out).write(inventory, "0.1.0", LocalDate.of(2026, 11, 23));
        return out.toByteArray();
    }

    private static Inventory read(byte[] bytes) throws IOException {
        return new FindingsReader().read(new ByteArrayInputStream(bytes), "in.jsonl");
    }

    @Test
    void whatIsReadBackIsWrittenInTheSameBytes() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            byte[] once = write(AnyInventory.of(seed));
            assertThat(new String(write(read(once)), StandardCharsets.UTF_8))
                    .as("seed " + seed)
                    .isEqualTo(new String(once, StandardCharsets.UTF_8));
        }
        byte[] sample = write(SampleInventory.everything().merge(SampleInventory.endpoints()));
        assertThat(write(read(sample))).isEqualTo(sample);
        assertThat(new FindingsReader().recognises(sample)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{\"kind\":\"finding\"}",
                "{\"kind\":\"finding\",\"location\":\"a\",\"asset\":{\"type\":\"key\",\"detail\":{\"kind\":[]}}}",
                "{\"kind\":\"finding\",\"location\":\"a\",\"asset\":{\"type\":\"algorithm\",\"id\":\"x\"}}",
                "{\"kind\":\"coverage\",\"outcome\":{}}",
                "{\"kind\":\"diagnostic\",\"code\":\"malformed\",\"arguments\":[\"one\"]}",
                "{\"kind\":\"endpoint\",\"facts\":[{\"state\":\"?\"}]}",
                "{\"kind\":null}",
                "{\"kind\":",
            })
    void whatIsWrongIsADiagnostic(String line) throws IOException {
        Inventory read = read(line.getBytes(StandardCharsets.UTF_8));
        assertThat(read.findings()).isEmpty();
        assertThat(read.diagnostics())
                .extracting(it -> it.diagnostic().code())
                .containsExactly(DiagnosticCode.MALFORMED);
    }

    @Test
    void aFileCutAnywhereKeepsTheLinesBeforeTheCut() throws IOException {
        byte[] whole = write(SampleInventory.everything());
        for (int cut = 400; cut < whole.length - 1; cut += 97) {
            byte[] part = java.util.Arrays.copyOf(whole, cut);
            long lines = new String(part, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(it -> it == '\n')
                    .count();
            Inventory read = read(part);
            assertThat(read.findings().size()).isGreaterThanOrEqualTo((int) Math.min(lines - 1, 90));
        }
    }
}
