package dev.shirube.planner.policy;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the authorities contradict one another, read from {@code conflicts.yaml}; the words are those of the packs' rules. */
public final class Conflicts {

    private Conflicts() {}

    /** Every conflict of which both sides stand in these packs, each side with its rules in these packs only. */
    public static List<Conflict> among(Collection<PolicyPack> packs) {
        Map<String, Citation> rules = new LinkedHashMap<>();
        packs.stream()
                .flatMap(pack -> pack.citations().stream())
                .forEach(it -> rules.put(it.rule().id(), it));
        List<Conflict> conflicts = new ArrayList<>();
        for (DataNode row : Holder.TABLE.get("conflicts").items()) {
            Conflict conflict = new Conflict(
                    row.get("id").text(),
                    text(row.get("name")),
                    text(row.get("text")),
                    kind(row.get("kind").text()),
                    side(row.get("a"), rules),
                    side(row.get("b"), rules));
            if (!conflict.one().isEmpty() && !conflict.other().isEmpty()) {
                conflicts.add(conflict);
            }
        }
        return List.copyOf(conflicts);
    }

    /** Every rule id that the table names. */
    static List<String> named() {
        return Holder.TABLE.get("conflicts").items().stream()
                .flatMap(row ->
                        java.util.stream.Stream.concat(row.get("a").texts().stream(), row.get("b").texts().stream()))
                .toList();
    }

    private static List<Citation> side(DataNode ids, Map<String, Citation> rules) {
        return ids.texts().stream().filter(rules::containsKey).map(rules::get).toList();
    }

    private static Conflict.Kind kind(String id) {
        for (Conflict.Kind kind : Conflict.Kind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new IllegalStateException("The table of conflicts uses the kind " + id + ", which is not one of ours.");
    }

    private static Text text(DataNode node) {
        return new Text(node.get("ja").text(), node.get("en").text());
    }

    private static final class Holder {
        static final DataNode TABLE = DataTable.load(Conflicts.class, "conflicts.table");
    }
}
