package dev.shirube.planner;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task that the office wrote down itself: no finding asks for it, and it stays whatever a new scan finds.
 *
 * @param id by which plans, forms and other tasks name it
 * @param system id of the information system, or {@code -} for the office as a whole
 * @param team who does it; the team of the system where nothing is said
 * @param earliest the first day on which it can start
 * @param deadline the last day by which it is to be done
 * @param after ids of tasks that must be finished first, derived ones or the office's own
 * @param before ids of tasks that must wait for it
 */
public record OwnTask(
        String id,
        String system,
        Text title,
        Optional<String> team,
        int personDays,
        Optional<LocalDate> earliest,
        Optional<LocalDate> deadline,
        List<String> after,
        List<String> before) {

    /** What an id looks like; those of derived tasks begin with T- and are theirs alone. */
    public static final Pattern ID = Pattern.compile("(?!T-)[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /** As much work as a task can be. */
    public static final int MOST_DAYS = 100_000;

    /** Refuses null, an id that is none, and less than no work. */
    public OwnTask {
        if (!ID.matcher(id).matches() || personDays < 0 || personDays > MOST_DAYS) {
            throw new IllegalArgumentException("No task of an office: " + id + ", " + personDays + " person-days");
        }
        Objects.requireNonNull(system);
        Objects.requireNonNull(title);
        Objects.requireNonNull(team);
        Objects.requireNonNull(earliest);
        Objects.requireNonNull(deadline);
        after = List.copyOf(after);
        before = List.copyOf(before);
    }
}
