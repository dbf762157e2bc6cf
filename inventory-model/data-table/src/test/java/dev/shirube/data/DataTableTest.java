package dev.shirube.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataTableTest {

    private static final DataNode TREE = tree();

    private static DataNode tree() {
        Map<String, DataNode> map = new LinkedHashMap<>();
        map.put("zeta", new DataNode.Text("鍵共有"));
        map.put(
                "alpha",
                new DataNode.Sequence(List.of(
                        new DataNode.Whole(-257),
                        new DataNode.Truth(true),
                        new DataNode.Truth(false),
                        DataNode.NOTHING)));
        return new DataNode.Mapping(map);
    }

    @Test
    void whatIsWrittenIsReadBackInTheSameOrder() {
        DataNode read = DataTable.read(DataTable.write(TREE));
        assertThat(read).isEqualTo(TREE);
        assertThat(read.entries().keySet()).containsExactly("zeta", "alpha");
        assertThat(DataTable.write(read)).isEqualTo(DataTable.write(TREE));
    }

    @Test
    void aMissingEntryIsNothingAndNotNull() {
        DataNode missing = TREE.get("no").get("such").get("entry");
        assertThat(missing.present()).isFalse();
        assertThat(missing.optionalText()).isEmpty();
        assertThat(missing.items()).isEmpty();
        assertThat(missing.intOr(7)).isEqualTo(7);
    }

    @Test
    void theWrongKindSaysWhatItFound() {
        assertThatThrownBy(() -> TREE.get("alpha").text()).hasMessageContaining("A text was expected");
        assertThatThrownBy(() -> TREE.get("zeta").whole()).hasMessageContaining("鍵共有");
    }

    @Test
    void aDamagedTableIsRefused() {
        byte[] bytes = DataTable.write(TREE);
        bytes[0] ^= 1;
        assertThatThrownBy(() -> DataTable.read(bytes)).hasMessageContaining("build the module again");
    }

    @Test
    void aTableCutAnywhereIsRefused() {
        byte[] bytes = DataTable.write(TREE);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> DataTable.read(cut)).hasMessageContaining("build the module again");
        }
    }

    @Test
    void aMissingTableNamesItself() {
        assertThatThrownBy(() -> DataTable.load(DataTableTest.class, "none.table"))
                .hasMessageContaining("none.table");
    }
}
