package dev.shirube.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.reports.table.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CodedColumnTest {
    private static final int MANY = 2000;

    @Test
    void pathsShareTheirBeginningsAndNoCharacterIsCutInHalf() throws IOException {
        // U+20BB7 and U+20BB8 begin with the same half.
        JsonNode column =
                holds(row -> "src/市/" + row / 10 + "/" + (row % 2 == 0 ? "\uD842\uDFB7" : "\uD842\uDFB8") + row);
        assertThat(column.get("d").get(1).asString()).isEqualTo("\uD842\uDFB81");
        assertThat(column.toString().length()).isLessThan(MANY * 17);
    }

    @Test
    void longRunsAreToldOnce() throws IOException {
        assertThat(holds(row -> "system " + row / 500).get("runs").size()).isEqualTo(8);
        assertThat(holds(row -> "value " + row % 7).has("r")).isTrue();
    }

    @Test
    void whatCountsTheRowsIsLeftToTheReader() throws IOException {
        CodedColumn column = new CodedColumn();
        for (int row = 1; row <= MANY; row++) {
            column.add(new Cell.Number(row), new Cell.Number(row));
        }
        assertThat(json(column).toString()).isEqualTo("{\"count\":" + MANY + "}");
    }

    @Test
    void aColumnWithoutRowsHasNone() throws IOException {
        assertThat(PageText.texts(json(new CodedColumn()))).isEmpty();
    }

    private static JsonNode holds(IntFunction<String> value) throws IOException {
        List<String> rows =
                new ArrayList<>(IntStream.range(0, MANY).mapToObj(value).toList());
        CodedColumn column = new CodedColumn();
        rows.forEach(column::add);
        JsonNode json = json(column);
        assertThat(PageText.texts(json)).isEqualTo(rows);
        return json;
    }

    private static JsonNode json(CodedColumn column) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PageJson.write(out, json -> json.object("column", it -> column.write(json)));
        return new ObjectMapper().readTree(out.toByteArray()).get("column");
    }
}
