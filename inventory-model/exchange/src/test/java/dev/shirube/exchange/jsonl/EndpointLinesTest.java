package dev.shirube.exchange.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of endpoints are what they were when the schema was numbered: programs of others read them. */
class EndpointLinesTest {

    private static final Path SCHEMA = Path.of("..", "..", "docs", "schema", "shirube-endpoint-1.schema.json");

    private static String written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FindingsWriter(AlgorithmRegistry.standard(), out)
                .write(SampleInventory.endpoints(), "0.1.0", LocalDate.of(2026, 11, 23));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> errors(String line) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(line, InputFormat.JSON).stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @Test
    void theLinesAreThoseOfTheGoldenFile() throws IOException {
        try (InputStream golden = EndpointLinesTest.class.getResourceAsStream("endpoints-1.jsonl")) {
            assertThat(written()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyLineFitsTheSchema() throws IOException {
        List<String> lines = written().lines().skip(1).toList();
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            assertThat(errors(line)).as(line).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "shirube-endpoint/1, shirube-endpoint/2",
        "not-supported, no",
        "system, owner",
        "subject, about",
    })
    void theSchemaRefusesOneDefectAtATime(String right, String wrong) throws IOException {
        String line = written().lines().skip(2).findFirst().orElseThrow();
        assertThat(line).contains("\"" + right + "\"");
        assertThat(errors(line.replace("\"" + right + "\"", "\"" + wrong + "\"")))
                .isNotEmpty();
    }
}
