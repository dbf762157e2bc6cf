package dev.shirube.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.register.RegisterColumn;
import dev.shirube.domain.register.SystemRegister;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on the register names the columns that there are. */
class RegisterGuideTest {

    @Test
    void thePageHasARowForEachColumnAndNoOther() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("../docs/register.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(SystemRegister.columns().stream()
                        .map(RegisterGuideTest::row)
                        .toList());
    }

    private static String row(RegisterColumn column) {
        return String.join(
                " | ",
                "| `" + column.id() + "`",
                column.title().ja(),
                column.title().en(),
                column.note().en(),
                column.accepts().en() + " |");
    }
}
