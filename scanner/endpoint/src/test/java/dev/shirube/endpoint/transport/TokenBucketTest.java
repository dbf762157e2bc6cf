package dev.shirube.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 19, 20, 40, 100, 1000, 20_000})
    void givesNeverMoreInAnySecondAndNearlySoMany(int perSecond) {
        List<Long> taken = taken(perSecond, -5 * SECOND, 4 * SECOND, 0);
        for (int i = 0; i + perSecond < taken.size(); i++) {
            assertThat(taken.get(i + perSecond) - taken.get(i)).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat(taken.size()).isGreaterThanOrEqualTo((int) (4L * perSecond * 94 / 100));
    }

    @Test
    void losesNothingByATimerThatIsLate() {
        assertThat(taken(100, 0, 4 * SECOND, 30_000_000L).size()).isGreaterThanOrEqualTo(376);
    }

    @Test
    void savesNoMoreThanAFewWhileNobodyAsks() {
        TokenBucket bucket = new TokenBucket(100);
        assertThat(bucket.take(0)).isTrue();
        long later = 3600 * SECOND;
        int atOnce = 0;
        while (bucket.take(later)) {
            atOnce++;
        }
        assertThat(atOnce).isEqualTo(5);
        assertThat(bucket.waits(later)).isBetween(1L, SECOND / 90);
    }

    /** All that can be taken from some time on for that long, by a caller who asks when told to, or so much later. */
    private static List<Long> taken(int perSecond, long from, long length, long late) {
        TokenBucket bucket = new TokenBucket(perSecond);
        List<Long> taken = new ArrayList<>();
        long now = from;
        while (now - from < length) {
            while (bucket.take(now)) {
                taken.add(now);
            }
            now += bucket.waits(now) + late;
        }
        return taken;
    }
}
