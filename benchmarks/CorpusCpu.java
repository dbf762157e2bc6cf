import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.standard.StandardScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * CPU seconds of inflating a folder of JARs and of scanning it, in turn in one warm process on one thread, and where the
 * scan's seconds go.
 */
final class CorpusCpu {

    private static final int WARM_UP = Integer.getInteger("warm-up", 4);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));
    private static final String INFLATING = "inflating, as the JDK does it";
    private static final String SCANNING = "the whole scan, with all detectors";
    private static final Detection NOTHING = new Detection(List.of(), List.of(), List.of());
    private static final byte[] BUFFER = new byte[1 << 16];

    /** The parts of a scan by what runs; each has everything of the part before it. */
    private static final Map<String, Scanner> PARTS = new LinkedHashMap<>();

    static {
        Detector any = StandardScanner.detectors().get(0);
        PARTS.put("reading every input whole", new Scanner(StandardScanner.readers(), List.of(readOnly(any))));
        PARTS.put("  and what each detector accepts, searched for its anchors", with(it -> blind(it, List.of("gathers"))));
        PARTS.put("  and the index of the classes", with(it -> blind(it, List.of())));
        PARTS.put("  and classes parsed, values followed, findings made", with(it -> it.id().equals("bytecode") ? it : blind(it, List.of())));
    }

    /** What a sample of the stack is counted as, by the outermost class whose name has one of these in it. */
    private static final Map<String, String> STEPS = Map.of(
            "Follower", "values across methods",
            "BeyondMethod", "values across methods",
            "MethodFlow", "values inside methods",
            "ParsedClass", "parsing",
            "CallSiteInterpreter", "interpreting",
            "UnitClasses", "index",
            "ReferenceTable", "index",
            "AnchorAutomaton", "prefilter",
            "engine.zip.", "reading archives, inflating",
            "java.util.zip.", "reading archives, inflating");

    private CorpusCpu() {}

    private static Scanner with(UnaryOperator<Detector> change) {
        return new Scanner(
                StandardScanner.readers(),
                () -> StandardScanner.detectors().stream().map(change).toList());
    }

    /** A detector that asks for every input's bytes and does nothing with them. */
    private static Detector readOnly(Detector detector) {
        return proxy(detector, (method, original) -> switch (method) {
            case "accepts" -> true;
            case "anchors" -> Anchors.NONE;
            case "gathers" -> List.of();
            case "detect" -> NOTHING;
            default -> original.call();
        });
    }

    /** The detector with its anchors and what it accepts, and without its findings. */
    private static Detector blind(Detector detector, List<String> without) {
        return proxy(
                detector,
                (method, original) -> method.equals("detect")
                        ? NOTHING
                        : without.contains(method) ? List.of() : original.call());
    }

    private interface Original {
        Object call() throws Throwable;
    }

    private interface Answer {
        Object to(String method, Original original) throws Throwable;
    }

    private static Detector proxy(Detector detector, Answer answer) {
        return (Detector) Proxy.newProxyInstance(
                CorpusCpu.class.getClassLoader(),
                new Class<?>[] {Detector.class},
                (self, method, arguments) -> answer.to(method.getName(), () -> {
                    try {
                        return method.invoke(detector, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        }
        Scanner scanner = StandardScanner.create();
        Map<Path, List<Double>> inflating = new LinkedHashMap<>();
        Map<Path, List<Double>> scanning = new LinkedHashMap<>();
        Map<String, List<Double>> whole = new LinkedHashMap<>();
        Map<Path, Integer> findings = new LinkedHashMap<>();
        long[] bytes = new long[1];
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            bytes[0] = 0;
            take(whole, INFLATING, () -> {
                for (Path jar : jars) {
                    taken(inflating, jar, () -> bytes[0] += inflate(jar));
                }
            });
            take(whole, SCANNING, () -> {
                for (Path jar : jars) {
                    ResultSink.InMemory sink = new ResultSink.InMemory();
                    taken(scanning, jar, () -> scanner.scan(new ScanTarget.FileTarget(jar), CONTEXT, sink));
                    findings.put(jar, sink.results().stream().mapToInt(it -> it.findings().size()).sum());
                }
            });
            for (Map.Entry<String, Scanner> part : PARTS.entrySet()) {
                if (round < WARM_UP - 1) {
                    whole.computeIfAbsent(part.getKey(), it -> new ArrayList<>()).add(0.0); // warm by the whole scan
                } else {
                    take(whole, part.getKey(), () -> scanAll(part.getValue(), jars));
                }
            }
        }
        System.out.printf(
                "Java %s, heap %d MB; medians of %d rounds after %d%n%n",
                Runtime.version(), Runtime.getRuntime().maxMemory() >> 20, ROUNDS, WARM_UP);
        System.out.printf("%-52s %8s %9s %9s %6s %8s%n", "", "MB", "inflate s", "scan s", "ratio", "findings");
        long size = 0;
        for (Path jar : jars) {
            size += Files.size(jar);
            line(jar.getFileName().toString(), Files.size(jar), median(inflating.get(jar)), median(scanning.get(jar)), findings.get(jar));
        }
        int all = findings.values().stream().mapToInt(it -> it).sum();
        line("all, with garbage collection", size, median(whole.get(INFLATING)), median(whole.get(SCANNING)), all);
        System.out.printf("%nall, inflated: %.0f MB%n%n", bytes[0] / 1e6);
        whole.forEach((name, seconds) -> System.out.printf("%-62s %7.2f CPU s%n", name, median(seconds)));
        sample(scanner, jars);
    }

    private static void line(String name, long size, double inflate, double scan, int findings) {
        System.out.printf(
                "%-52s %8.2f %9.3f %9.3f %6.2f %8d%n", name, size / 1e6, inflate, scan, scan / inflate, findings);
    }

    /** Where the scanning thread stands, every two milliseconds of one more scan. */
    private static void sample(Scanner scanner, List<Path> jars) throws Exception {
        Thread scanning = Thread.currentThread();
        AtomicBoolean done = new AtomicBoolean();
        Map<String, Integer> counts = new TreeMap<>();
        Thread sampler = new Thread(() -> {
            while (!done.get()) {
                counts.merge(step(scanning.getStackTrace()), 1, Integer::sum);
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        sampler.start();
        scanAll(scanner, jars);
        done.set(true);
        sampler.join();
        int all = counts.values().stream().mapToInt(it -> it).sum();
        System.out.printf("%nsamples of the stack while scanning (at safepoints; %d)%n", all);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(it -> System.out.printf("%-62s %6.1f %%%n", it.getKey(), 100.0 * it.getValue() / all));
    }

    private static String step(StackTraceElement[] stack) {
        String detector = "";
        for (int i = stack.length - 1; i >= 0; i--) {
            String name = stack[i].getClassName();
            for (Map.Entry<String, String> step : STEPS.entrySet()) {
                if (name.contains(step.getKey())) {
                    return step.getValue();
                }
            }
            if (name.endsWith("Detector") && detector.isEmpty()) {
                detector = name.substring(name.lastIndexOf('.') + 1);
            }
        }
        return detector.isEmpty() ? "the engine, else" : detector + ", else";
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The process's time: all threads, those that compile and collect garbage too. */
    private static void take(Map<String, List<Double>> times, String key, Work work) throws Exception {
        System.gc();
        long before = cpuNanos();
        work.run();
        times.computeIfAbsent(key, it -> new ArrayList<>()).add((cpuNanos() - before) / 1e9);
    }

    /** The scanning thread's own time, to the microsecond; garbage collection is not in it. */
    private static void taken(Map<Path, List<Double>> times, Path jar, Work work) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        times.computeIfAbsent(jar, it -> new ArrayList<>()).add((after - before) / 1e9);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().skip(WARM_UP).sorted().toList().get(ROUNDS / 2);
    }

    private static void scanAll(Scanner scanner, List<Path> jars) throws Exception {
        for (Path jar : jars) {
            scanner.scan(new ScanTarget.FileTarget(jar), CONTEXT, new ResultSink.InMemory());
        }
    }

    private static long inflate(Path jar) throws IOException {
        long bytes = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes += nested(entry) ? inflate(in.readAllBytes()) : drain(in);
                }
            }
        }
        return bytes;
    }

    private static long inflate(byte[] archive) throws IOException {
        long bytes = archive.length;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                bytes += nested(entry) ? inflate(zip.readAllBytes()) : drain(zip);
            }
        }
        return bytes;
    }

    private static boolean nested(ZipEntry entry) {
        return entry.getName().endsWith(".jar");
    }

    private static long drain(InputStream in) throws IOException {
        long bytes = 0;
        for (int n = in.read(BUFFER); n >= 0; n = in.read(BUFFER)) {
            bytes += n;
        }
        return bytes;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
