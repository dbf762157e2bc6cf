package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ScanResult;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.Scanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One sweep in a process of its own, for tests that end it or give it little memory, and for measuring. */
final class SweepProcess {
    private SweepProcess() {}

    /**
     * Triages endpoints and tells what came out and what it cost.
     *
     * @param args a file with an address and a port on each line; a file for the journal; the deadline of a connection in
     *     milliseconds; connections a second in all and to one address
     */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        List<EndpointTarget> targets = Files.readAllLines(Path.of(args[0])).stream()
                .map(it -> it.split(" "))
                .map(it -> Triage.target(it[0], Integer.parseInt(it[1])))
                .toList();
        Budgets budgets = Budgets.STANDARD.withSpacing(0).withDeadline(Integer.parseInt(args[2]));
        Pace pace = new Pace(Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        Map<String, Integer> outcomes = new TreeMap<>();
        ResultSink sink = result -> outcomes.merge(outcome(result), 1, Integer::sum);
        try (FileJournal journal = new FileJournal(Path.of(args[1]))) {
            new Scanner(List.of(new EndpointReader(budgets, Clock.systemUTC())), List.of(new TlsTranscriptDetector()))
                    .scan(new EndpointListTarget(targets, pace), ScanContext.standard(LocalDate.EPOCH), sink, journal);
        }
        long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("outcomes " + outcomes);
        System.out.println("wall-ms " + wall);
        System.out.println("cpu-ms " + cpuMillis());
    }

    private static String outcome(ScanResult result) {
        Optional<DiagnosticCode> worst = result.diagnostics().stream()
                .map(Diagnostic::code)
                .filter(it -> it.name().startsWith("HOST_"))
                .findFirst();
        return worst.map(Enum::name).orElse("answered");
    }

    private static long cpuMillis() throws IOException {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? TimeUnit.NANOSECONDS.toMillis(os.getProcessCpuTime())
                : -1;
    }

    /** Starts this class in a JVM with that much heap; its output goes where the test's goes, or into the file. */
    static Process start(int heapMegabytes, Path output, Object... args) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                SweepProcess.class.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
