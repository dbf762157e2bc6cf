package dev.shirube.engine.fuzz;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Limits;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryReader;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A fuzz target: any bytes as an archive, ZIP or runtime image by what they begin with, through the whole walk.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over the kept seeds and changes of them.
 */
public final class ArchiveFuzz {
    private static final Limits LIMITS = new Limits(1 << 20, 4, 200, 1 << 18, 1 << 22, 2_000, 4);
    private static final ScanContext CONTEXT =
            ScanContext.standard(LocalDate.EPOCH).withLimits(LIMITS);
    private static final FakeDetector READS = FakeDetector.doing("reads", (input, unit) -> Detection.NOTHING);

    private ArchiveFuzz() {}

    /** Fails if the bytes end the scan, or if they are neither looked at nor said to be broken. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        InMemoryUnit unit = InMemoryUnit.of().under(CONTEXT).with("a.jar", bytes);
        new Scanner(List.of(InMemoryReader.of(unit)), List.of(READS))
                .scan(new DirectoryTarget(Path.of("memory")), CONTEXT, sink);
        long counted = 0;
        for (ScanResult result : sink.results()) {
            for (Diagnostic diagnostic : result.diagnostics()) {
                if (diagnostic.code() == DiagnosticCode.DETECTOR_FAILED) {
                    throw new AssertionError(diagnostic.toString());
                }
            }
            counted += result.coverage().rows().values().stream()
                    .mapToLong(Coverage.Amount::inputs)
                    .sum();
        }
        if (counted == 0) {
            throw new AssertionError("not accounted for");
        }
    }
}
