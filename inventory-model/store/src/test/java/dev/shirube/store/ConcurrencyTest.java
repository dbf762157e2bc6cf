package dev.shirube.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class ConcurrencyTest {

    private static final int UNITS = 150;
    private static final int ROUNDS = 40;

    @Parameter
    Databases kind;

    @TempDir
    Path directory;

    /** Each writer has a connection of its own, as two processes have. */
    private Callable<Void> writer(String file, String system) {
        return () -> {
            try (Store store = Store.open(file)) {
                ScanSession session = store.begin(system, List.of("t"), LocalDate.EPOCH, "1");
                for (int i = 0; i < UNITS; i++) {
                    session.accept(KilledScan.unit(i));
                }
                session.complete();
            }
            return null;
        };
    }

    @Test
    void two_writers_and_a_reader_do_not_disturb_each_other() throws Exception {
        String file = kind.url(directory, "s");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Void> one = threads.submit(writer(file, "one"));
            Future<Void> two = threads.submit(writer(file, "two"));
            int reads = 0;
            try (Store reader = Store.open(file)) {
                while (!one.isDone() || !two.isDone() || reads == 0) {
                    assertThat(reader.inventory().findings().size() % KilledScan.FINDINGS)
                            .isZero();
                    reads++;
                }
                one.get();
                two.get();
                assertThat(reader.inventory("one").findings()).hasSize(UNITS * KilledScan.FINDINGS);
                assertThat(reader.inventory("two").findings()).hasSize(UNITS * KilledScan.FINDINGS);
                assertThat(reader.snapshots()).hasSize(2).allMatch(Snapshot::complete);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Process process(String file, String system) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledScan.class.getName(),
                        file,
                        system,
                        String.valueOf(UNITS))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void two_processes_scan_into_one_store_at_once() throws Exception {
        String file = kind.url(directory, "p");
        Process one = process(file, "one");
        Process two = process(file, "two");
        try {
            assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(two.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(List.of(one.exitValue(), two.exitValue())).containsOnly(0);
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
        try (Store store = Store.open(file)) {
            assertThat(store.snapshots()).extracting(Snapshot::system).containsExactlyInAnyOrder("one", "two");
            assertThat(store.snapshots()).allMatch(Snapshot::complete);
            assertThat(store.inventory("one").findings()).hasSize(UNITS * KilledScan.FINDINGS);
            assertThat(store.inventory("two").findings()).hasSize(UNITS * KilledScan.FINDINGS);
        }
    }

    @Test
    void whoever_opens_a_new_store_at_the_same_moment_finds_the_same_one() throws Exception {
        int openers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(openers);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String file = kind.url(directory, "r" + round);
                CyclicBarrier together = new CyclicBarrier(openers);
                Callable<Long> opener = () -> {
                    together.await();
                    try (Store store = Store.open(file)) {
                        return store.stats().findings();
                    }
                };
                for (Future<Long> opened : threads.invokeAll(Collections.nCopies(openers, opener))) {
                    assertThat(opened.get()).isZero();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void several_threads_may_use_one_store() throws Exception {
        try (Store store = Store.open(kind.url(directory, "s"))) {
            ScanSession session = store.begin("s", List.of("t"), LocalDate.EPOCH, "1");
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Callable<Void>> work = IntStream.range(0, 100)
                        .<Callable<Void>>mapToObj(i -> () -> {
                            session.accept(KilledScan.unit(i));
                            store.inventory();
                            return null;
                        })
                        .toList();
                for (Future<Void> done : threads.invokeAll(work)) {
                    done.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(store.stats().findings()).isEqualTo(100L * KilledScan.FINDINGS);
        }
    }
}
