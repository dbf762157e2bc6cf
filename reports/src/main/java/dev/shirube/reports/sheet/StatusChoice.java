package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.domain.office.TaskStatus;
import dev.shirube.reports.table.Choice;

/** How far a task is, as words to choose from. */
enum StatusChoice implements Choice {
    DONE(TaskStatus.DONE),
    UNDER_WAY(TaskStatus.UNDER_WAY),
    NOT_BEGUN(TaskStatus.NOT_BEGUN),
    TO_CONFIRM(TaskStatus.TO_CONFIRM);

    private final TaskStatus status;

    StatusChoice(TaskStatus status) {
        this.status = status;
    }

    static StatusChoice of(TaskStatus status) {
        return valueOf(status.name());
    }

    @Override
    public Text label() {
        return status.label();
    }
}
