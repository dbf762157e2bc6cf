package dev.shirube.standard;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Passwords;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetReader;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A fuzz target: any bytes in a file of one name, through every detector of the program. The name decides which readers are
 * asked: those of keys, keystores, settings, manifests.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over fixtures and changes of them.
 */
public final class MaterialFuzz {
    private static final Holder HELD = new Holder();
    private static final ScanContext CONTEXT =
            ScanContext.standard(LocalDate.EPOCH).withPasswords(Passwords.of(List.of("correct-horse")));
    private static final Scanner SCANNER = new Scanner(List.of(HELD), StandardScanner::detectors);
    private static final String NAME = System.getProperty("shirube.fuzz.name", "key.pem");

    private MaterialFuzz() {}

    /** Fails if the bytes end the scan, break a detector, or are not accounted for. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        scan(NAME, bytes);
    }

    /** The same for a file of that name. */
    static void scan(String name, byte[] bytes) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        HELD.unit = InMemoryUnit.of().under(CONTEXT).with(name, bytes);
        SCANNER.scan(new DirectoryTarget(Path.of("memory")), CONTEXT, sink);
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
        if (counted < 1) {
            throw new AssertionError("not accounted for");
        }
    }

    /** Brings the unit of the moment, so that the detectors are made once. */
    private static final class Holder implements TargetReader {
        private InMemoryUnit unit;

        @Override
        public boolean reads(ScanTarget target) {
            return true;
        }

        @Override
        public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units) {
            units.accept(unit);
        }
    }
}
