package dev.shirube.material.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.data.DataNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A library of four versions in two lines; digests are written as one letter each. */
class VersionVoteTest {

    private static final KnownLibrary LIBRARY = KnownLibrary.of(new DataNode.Mapping(Map.of(
            "id", new DataNode.Text("a"),
            "package", new DataNode.Text("pkg:maven/a/a"),
            "root", new DataNode.Text("a"),
            "lines",
                    new DataNode.Sequence(List.of(
                            new DataNode.Text("..1.0 1.1 1.2 1.3..1.5 1.6 1.6..<2"),
                            new DataNode.Text("2.0 2.0.."))))));

    private static final int STRANGE = -1;

    /** The version that those columns vote for, each given by its first and last. */
    private static String version(int[]... votes) {
        List<BitSet> columns = new ArrayList<>();
        for (int[] vote : votes) {
            BitSet set = new BitSet();
            if (vote[0] != STRANGE) {
                set.set(vote[0], vote[vote.length - 1] + 1);
            }
            columns.add(set);
        }
        return new VersionVote(LIBRARY, columns).version();
    }

    @Test
    void oneVersionIsToldOnlyWhereNoOtherReleaseFits() {
        assertThat(version(new int[] {0, 1}, new int[] {1, 2}, new int[] {1})).isEqualTo("vers:maven/>=1.2|<=1.5");
        assertThat(version(new int[] {0}, new int[] {0, 1}, new int[] {0, 2})).isEqualTo("vers:maven/<=1.1");
    }

    @Test
    void aVersionBetweenTwoNeighboursOfTheTableIsToldExactly() {
        KnownLibrary close =
                new KnownLibrary("a", "pkg:maven/a/a", "a", List.of(ReleaseLine.of("1.1 1.2 1.3", 0)), List.of());
        BitSet all = new BitSet();
        all.set(0, 3);
        BitSet middle = new BitSet();
        middle.set(1);
        assertThat(new VersionVote(close, List.of(all, middle, all)).version()).isEqualTo("1.2");
        assertThat(new VersionVote(close, List.of(all, all)).version()).isEqualTo("vers:maven/>=1.1|<=1.3");
    }

    @Test
    void theNewestOfALineMayBeFollowedByWhatNobodyHasSeen() {
        assertThat(version(new int[] {2}, new int[] {2}, new int[] {1, 2})).isEqualTo("vers:maven/>=1.3|<2");
        assertThat(version(new int[] {3}, new int[] {3})).isEqualTo("vers:maven/>=2.0");
    }

    @Test
    void classesThatNobodyHasSeenMakeTheRangeWiderNeverNarrower() {
        assertThat(version(new int[] {1}, new int[] {1, 2}, new int[] {1, 2}, new int[] {1, 2}, new int[] {STRANGE}))
                .isEqualTo("vers:maven/>=1.2|<2");
    }

    @Test
    void classesOfSeveralVersionsTellNone() {
        assertThat(version(new int[] {0}, new int[] {0}, new int[] {3}, new int[] {3}))
                .isEmpty();
    }
}
