import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.standard.StandardScanner;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Inflates every entry of a JAR, and scans the same JAR, in turn in one warm process on one thread. */
final class JarScan {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Scanner scanner = StandardScanner.create();
        ScanContext context = ScanContext.standard(LocalDate.of(2026, 11, 23));
        List<Double> inflate = new ArrayList<>();
        List<Double> scan = new ArrayList<>();
        int findings = 0;
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long before = cpuNanos();
            inflate(jar);
            inflate.add((cpuNanos() - before) / 1e9);
            before = cpuNanos();
            ResultSink.InMemory sink = new ResultSink.InMemory();
            scanner.scan(new ScanTarget.FileTarget(jar), context, sink);
            scan.add((cpuNanos() - before) / 1e9);
            findings = sink.results().stream().mapToInt(it -> it.findings().size()).sum();
        }
        System.out.printf("inflating every entry, one thread, warm %26.3f CPU s%n", median(inflate));
        System.out.printf("shirube scan, one thread, warm %35.3f CPU s  %d findings%n", median(scan), findings);
        System.out.printf("ratio %60.2f%n", median(scan) / median(inflate));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().skip(WARM_UP).sorted().toList().get(ROUNDS / 2);
    }

    private static long inflate(Path jar) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        bytes += n;
                    }
                }
            }
        }
        return bytes;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
