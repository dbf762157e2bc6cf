import dev.shirube.engine.Detector;
import dev.shirube.engine.prefilter.AnchorSearch;
import dev.shirube.standard.StandardScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walks a tree, reads every file and searches it for the source scanner's anchors, on one thread. */
final class Prefilter {

    public static void main(String[] arguments) throws IOException {
        List<Detector> source = StandardScanner.detectors().stream()
                .filter(it -> it.id().equals("source"))
                .toList();
        if (arguments[0].equals("anchors")) {
            new TreeSet<>(source.get(0).anchors().texts()).forEach(System.out::println);
            return;
        }
        AnchorSearch search = AnchorSearch.of(source.stream().map(it -> it.anchors().texts()).toList());
        long before = cpuNanos();
        long bytes = 0;
        long hits = 0;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : (Iterable<Path>) files.filter(it -> !it.toString().contains("/.git/"))::iterator) {
                if (Files.isRegularFile(file)) {
                    byte[] content = Files.readAllBytes(file);
                    bytes += content.length;
                    hits += search.search(content, content.length, 1);
                }
            }
        }
        double seconds = (cpuNanos() - before) / 1e9;
        System.out.printf(
                "%-58s %7.2f CPU s  %.0f MB, %.0f MB per CPU second, %d files with anchors%n",
                "shirube prefilter, one thread", seconds, bytes / 1e6, bytes / 1e6 / seconds, hits);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
