package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.EvidenceGrade;
import dev.shirube.planner.policy.PolicyFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The migration map, read from {@code migration-map.yaml}.
 *
 * <p>Targets follow CRYPTREC's list only where its rows are at least reported; everywhere else, and for every signature,
 * the neutral view is given and labelled as such: no Japanese signature target is named while those rows are unknown.
 */
public final class MigrationMap {

    private final String version;
    private final DataNode views;
    private final Map<String, DataNode> uses = new LinkedHashMap<>();
    private final Stances stances;

    private MigrationMap(DataNode table) {
        version = table.get("version").text();
        views = table.get("views");
        table.get("uses").items().forEach(row -> uses.put(row.get("id").text(), row));
        stances = new Stances(this, table.get("stances"));
    }

    /** The map that the program carries. */
    public static MigrationMap standard() {
        return Holder.MAP;
    }

    /** Version of the data. */
    public String version() {
        return version;
    }

    /** The ids of all uses, in authored order. */
    public Set<String> uses() {
        return Collections.unmodifiableSet(uses.keySet());
    }

    /**
     * What replaces that use for that function.
     *
     * @throws IllegalArgumentException for a use the map does not have
     */
    public Replacement replacement(String use, PolicyFunction function) {
        DataNode row = row(use);
        List<Target> all = targets(row, function);
        List<String> listed = row.get("cryptrec").texts();
        List<Target> japanese = all.stream()
                .filter(target -> listed.contains(target.name().en()))
                .toList();
        List<Target> shown = japanese.isEmpty() ? all : japanese;
        boolean known = shown.stream().anyMatch(target -> target.status() != StandardStatus.NONE);
        String view = known ? japanese.isEmpty() ? "neutral" : "cryptrec" : "none";
        return new Replacement(
                use,
                text(row.get("name")),
                text(views.get(view)),
                shown,
                texts(row.get("gates")),
                texts(row.get("caveats")));
    }

    /** The name of that use. */
    public Text name(String use) {
        return text(row(use).get("name"));
    }

    Stances stances() {
        return stances;
    }

    DataNode row(String use) {
        DataNode row = uses.get(use);
        if (row == null) {
            throw new IllegalArgumentException("The migration map has no use " + use);
        }
        return row;
    }

    private List<Target> targets(DataNode row, PolicyFunction function) {
        List<Target> targets = new ArrayList<>();
        row.get("targets").items().forEach(node -> target(node, function).ifPresent(targets::add));
        return targets;
    }

    /** The target in that row, if it serves that function. */
    Optional<Target> target(DataNode node, PolicyFunction function) {
        List<String> functions = node.get("functions").texts();
        return functions.isEmpty() || functions.contains(function.id()) ? Optional.of(target(node)) : Optional.empty();
    }

    private static Target target(DataNode node) {
        String status = node.get("status").text();
        for (StandardStatus value : StandardStatus.values()) {
            if (value.id().equals(status)) {
                return new Target(
                        text(node.get("name")),
                        node.get("construction").textOr(""),
                        node.get("ref").textOr(""),
                        value,
                        EvidenceGrade.valueOf(node.get("evidence").text()),
                        node.get("verified").truthOr(false),
                        node.get("note").present() ? text(node.get("note")) : Text.same(""));
            }
        }
        throw new IllegalStateException("The migration map uses the status " + status + ", which is not one of ours.");
    }

    private static List<Text> texts(DataNode list) {
        return list.items().stream().map(MigrationMap::text).toList();
    }

    static Text text(DataNode node) {
        return node instanceof DataNode.Mapping
                ? new Text(node.get("ja").text(), node.get("en").text())
                : Text.same(node.text());
    }

    private static final class Holder {
        static final MigrationMap MAP = new MigrationMap(DataTable.load(MigrationMap.class, "migration-map.table"));
    }
}
