package dev.shirube.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCompilerTest {

    @TempDir
    Path folder;

    @Test
    void aFileBecomesATableAtTheSamePlace() throws IOException {
        Files.createDirectories(folder.resolve("in/dev/acme"));
        Files.writeString(folder.resolve("in/dev/acme/facts.yaml"), "by: 2035-12-31\ncode: 0x11EC\nnames: [鍵, null]\n");
        DataCompiler.compile(folder.resolve("in"), folder.resolve("out"));
        DataNode table = DataTable.read(Files.readAllBytes(folder.resolve("out/dev/acme/facts.table")));
        assertThat(table.get("by").text()).isEqualTo("2035-12-31");
        assertThat(table.get("code").text()).isEqualTo("4588");
        assertThat(table.get("names").items()).containsExactly(new DataNode.Text("鍵"), DataNode.NOTHING);
    }

    @Test
    void aKeyWrittenTwiceStopsTheBuildAndNamesTheFile() throws IOException {
        Path file = folder.resolve("twice.yaml");
        Files.writeString(file, "a: 1\na: 2\n");
        assertThatThrownBy(() -> DataCompiler.parse(file)).hasMessageContaining("twice.yaml");
    }
}
