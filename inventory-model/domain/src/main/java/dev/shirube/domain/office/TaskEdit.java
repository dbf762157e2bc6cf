package dev.shirube.domain.office;

import dev.shirube.domain.FiscalQuarter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the office wrote about one task; whatever it left open is empty, and stays what the plan says.
 *
 * @param assignee who does it, as a name or a desk
 * @param personDays the office's own estimate of the whole work, instead of the table's
 * @param start the quarter in which it is to start, where that is possible at all
 * @param begun the day on which work began
 * @param finished the day on which it was finished
 */
public record TaskEdit(
        String assignee,
        Optional<Integer> personDays,
        Optional<FiscalQuarter> start,
        Optional<LocalDate> begun,
        Optional<LocalDate> finished,
        Optional<TaskStatus> status,
        String note) {

    /** Ids of the cells. */
    public static final String ASSIGNEE = "assignee";

    public static final String PERSON_DAYS = "revised_days";
    public static final String START = "start";
    public static final String BEGUN = "begun";
    public static final String FINISHED = "finished";
    public static final String STATUS = "status";
    public static final String NOTE = "note";

    /** Nothing was written. */
    public static final TaskEdit NONE = of(Map.of());

    /** What those cells say, by the ids of their columns. */
    public static TaskEdit of(Map<String, String> cells) {
        return new TaskEdit(
                cells.getOrDefault(ASSIGNEE, ""),
                Written.number(cells.get(PERSON_DAYS)),
                Written.quarter(cells.get(START)),
                Written.day(cells.get(BEGUN)),
                Written.day(cells.get(FINISHED)),
                Written.term(TaskStatus.values(), cells.get(STATUS)),
                cells.getOrDefault(NOTE, ""));
    }

    /** What follows from the dates where no status was written. */
    public TaskStatus standing() {
        return status.orElse(
                finished.isPresent()
                        ? TaskStatus.DONE
                        : begun.isPresent() ? TaskStatus.UNDER_WAY : TaskStatus.NOT_BEGUN);
    }
}
