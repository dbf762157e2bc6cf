package dev.shirube.planner.roadmap;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import dev.shirube.domain.Text;
import dev.shirube.domain.dependency.SystemLink;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of tasks, what they follow from and what comes before what, read from {@code task-kinds.yaml}. */
final class TaskTable {

    /** How far a row of the table reaches. */
    enum Within {
        OFFICE("office"),
        SYSTEM("system"),
        USE("use"),
        USE_AND_SYSTEM("use-system"),
        TASK("task");

        private final String id;

        Within(String id) {
            this.id = id;
        }

        private static Within of(String id) {
            for (Within value : values()) {
                if (value.id.equals(id)) {
                    return value;
                }
            }
            throw new IllegalStateException("task-kinds.yaml says " + id + ", which is no reach");
        }
    }

    /**
     * A task that follows from others.
     *
     * @param uses rows of the migration map; empty for any
     * @param tasks least number of tasks it follows from
     * @param systems least number of systems; 0 where it does not matter
     * @param places least number of findings; 0 where it does not matter
     * @param words what a finding must name; empty where it does not matter
     * @param certificates {@code self-signed} or {@code issued}; empty for any asset
     */
    record Derived(
            TaskKind kind,
            Within per,
            String detail,
            Set<TaskKind> of,
            List<String> uses,
            int tasks,
            int systems,
            int places,
            List<String> words,
            boolean peers,
            String certificates,
            Optional<Text> title,
            Text why) {}

    /** What must be finished before what. */
    record Order(Set<TaskKind> first, Set<TaskKind> then, Within within) {}

    /** Who of two systems that hang together comes first. */
    enum By {
        ISSUER,
        SERVER,
        VERIFIER
    }

    /** What must be finished first between two systems; {@code uses} is empty for any row of the migration map. */
    record Between(Set<SystemLink.Kind> links, By by, List<String> uses, Text why) {}

    private final Map<TaskKind, Role> roles = new EnumMap<>(TaskKind.class);
    private final Set<TaskKind> renewals = EnumSet.noneOf(TaskKind.class);
    private final List<Derived> derived = new ArrayList<>();
    private final List<Order> order = new ArrayList<>();
    private final List<Between> between;

    private TaskTable(DataNode table) {
        for (TaskKind kind : TaskKind.values()) {
            DataNode row = table.get("kinds").get(kind.id());
            String role = row.get("role").text();
            roles.put(kind, new Role(role, text(table.get("roles").get(role))));
            if (row.get("renewal").truthOr(false)) {
                renewals.add(kind);
            }
        }
        table.get("derived").items().forEach(row -> derived.add(derived(row)));
        table.get("order")
                .items()
                .forEach(row -> order.add(new Order(
                        kinds(row.get("first")),
                        kinds(row.get("then")),
                        Within.of(row.get("within").text()))));
        between = table.get("between").items().stream()
                .map(row -> new Between(
                        links(row.get("links")),
                        By.valueOf(row.get("by").text().toUpperCase(Locale.ROOT)),
                        row.get("uses").texts(),
                        text(row.get("why"))))
                .toList();
    }

    static TaskTable standard() {
        return Holder.TABLE;
    }

    Role role(TaskKind kind) {
        return roles.get(kind);
    }

    /** Whether it is worth waiting for the renewal of the system with it. */
    boolean waitsForRenewal(TaskKind kind) {
        return renewals.contains(kind);
    }

    List<Derived> derived() {
        return List.copyOf(derived);
    }

    List<Order> order() {
        return List.copyOf(order);
    }

    List<Between> between() {
        return between;
    }

    private static Derived derived(DataNode row) {
        return new Derived(
                kind(row.get("kind").text()),
                Within.of(row.get("per").text()),
                row.get("detail").textOr(""),
                kinds(row.get("of")),
                row.get("uses").texts(),
                row.get("tasks").intOr(1),
                row.get("systems").intOr(0),
                row.get("places").intOr(0),
                row.get("words").texts(),
                row.get("peers").truthOr(false),
                row.get("certificates").textOr(""),
                row.get("title").present() ? Optional.of(text(row.get("title"))) : Optional.empty(),
                text(row.get("why")));
    }

    private static Set<TaskKind> kinds(DataNode list) {
        Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
        list.texts().forEach(it -> kinds.add(kind(it)));
        return kinds;
    }

    private static Set<SystemLink.Kind> links(DataNode list) {
        Set<SystemLink.Kind> links = EnumSet.noneOf(SystemLink.Kind.class);
        list.texts()
                .forEach(it -> links.add(
                        SystemLink.Kind.valueOf(it.toUpperCase(Locale.ROOT).replace('-', '_'))));
        return links;
    }

    private static TaskKind kind(String id) {
        return TaskKind.byId(id)
                .orElseThrow(() -> new IllegalStateException("task-kinds.yaml names " + id + ", which is no kind"));
    }

    private static Text text(DataNode node) {
        return new Text(node.get("ja").text(), node.get("en").text());
    }

    private static final class Holder {
        static final TaskTable TABLE = new TaskTable(DataTable.load(TaskTable.class, "task-kinds.table"));
    }
}
