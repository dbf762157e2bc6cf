package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    Path directory;

    @RepeatedTest(10)
    void a_scan_that_is_killed_keeps_every_committed_unit_whole(RepetitionInfo repetition) throws Exception {
        Path file = directory.resolve("s.db");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledScan.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int until = new Random(repetition.getCurrentRepetition()).nextInt(300);
        int committed = 0;
        try (BufferedReader out = child.inputReader()) {
            while (committed <= until && out.readLine() != null) {
                committed++;
            }
            // By its handle: destroying the process object itself would close the stream that is still to be read.
            child.toHandle().destroyForcibly();
            child.waitFor();
            // What it said between the last line read here and its death was committed too.
            committed += (int) out.lines().filter(it -> it.matches("[0-9]+")).count();
        }

        assertThat(committed).isBetween(until, KilledScan.UNITS - 1);
        try (Store store = Store.open(file.toString())) {
            String check = store.database()
                    .read(it -> Sql.first(it, row -> row.getString(1), "PRAGMA integrity_check")
                            .orElseThrow());
            assertThat(check).isEqualTo("ok");
            ScanSession session = store.resume("s", List.of("t")).orElseThrow();
            assertThat(IntStream.range(0, committed).filter(i -> !session.finished("u" + i)))
                    .isEmpty();
            long findings = store.stats().findings();
            assertThat(findings % KilledScan.FINDINGS).isZero();
            assertThat(findings / KilledScan.FINDINGS).isBetween((long) committed, committed + 1L);
        }
    }

    @Test
    void a_resumed_scan_ends_with_the_same_inventory_as_an_undisturbed_one() {
        try (Store disturbed = Store.open(directory.resolve("d.db").toString());
                Store whole = Store.open(directory.resolve("w.db").toString())) {
            ScanSession first = disturbed.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            IntStream.range(0, 9).forEach(i -> first.accept(KilledScan.unit(i)));
            ScanSession resumed = disturbed.resume("s", List.of("t")).orElseThrow();
            IntStream.range(0, 20)
                    .filter(i -> !resumed.finished("u" + i))
                    .forEach(i -> resumed.accept(KilledScan.unit(i)));
            resumed.complete();
            ScanSession all = whole.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            IntStream.range(0, 20).forEach(i -> all.accept(KilledScan.unit(i)));
            all.complete();

            assertThat(disturbed.inventory()).isEqualTo(whole.inventory());
            assertThat(disturbed.snapshots()).isEqualTo(whole.snapshots());
        }
    }
}
