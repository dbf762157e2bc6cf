package dev.shirube.bytecode;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.ScanResult;
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
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/**
 * A fuzz target: any bytes as a class file, through our own reader of constant pools and through the whole walk.
 *
 * <p>Written to the convention of Jazzer and libFuzzer; the tests run it over class files and changes of them.
 */
public final class ClassFuzz {
    private static final Holder HELD = new Holder();
    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.EPOCH);
    private static final Scanner SCANNER = new Scanner(List.of(HELD), List.of(new BytecodeDetector()));

    private ClassFuzz() {}

    /** Fails if the bytes end the scan, are not accounted for, or if a class that ASM reads has no constant pool. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        Optional<ConstantPool> pool = ConstantPool.of(bytes);
        pool.ifPresent(ClassFuzz::ask);
        if (pool.isEmpty() && readByAsm(bytes)) {
            throw new AssertionError("a constant pool that ASM reads and we do not");
        }
        scan(bytes);
    }

    private static void ask(ConstantPool pool) {
        pool.name();
        pool.access();
        pool.parents();
        for (int i = 0; i < Math.min(pool.members(), 2_000); i++) {
            int member = pool.member(i);
            pool.text(pool.owner(member));
            pool.text(pool.name(member));
            pool.hash(pool.descriptor(member));
        }
        for (int i = 0; i < Math.min(pool.classes(), 2_000); i++) {
            pool.startsWith(pool.className(pool.classEntry(i)), new byte[] {'j'});
        }
        ReferenceTable.references(pool);
    }

    private static boolean readByAsm(byte[] bytes) {
        if (!ClassHeader.isClass(bytes)) {
            return false;
        }
        try {
            ClassReader reader = new ClassReader(ClassHeader.readable(bytes));
            return reader.getClassName() != null && reader.getInterfaces() != null;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static void scan(byte[] bytes) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        HELD.unit = InMemoryUnit.of().under(CONTEXT).with("A.class", bytes).with("agent/B.classdata", bytes);
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
        if (counted < 2) {
            throw new AssertionError("not accounted for");
        }
    }

    /** Brings the unit of the moment, so that the detector is made once. */
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
