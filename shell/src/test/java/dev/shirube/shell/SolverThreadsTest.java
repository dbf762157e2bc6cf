package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.solver.Solution;
import dev.shirube.planner.solver.Solver;
import dev.shirube.reports.bench.BenchInstance;
import dev.shirube.reports.bench.InstanceReader;
import dev.shirube.reports.bench.ScheduleWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plan and certificate are the same bytes whatever the threads. The solver has one thread and no option for more; what could
 * differ is what others do at the same time in the process, and how many processors and common threads it was given.
 */
class SolverThreadsTest {

    private static final List<Integer> THREADS = List.of(1, 2, 8);
    private static final int TASKS = 150;
    private static final int PERIODS = 24;

    @TempDir
    Path folder;

    @Test
    void manySolversAtOnceWriteTheSameBytes() throws Exception {
        BenchInstance instance = InstanceReader.read(instance().getBytes(StandardCharsets.UTF_8));
        String alone = solved(instance, 1);
        assertThat(alone).contains("\"starts\"", "\"certificate\"", "\"precedence\"");
        assertThat(solved(instance, 2)).as("another seed finds another plan").isNotEqualTo(alone);
        for (int threads : THREADS) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                assertThat(together(pool, instance)).hasSize(8).containsOnly(alone);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static List<String> together(ExecutorService pool, BenchInstance instance)
            throws InterruptedException, ExecutionException {
        List<Future<String>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(pool.submit(() -> solved(instance, 1)));
        }
        List<String> all = new ArrayList<>();
        for (Future<String> it : running) {
            all.add(it.get());
        }
        return all;
    }

    private static String solved(BenchInstance instance, long seed) throws IOException {
        Solution solution = new Solver(instance.problem(), seed, 2).solve();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScheduleWriter.plan(instance, solution, out);
        ScheduleWriter.certificate(instance, solution, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void processorsAndCommonThreadsChangeNothing() throws Exception {
        Files.writeString(folder.resolve("i.json"), instance());
        List<String> plans = new ArrayList<>();
        for (int threads : THREADS) {
            String options = "-XX:ActiveProcessorCount=" + threads
                    + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads;
            ShirubeProcess.run(
                            folder,
                            Map.of("LC_ALL", "C.UTF-8", "JAVA_TOOL_OPTIONS", options),
                            "roadmap",
                            "solve",
                            "i.json",
                            "--work",
                            "3",
                            "--out",
                            "plan.json",
                            "--certificate",
                            "certificate.json")
                    .endsWith(0);
            plans.add(Files.readString(folder.resolve("plan.json"))
                    + Files.readString(folder.resolve("certificate.json")));
        }
        assertThat(plans).hasSize(3).containsOnly(plans.get(0));
        assertThat(plans.get(0)).contains("\"t149\"");
    }

    /** Teams, a budget, links, freezes and deadlines, so scarce that the search has something to find. */
    private static String instance() {
        Random random = new Random(7);
        StringBuilder tasks = new StringBuilder();
        for (int j = 0; j < TASKS; j++) {
            int duration = 1 + random.nextInt(3);
            String before = j > 3 && random.nextBoolean() ? "[\"t" + random.nextInt(j) + "\",0]" : "";
            String money = random.nextInt(3) > 0 ? "null" : "\"money\"";
            tasks.append(j == 0 ? "" : ",")
                    .append("{\"id\":\"t" + j + "\",\"kind\":\"app\",\"system\":\"s" + j / 5 + "\",\"duration\":"
                            + duration)
                    .append(",\"demand\":[[\"team" + random.nextInt(3) + "\"," + (1 + random.nextInt(4)) + "]]")
                    .append(",\"pool\":" + money + ",\"cost\":[" + "3,".repeat(duration - 1) + "3]")
                    .append(",\"release\":" + random.nextInt(6) + ",\"latest_start\":null,\"calendar\":\"freeze\"")
                    .append(",\"deadline\":" + (random.nextInt(12) == 0 ? PERIODS - 2 : null))
                    .append(",\"preds\":[" + before + "],\"weight\":" + (1 + random.nextInt(20)))
                    .append(",\"steps\":[[12,5,10]],\"drop_penalty\":50}");
        }
        StringBuilder years = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int p = 0; p < PERIODS; p++) {
            years.append(p == 0 ? "" : ",").append(p / 4);
            ends.append(p == 0 ? "" : ",").append(p % 4 == 3 ? 0 : 1);
        }
        List<String> teams = new ArrayList<>();
        for (int team = 0; team < 3; team++) {
            teams.add("{\"id\":\"team" + team + "\",\"capacity\":[" + "14,".repeat(PERIODS - 1) + "14]}");
        }
        return "{\"format\":\"shirube-roadmap-instance/1\",\"name\":\"threads\",\"periods\":" + PERIODS
                + ",\"periods_per_year\":4,\"year_of_period\":[" + years + "],\"teams\":[" + String.join(",", teams)
                + "],\"pools\":[{\"id\":\"money\",\"budget\":[40,60,60,60,60,60]}],\"calendars\":[{\"id\":\"freeze\","
                + "\"finish_allowed\":[" + ends + "]}],\"tasks\":[" + tasks + "]}";
    }
}
