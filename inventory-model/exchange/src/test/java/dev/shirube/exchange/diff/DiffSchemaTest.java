package dev.shirube.exchange.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.exchange.SampleInventory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document of a comparison fits the schema that other programs rely on, with changes of every level. */
class DiffSchemaTest {

    private static final Path SCHEMA = Path.of("..", "..", "docs", "schema", "shirube-diff-1.schema.json");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Inventory inventory(String algorithm, InformationSystem system) {
        return SampleInventory.inventory(List.of(
                        SampleInventory.finding(algorithm, CryptoFunction.SIGN, "src/A.java", CodeContext.MAIN),
                        SampleInventory.finding(
                                "ecdsa;curve=nist/P-256", CryptoFunction.VERIFY, "src/B.java", CodeContext.MAIN)))
                .withSystems(List.of(system));
    }

    private static String document() throws IOException {
        Inventory before = inventory("rsa-key;parameter=2048", InformationSystem.undeclared("payroll"));
        String id = before.findings().get(0).system();
        Inventory after = inventory("ml-dsa;parameter=65", InformationSystem.undeclared("new"));
        InventoryDiff diff =
                InventoryDiff.between(before.withSystems(List.of(InformationSystem.undeclared(id))), after);
        List<Change> all = new ArrayList<>(diff.occurrences());
        all.addAll(diff.assets());
        all.addAll(diff.systems());
        assertThat(all).hasAtLeastOneElementOfType(Change.OfOccurrence.class);
        assertThat(all).hasAtLeastOneElementOfType(Change.OfAsset.class);
        assertThat(all).hasAtLeastOneElementOfType(Change.OfSystem.class);
        DiffWriter.Head head = new DiffWriter.Head(
                "0.1.0",
                DAY,
                Optional.of(new DiffWriter.State(1, "令和8年度末", DAY, true)),
                Optional.of(new DiffWriter.State(2, "b", DAY, false)),
                "occurrence",
                Optional.of("jp"),
                3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DiffWriter(AlgorithmRegistry.standard(), out).write(head, diff, all);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> errors(String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON).stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @Test
    void theDocumentFitsTheSchema() throws IOException {
        assertThat(errors(document())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shirube-diff/1, shirube-diff/2",
        "not-looked-at, unseen",
        "two-states, two",
        "occurrences-before, before-occurrences",
        "migrated, moved-on",
    })
    void theSchemaRefusesOneDefectAtATime(String right, String wrong) throws IOException {
        String document = document();
        assertThat(document).contains("\"" + right + "\"");
        assertThat(errors(document.replace("\"" + right + "\"", "\"" + wrong + "\"")))
                .isNotEmpty();
    }
}
