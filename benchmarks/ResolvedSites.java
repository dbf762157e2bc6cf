import dev.shirube.domain.Evidence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.standard.StandardScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many calls of asymmetric and TLS factories in a folder of JARs are resolved, and why the others are not. Classes of
 * the providers that stand behind the factories are left out, shaded copies of them too.
 */
final class ResolvedSites {

    private static final Set<String> FACTORIES = Set.of(
            "java.security.KeyPairGenerator#getInstance",
            "java.security.Signature#getInstance",
            "java.security.KeyFactory#getInstance",
            "java.security.AlgorithmParameterGenerator#getInstance",
            "javax.crypto.KeyAgreement#getInstance",
            "javax.crypto.KEM#getInstance",
            "javax.net.ssl.SSLContext#getInstance",
            "javax.net.ssl.KeyManagerFactory#getInstance",
            "javax.net.ssl.TrustManagerFactory#getInstance");

    private static final Pattern PROVIDER = Pattern.compile("(?:.*\\.)?(?:bouncycastle|conscrypt)\\..*");

    private static final List<String> OUTCOMES =
            List.of("one value", "set", "default", "partial", "unresolved", "unresolved without a reason");

    private final Map<String, Map<String, Integer>> factories = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    private ResolvedSites() {}

    public static void main(String[] arguments) throws Exception {
        ResolvedSites sites = new ResolvedSites();
        Scanner scanner = StandardScanner.create();
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            ResultSink.InMemory sink = new ResultSink.InMemory();
            ScanContext context = ScanContext.standard(LocalDate.of(2026, 11, 23));
            scanner.scan(new ScanTarget.FileTarget(jar), context, sink);
            Map<String, Finding> counted = new TreeMap<>();
            for (ScanResult result : sink.results()) {
                result.findings().stream().filter(ResolvedSites::counts).forEach(it -> counted.put(key(it), it));
            }
            counted.values().forEach(sites::add);
        }
        sites.print();
    }

    private static boolean counts(Finding finding) {
        return FACTORIES.contains(finding.occurrence().symbol())
                && !PROVIDER.matcher(finding.occurrence().member()).matches();
    }

    private static String key(Finding finding) {
        return finding.occurrence().location() + " " + finding.occurrence().member() + " "
                + finding.occurrence().offset().orElse(-1);
    }

    private void add(Finding finding) {
        String outcome = outcome(finding.evidence());
        factories
                .computeIfAbsent(finding.occurrence().symbol(), it -> new TreeMap<>())
                .merge(outcome, 1, Integer::sum);
        if (outcome.equals("partial") || outcome.equals("unresolved")) {
            String reason = finding.evidence().reason().replaceFirst(":.*", ":…");
            reasons.merge(outcome + ", " + reason, 1, Integer::sum);
        }
    }

    private static String outcome(Evidence evidence) {
        if (evidence.resolution() == Resolution.DEFAULT) {
            return "default";
        }
        if (!evidence.values().isEmpty()) {
            return !evidence.reason().isEmpty() ? "partial" : evidence.values().size() == 1 ? "one value" : "set";
        }
        if (evidence.resolution() == Resolution.PARTIAL) {
            return "partial";
        }
        return evidence.reason().isEmpty() ? "unresolved without a reason" : "unresolved";
    }

    private void print() {
        Map<String, Integer> all = new TreeMap<>();
        System.out.printf("%-54s %s%n", "", String.join(", ", OUTCOMES));
        factories.forEach((factory, counts) -> {
            counts.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum));
            line(factory, counts);
        });
        line("all", all);
        int sum = all.values().stream().mapToInt(it -> it).sum();
        int resolved = OUTCOMES.subList(0, 3).stream().mapToInt(it -> all.getOrDefault(it, 0)).sum();
        System.out.printf(
                "%nof %d sites %.1f %% are resolved, %.1f %% with partial ones%n%n",
                sum, 100.0 * resolved / sum, 100.0 * (resolved + all.getOrDefault("partial", 0)) / sum);
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(it -> System.out.printf("%6d  %s%n", it.getValue(), it.getKey()));
    }

    private static void line(String name, Map<String, Integer> counts) {
        StringBuilder line = new StringBuilder(String.format("%-54s", name));
        OUTCOMES.forEach(it -> line.append(String.format(" %5d", counts.getOrDefault(it, 0))));
        System.out.println(line);
    }
}
