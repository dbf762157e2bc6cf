package dev.shirube.engine.prefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnchorSearchTest {

    private static final long ALL = -1L;

    @Test
    void agreesWithNaiveSearchOnRandomInput() {
        assertThat(agreements(1)).isLessThan(500);
    }

    @Test
    void agreesWithNaiveSearchWhereItLeaps() {
        assertThat(agreements(6)).isGreaterThan(1_000);
    }

    /** In how many of the rounds the search was one that leaps; all of them give what a naive search gives. */
    private static int agreements(int shortest) {
        Random random = new Random(20350331);
        int hits = 0;
        int leaping = 0;
        for (int round = 0; round < 3_000; round++) {
            int letters = 1 + random.nextInt(4);
            List<Set<String>> groups = new ArrayList<>();
            for (int group = 1 + random.nextInt(8); group > 0; group--) {
                Set<String> anchors = new TreeSet<>();
                for (int count = random.nextInt(5); count > 0; count--) {
                    anchors.add(word(random, shortest + random.nextInt(9), letters));
                }
                groups.add(anchors);
            }
            byte[] bytes = word(random, random.nextInt(2_100), letters).getBytes(StandardCharsets.UTF_8);
            int length = random.nextInt(bytes.length + 1);
            long wanted = random.nextInt(1 << groups.size());
            long expected = naive(groups, bytes, length) & wanted;
            hits += Long.bitCount(expected);
            AnchorSearch search = AnchorSearch.of(groups);
            leaping += search instanceof AnchorLeaps ? 1 : 0;

            assertThat(search.search(bytes, length, wanted))
                    .as("%s in round %d", groups, round)
                    .isEqualTo(expected);
        }
        assertThat(hits).isGreaterThan(1_000);
        return leaping;
    }

    @Test
    void findsALoneAnchorWhereverItStands() {
        AnchorSearch search = AnchorSearch.of(List.of(Set.of("absent"), Set.of("java/security/Signature")));
        byte[] anchor = "java/security/Signature".getBytes(StandardCharsets.UTF_8);
        for (int size : new int[] {23, 100, 511, 512, 513, 514, 515, 516, 700, 2_000}) {
            for (int at = 0; at + anchor.length <= size; at++) {
                byte[] bytes = new byte[size];
                System.arraycopy(anchor, 0, bytes, at, anchor.length);

                assertThat(search.search(bytes, size, ALL))
                        .as("%d of %d", at, size)
                        .isEqualTo(2);
                assertThat(search.search(bytes, at + anchor.length - 1, ALL)).isZero();
            }
        }
    }

    @Test
    void findsAnAnchorLongerThanAQuarterOfTheInput() {
        String anchor = "x".repeat(100) + "y".repeat(500);
        AnchorSearch search = AnchorSearch.of(List.of(Set.of(anchor)));
        byte[] bytes = ("x".repeat(37) + anchor).getBytes(StandardCharsets.UTF_8);

        assertThat(search.search(bytes, bytes.length, 1)).isEqualTo(1);
        assertThat(search.search(bytes, bytes.length - 1, 1)).isZero();
    }

    @Test
    void findsAnchorsThatAreInsideOrAcrossOneAnother() {
        AnchorSearch search = AnchorSearch.of(List.of(Set.of("he"), Set.of("she"), Set.of("his"), Set.of("hers")));

        assertThat(search.search(utf8("ushers"), 6, ALL)).isEqualTo(0b1011);
        assertThat(search.search(utf8("ahishers"), 8, ALL)).isEqualTo(0b1111);
        assertThat(search.search(utf8("h e r s"), 7, ALL)).isZero();
    }

    @Test
    void treatsEveryByteAlike() {
        AnchorSearch search = AnchorSearch.of(List.of(Set.of("\0\0\1"), Set.of("暗号鍵")));

        assertThat(search.search(new byte[] {0, 0, 0, 0, 1, -1}, 6, ALL)).isEqualTo(1);
        assertThat(search.search(utf8("秘密の暗号鍵です"), 24, ALL)).isEqualTo(2);
    }

    @Test
    void manyAnchorsWithEveryByteValueFit() {
        List<String> anchors = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            anchors.add(new String(Character.toChars(0x80 + i)) + "-anchor-" + i);
        }
        AnchorSearch search = AnchorSearch.of(Collections.nCopies(64, anchors));

        for (String anchor : anchors) {
            byte[] bytes = utf8("prefix " + anchor);
            assertThat(search.search(bytes, bytes.length, ALL)).isEqualTo(ALL);
        }
        assertThat(search.search(utf8("-anchor-1999"), 12, ALL)).isZero();
    }

    @Test
    void refusesWhatItCannotTellApart() {
        assertThatThrownBy(() -> AnchorSearch.of(Collections.nCopies(65, Set.of("abc"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65");
        assertThatThrownBy(() -> AnchorSearch.of(List.of(Set.of(""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
    }

    private static long naive(List<Set<String>> groups, byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        long found = 0;
        for (int group = 0; group < groups.size(); group++) {
            if (groups.get(group).stream().anyMatch(text::contains)) {
                found |= 1L << group;
            }
        }
        return found;
    }

    private static String word(Random random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(letters)));
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
