package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.domain.office.TaskStatus;
import dev.shirube.reports.table.Choice;
import dev.shirube.reports.table.Tone;

/** How far a task is, as words to choose from. */
enum StatusChoice implements Choice {
    DONE(TaskStatus.DONE, Tone.GOOD),
    UNDER_WAY(TaskStatus.UNDER_WAY, Tone.CAUTION),
    NOT_BEGUN(TaskStatus.NOT_BEGUN, Tone.PLAIN),
    TO_CONFIRM(TaskStatus.TO_CONFIRM, Tone.DANGER);

    private final TaskStatus status;
    private final Tone tone;

    StatusChoice(TaskStatus status, Tone tone) {
        this.status = status;
        this.tone = tone;
    }

    static StatusChoice of(TaskStatus status) {
        return valueOf(status.name());
    }

    @Override
    public Text label() {
        return status.label();
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
