package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Reach;
import org.junit.jupiter.api.Test;

class FindingRecordTest {

    private static final Finding A = Samples.rsa("src/A.java", 1);

    /** As stores were written before owner and reach were known of: its digest decides whether a finding has changed. */
    private static final String WITHOUT = "src/A.java\t1\t\\-\tm\tjava.security.Signature#getInstance\t0\tSOURCE\tMAIN"
            + "\tSIGN\tPUBLIC_KEY\tCERTAIN\tsource\t1\trow\t1\tSHA256withRSA\t\tLITERAL\t\t0\t";

    @Test
    void a_record_written_before_owner_and_reach_were_known_of_is_still_the_record_of_that_finding() {
        assertThat(FindingRecord.read(A.asset(), WITHOUT)).isEqualTo(A);
        assertThat(FindingRecord.write(A)).isEqualTo(WITHOUT);
    }

    @Test
    void owner_and_reach_stand_at_its_end() {
        Finding told = A.withOccurrence(A.occurrence().withReach(CodeOwner.OWN, Reach.ENTRY));
        assertThat(FindingRecord.write(told)).isEqualTo(WITHOUT + "\tOWN\tENTRY");
        assertThat(FindingRecord.read(A.asset(), WITHOUT + "\tOWN\tENTRY")).isEqualTo(told);
    }
}
