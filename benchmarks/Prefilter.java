import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.DirectoryReader;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.prefilter.AnchorSearch;
import dev.shirube.standard.StandardScanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Walks a tree, reads every file and searches it for the source scanner's anchors, on one thread: {@code TREE} with the search
 * alone, {@code engine TREE} as the engine does it for a detector that wants every file; {@code anchors} prints them.
 */
final class Prefilter {

    public static void main(String[] arguments) throws Exception {
        Anchors anchors = StandardScanner.detectors().stream()
                .filter(it -> it.id().equals("source"))
                .findFirst()
                .orElseThrow()
                .anchors();
        if (arguments[0].equals("anchors")) {
            new TreeSet<>(anchors.texts()).forEach(System.out::println);
        } else if (arguments[0].equals("engine")) {
            engine(Path.of(arguments[1]), anchors);
        } else {
            alone(Path.of(arguments[0]), anchors);
        }
    }

    private static void alone(Path tree, Anchors anchors) throws IOException {
        AnchorSearch search = AnchorSearch.of(List.of(anchors.texts()));
        long before = cpuNanos();
        long bytes = 0;
        long hits = 0;
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.filter(it -> !it.toString().contains("/.git/"))::iterator) {
                if (Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    bytes += content.length;
                    hits += search.search(content, content.length, 1);
                }
            }
        }
        print("shirube prefilter, one thread", before, bytes, hits);
    }

    private static void engine(Path tree, Anchors anchors) throws Exception {
        AtomicLong hits = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        Detector wanting = new Wanting(anchors, hits);
        ScanContext context = ScanContext.standard(LocalDate.EPOCH);
        long before = cpuNanos();
        new Scanner(List.of(new DirectoryReader()), List.of(wanting))
                .scan(new ScanTarget.DirectoryTarget(tree), context, result -> result.coverage()
                        .rows()
                        .forEach((key, amount) -> bytes.addAndGet(key.detector().equals("wanting") ? amount.bytes() : 0)));
        print("shirube engine, the same anchors, one thread", before, bytes.get(), hits.get());
    }

    /** Wants every file that holds an anchor, and says nothing of it. */
    private record Wanting(Anchors anchors, AtomicLong hits) implements Detector {
        @Override
        public String id() {
            return "wanting";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public boolean accepts(ScanInput input) {
            return true;
        }

        @Override
        public Detection detect(ScanInput input, ScanUnit unit) {
            hits.incrementAndGet();
            return Detection.NOTHING;
        }
    }

    private static void print(String label, long before, long bytes, long hits) {
        double seconds = (cpuNanos() - before) / 1e9;
        System.out.printf(
                "%-58s %7.2f CPU s  %.0f MB, %.0f MB per CPU second, %d files with anchors%n",
                label, seconds, bytes / 1e6, bytes / 1e6 / seconds, hits);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
