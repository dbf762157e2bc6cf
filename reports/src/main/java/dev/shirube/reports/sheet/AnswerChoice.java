package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.domain.office.AnswerStatus;
import dev.shirube.reports.table.Choice;

/** Whether a question is answered, as words to choose from. */
enum AnswerChoice implements Choice {
    ANSWERED(AnswerStatus.ANSWERED),
    ASKED(AnswerStatus.ASKED),
    OPEN(AnswerStatus.OPEN);

    private final AnswerStatus status;

    AnswerChoice(AnswerStatus status) {
        this.status = status;
    }

    static AnswerChoice of(AnswerStatus status) {
        return valueOf(status.name());
    }

    @Override
    public Text label() {
        return status.label();
    }
}
