package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OccurrenceTest {

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,UNKNOWN,0,false",
        "OWN,ENTRY,0,false",
        "OWN,UNKNOWN,0,false",
        "OWN,NOT_REACHED,1,false",
        "THIRD_PARTY,REACHED,2,false",
        "THIRD_PARTY,UNKNOWN,2,false",
        "THIRD_PARTY,NOT_REACHED,3,true",
    })
    void onlyALibraryWithoutAWayToItHasNoUseSeen(CodeOwner owner, Reach reach, int rank, boolean unused) {
        Occurrence at = new SampleFindings(1).finding().occurrence().withReach(owner, reach);
        assertThat(at.useRank()).isEqualTo(rank);
        assertThat(at.inUnusedLibraryCode()).isEqualTo(unused);
    }

    @ParameterizedTest
    @EnumSource
    void anOwnerIsReadBackFromItsId(CodeOwner owner) {
        assertThat(CodeOwner.of(owner.id())).isEqualTo(owner);
    }

    @ParameterizedTest
    @EnumSource
    void aReachIsReadBackFromItsId(Reach reach) {
        assertThat(Reach.of(reach.id())).isEqualTo(reach);
    }
}
