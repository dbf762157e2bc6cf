package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.transcript.TranscriptFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep as a process: killed and begun again, and in little memory. */
@Tag("slow")
@Timeout(180)
class SweepProcessTest {
    /** Each server refuses three hellos, and then its triage is over. */
    private static final int CONNECTIONS = 3;

    @TempDir
    Path folder;

    private final List<InetSocketAddress> places = new ArrayList<>();

    @Test
    void asksNothingTwiceAfterItWasKilled() throws Exception {
        try (CrowdServer crowd = CrowdServer.start()) {
            for (int i = 0; i < 600; i++) {
                places.add(crowd.add("127.0." + (20 + i % 9) + ".1", CrowdServer.Kind.REFUSING, 60));
            }
            Path journal = folder.resolve("journal");
            Process first = begin(256, journal, 4_000);
            while (crowd.visits().size() < 700 && first.isAlive()) {
                Thread.sleep(5);
            }
            first.destroyForcibly().waitFor();
            Map<InetSocketAddress, Integer> before = settled(crowd);
            Map<InetSocketAddress, Integer> recorded = recorded(journal);
            int inFlight = 0;
            for (InetSocketAddress place : places) {
                int lost = before.getOrDefault(place, 0) - recorded.getOrDefault(place, 0);
                assertThat(lost)
                        .as("connections to " + place + " that left no record")
                        .isBetween(0, 1);
                inFlight += lost;
            }
            assertThat(sum(recorded)).as("killed in the middle").isBetween(300, 600 * CONNECTIONS - 300);
            // As many as may be open at once, and as many that had ended and were on their way to the journal.
            assertThat(inFlight).isLessThanOrEqualTo(2 * 256);

            Process second = begin(256, journal, 4_000);
            assertThat(second.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).contains("HOST_UNDECIDED=");
            Map<InetSocketAddress, Integer> after = settled(crowd);
            for (InetSocketAddress place : places) {
                int again = after.get(place) - before.getOrDefault(place, 0);
                assertThat(recorded.getOrDefault(place, 0) + again)
                        .as("connections to " + place + " that were of use")
                        .isEqualTo(CONNECTIONS);
            }
            assertThat(sum(after)).isEqualTo(600 * CONNECTIONS + inFlight);

            Process third = begin(256, journal, 4_000);
            assertThat(third.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).contains("outcomes {}");
            assertThat(settled(crowd)).isEqualTo(after);
        }
    }

    @Test
    void twoThousandTarpitsFitIntoAHeapOf64Megabytes() throws Exception {
        try (CrowdServer crowd = CrowdServer.start()) {
            for (int i = 0; i < 2_000; i++) {
                boolean silent = i % 2 == 0;
                places.add(crowd.add(
                        "127.0." + (40 + i % 20) + "." + (1 + i % 7),
                        silent ? CrowdServer.Kind.SILENT : CrowdServer.Kind.TRICKLE,
                        40));
            }
            long start = System.nanoTime();
            Process sweep = begin(64, folder.resolve("journal"), 2_000);
            assertThat(sweep.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).contains("outcomes {HOST_STALLED=2000}");
            assertThat(sweep.exitValue()).isZero();
            assertThat(crowd.visits()).hasSize(2_000);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
        }
    }

    @Test
    void serversThatSendMuchFitIntoItToo() throws Exception {
        try (CrowdServer crowd = CrowdServer.start()) {
            for (int i = 0; i < 800; i++) {
                boolean large = i % 4 != 0;
                places.add(crowd.add(
                        "127.0." + (60 + i % 20) + "." + (1 + i % 7),
                        large ? CrowdServer.Kind.LARGE : CrowdServer.Kind.TLS12,
                        20));
            }
            Process sweep = begin(64, folder.resolve("journal"), 4_000);
            assertThat(sweep.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(output()).contains("answered=").doesNotContain("OutOfMemory", "Exception");
            assertThat(sweep.exitValue()).isZero();
            assertThat(crowd.counts()).hasSize(800);
        }
    }

    private Process begin(int heapMegabytes, Path journal, int deadlineMillis) throws IOException {
        Path targets = folder.resolve("targets");
        Files.write(
                targets,
                places.stream()
                        .map(it -> it.getAddress().getHostAddress() + " " + it.getPort())
                        .toList());
        return SweepProcess.start(
                heapMegabytes, folder.resolve("output"), targets, journal, deadlineMillis, 20_000, 20_000);
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    /** What each place saw, once the last connections have been accepted. */
    private static Map<InetSocketAddress, Integer> settled(CrowdServer crowd) throws InterruptedException {
        int seen = -1;
        while (crowd.visits().size() != seen) {
            seen = crowd.visits().size();
            Thread.sleep(200);
        }
        return crowd.counts();
    }

    private Map<InetSocketAddress, Integer> recorded(Path journal) throws Exception {
        Map<InetSocketAddress, Integer> recorded = new HashMap<>();
        try (FileJournal read = new FileJournal(journal)) {
            for (InetSocketAddress place : places) {
                String location = Triage.target(place.getAddress().getHostAddress(), place.getPort())
                        .text();
                int parts = 0;
                for (byte[] part : read.recorded(location)) {
                    assertThat(TranscriptFormat.exchange(part).probe()).isNotEqualTo("resolve");
                    parts++;
                }
                recorded.put(place, read.finished(location) ? CONNECTIONS : parts);
            }
        }
        return recorded;
    }

    private static int sum(Map<InetSocketAddress, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
