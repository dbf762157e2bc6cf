package dev.shirube.reports.sheet;

import dev.shirube.domain.Text;
import dev.shirube.domain.office.AnswerStatus;
import dev.shirube.reports.table.Choice;
import dev.shirube.reports.table.Tone;

/** Whether a question is answered, as words to choose from. */
enum AnswerChoice implements Choice {
    ANSWERED(AnswerStatus.ANSWERED, Tone.GOOD),
    ASKED(AnswerStatus.ASKED, Tone.CAUTION),
    OPEN(AnswerStatus.OPEN, Tone.PLAIN);

    private final AnswerStatus status;
    private final Tone tone;

    AnswerChoice(AnswerStatus status, Tone tone) {
        this.status = status;
        this.tone = tone;
    }

    static AnswerChoice of(AnswerStatus status) {
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
