import com.sun.management.OperatingSystemMXBean;
import dev.shirube.endpoint.EndpointReader;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks the endpoints of a file and lets go of their transcripts: what a sweep costs without reading the answers into an
 * inventory. Usage: {@code SweepBench triage|full|deep DEADLINE_MILLIS FILE}.
 */
final class SweepBench {
    private SweepBench() {}

    public static void main(String[] args) throws Exception {
        ProbePlan plan = ProbePlan.valueOf(args[0].toUpperCase(Locale.ROOT));
        Budgets budgets = Budgets.LOOPBACK.withDeadline(Integer.parseInt(args[1]));
        List<EndpointTarget> endpoints = Files.readAllLines(Path.of(args[2])).stream()
                .map(URI::create)
                .map(it -> new EndpointTarget(
                        Scheme.TLS, it.getHost(), it.getPort(), Optional.empty(), Optional.empty(), plan))
                .toList();
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        LongAdder units = new LongAdder();
        LongAdder answered = new LongAdder();
        long wall = System.nanoTime();
        long cpu = machine.getProcessCpuTime();
        new EndpointReader(budgets, Clock.systemUTC())
                .read(
                        new EndpointListTarget(endpoints, new Pace(1_000_000, 1_000_000)),
                        ScanContext.standard(LocalDate.EPOCH),
                        new ScanJournal.InMemory(),
                        unit -> {
                            units.increment();
                            if (answered(unit)) {
                                answered.increment();
                            }
                        });
        cpu = machine.getProcessCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        System.out.printf(
                Locale.ROOT,
                "bench:   %d transcripts, %d of hosts that answered; from the first connection on %.2f s and %.2f ms CPU a target%n",
                units.sum(),
                answered.sum(),
                wall / 1e9,
                cpu / 1e6 / endpoints.size());
    }

    /** Whether the host answered at least once in the way that was asked for. */
    private static boolean answered(ScanUnit unit) {
        LongAdder answers = new LongAdder();
        try {
            unit.forEach(input -> answers.add(answers(input)), diagnostic -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers.sum() > 0;
    }

    private static long answers(ScanInput input) {
        try {
            return TranscriptFormat.read(input.bytes()).exchanges().stream()
                    .filter(it -> it.ending() == Ending.ANSWERED)
                    .count();
        } catch (IOException | TranscriptFormatException e) {
            throw new AssertionError(e);
        }
    }
}
