package dev.shirube.shell.cli;

import dev.shirube.domain.Text;
import dev.shirube.planner.OwnTask;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code tasks:} of the settings: what the office adds to the tasks that the inventory asks for. */
final class OwnTaskReader {

    private static final String FORM = "- {id: A-1, system: juki, title: 要件定義, days: 20}";
    private static final List<String> NAMES =
            List.of("id", "system", "title", "team", "days", "earliest", "deadline", "after", "before");

    private final Path file;

    OwnTaskReader(Path file) {
        this.file = file;
    }

    /** The tasks of that list; none where there is no list. */
    List<OwnTask> read(Object list) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> items)) {
            throw Settings.wrong(file, "tasks", FORM);
        }
        List<OwnTask> tasks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> row)) {
                throw Settings.wrong(file, "tasks: " + item, FORM);
            }
            OwnTask task = task(row);
            if (!ids.add(task.id())) {
                throw Settings.wrong(file, "tasks: id: " + task.id(), "an id that no other task has / 他の作業と重複しない id");
            }
            tasks.add(task);
        }
        return tasks;
    }

    private OwnTask task(Map<?, ?> row) {
        for (Object name : row.keySet()) {
            if (!NAMES.contains(String.valueOf(name))) {
                throw Settings.wrong(file, "tasks: " + name, String.join(", ", NAMES));
            }
        }
        String id = text(row, "id").orElse("");
        if (!OwnTask.ID.matcher(id).matches()) {
            throw Settings.wrong(file, "tasks: id: " + id, "id: A-1 (A-Z a-z 0-9 _ -, not T-)");
        }
        String system = text(row, "system").orElse("");
        if (system.isBlank()) {
            throw Settings.wrong(file, "tasks: " + id + ": system: " + system, "system: juki, system: \"-\"");
        }
        return new OwnTask(
                id,
                system,
                title(id, row.get("title")),
                text(row, "team"),
                days(id, row.get("days")),
                day(id, row, "earliest"),
                day(id, row, "deadline"),
                ids(id, row, "after"),
                ids(id, row, "before"));
    }

    private Text title(String id, Object title) {
        if (title instanceof Map<?, ?> both && both.get("ja") != null && both.get("en") != null) {
            return new Text(String.valueOf(both.get("ja")), String.valueOf(both.get("en")));
        }
        if (!(title instanceof String text) || text.isBlank()) {
            throw Settings.wrong(file, "tasks: " + id + ": title: " + title, "title: 要件定義, title: {ja: …, en: …}");
        }
        return Text.same(text);
    }

    private int days(String id, Object days) {
        if (!(days instanceof Integer number) || number < 0 || number > OwnTask.MOST_DAYS) {
            throw Settings.wrong(file, "tasks: " + id + ": days: " + days, "days: 20 (0-" + OwnTask.MOST_DAYS + ")");
        }
        return number;
    }

    private Optional<LocalDate> day(String id, Map<?, ?> row, String name) {
        try {
            return text(row, name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Settings.wrong(file, "tasks: " + id + ": " + name + ": " + row.get(name), name + ": 2027-04-01");
        }
    }

    private List<String> ids(String id, Map<?, ?> row, String name) {
        Object list = row.get(name);
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> ids) || ids.stream().anyMatch(it -> !(it instanceof String))) {
            throw Settings.wrong(file, "tasks: " + id + ": " + name + ": " + list, name + ": [T-05960fc12a52]");
        }
        return ids.stream().map(String::valueOf).toList();
    }

    private static Optional<String> text(Map<?, ?> row, String name) {
        return Optional.ofNullable(row.get(name)).map(String::valueOf);
    }
}
