package dev.shirube.standard;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A scan in a process of its own, whose heap its caller decides: prints what it sees, a line each. */
final class SmallHeapScan {
    private SmallHeapScan() {}

    /** Scans that folder by that many threads. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        StandardScanner.create()
                .scan(
                        new DirectoryTarget(Path.of(arguments[0])),
                        Scanned.CONTEXT.withThreads(Integer.parseInt(arguments[1])),
                        result -> print(result, out));
        out.println("end");
        out.flush();
    }

    private static synchronized void print(ScanResult result, PrintStream out) {
        result.diagnostics().forEach(it -> out.println(it.code().id() + " " + it.location() + " " + it.arguments()));
        result.findings().forEach(it -> out.println("finding " + it.occurrence().location()));
        result.coverage().rows().forEach((key, amount) -> out.println("coverage " + key + " " + amount.inputs()));
    }
}
