package dev.shirube.reports.sheet;

import dev.shirube.domain.ExceptionGrant;
import dev.shirube.domain.Text;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;

/** Whether an exception still holds. */
enum ExceptionStanding {
    IN_FORCE(new Word(new Text("○ 有効", "○ in force"), Tone.GOOD)),
    /** To be reviewed, or its rule met, within this time. */
    EXPIRING(new Word(new Text("△ 期限間近", "△ expires soon"), Tone.CAUTION)),
    /** Counts as not met. */
    EXPIRED(new Word(new Text("× 期限切れ", "× expired"), Tone.DANGER));

    /** Our own choice: long enough to decide on an extension before the last day. */
    private static final int NOTICE_MONTHS = 3;

    private final Word word;

    ExceptionStanding(Word word) {
        this.word = word;
    }

    Word word() {
        return word;
    }

    static ExceptionStanding of(ExceptionGrant grant, LocalDate today) {
        if (grant.expires().isBefore(today)) {
            return EXPIRED;
        }
        return grant.expires().isBefore(today.plusMonths(NOTICE_MONTHS)) ? EXPIRING : IN_FORCE;
    }
}
