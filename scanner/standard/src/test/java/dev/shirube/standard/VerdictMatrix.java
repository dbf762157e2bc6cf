package dev.shirube.standard;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanTarget.StartTls;
import dev.shirube.standard.peer.Counterparts;
import dev.shirube.standard.peer.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What is true of every counterpart, written from its settings and its documentation; a line for each question.
 *
 * <p>A line is {@code counterpart | listener | question | answer}. A question is the subject of an observed fact, and its
 * answer the state; or a subject that ends in a star, and the answer all that is supported below it, in any order; or
 * {@code certificates}, and the answer the public keys of all certificates that were served; or {@code dh-bits}, and the
 * answer the sizes of the primes that servers of before TLS 1.3 chose themselves.
 */
final class VerdictMatrix {
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final Pace FAST = new Pace(1000, 1000);

    private VerdictMatrix() {}

    /** One line. */
    private record Line(String counterpart, String listener, String question, String answer) {
        static Line of(String text) {
            List<String> parts =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
            if (parts.size() != 4) {
                throw new IllegalStateException("Not four columns: " + text);
            }
            return new Line(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
        }
    }

    /** A test for each of these counterparts; each must have lines, and no line may be about another. */
    static Stream<DynamicTest> tests(String resource, Map<String, Counterparts.Start> counterparts) {
        Map<String, List<Line>> lines = lines(resource).stream().collect(Collectors.groupingBy(Line::counterpart));
        Assertions.assertEquals(new TreeSet<>(counterparts.keySet()), new TreeSet<>(lines.keySet()));
        return counterparts.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> check(it.getValue(), lines.get(it.getKey()))));
    }

    private static List<Line> lines(String resource) {
        try (InputStream in = VerdictMatrix.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Counterparts.Start start, List<Line> lines) throws Exception {
        try (Running server = start.start()) {
            List<EndpointTarget> targets =
                    server.listeners().stream().map(it -> target(server, it)).toList();
            Scanned scanned = Scanned.of(new EndpointListTarget(targets, FAST), Scanned.CONTEXT);
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < targets.size(); i++) {
                String listener = server.listeners().get(i);
                String location = targets.get(i).text();
                List<Line> asked = lines.stream()
                        .filter(it -> it.listener().equals(listener))
                        .toList();
                ScanResult result = scanned.results().stream()
                        .filter(it -> it.unit().equals(location))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No result for " + location));
                if (asked.isEmpty()) {
                    wrong.add(listener + ": the matrix asks nothing");
                }
                asked.stream().flatMap(it -> difference(it, result).stream()).forEach(wrong::add);
            }
            if (lines.stream().anyMatch(it -> !server.listeners().contains(it.listener()))) {
                wrong.add("the matrix asks about a listener that is not there");
            }
            if (!wrong.isEmpty()) {
                Assertions.fail(String.join("\n", wrong) + "\n\n" + everything(scanned));
            }
        }
    }

    private static EndpointTarget target(Running server, String listener) {
        Optional<StartTls> startTls = Stream.of(StartTls.values())
                .filter(it -> it.id().equals(listener))
                .findFirst();
        Scheme scheme = Stream.of(Scheme.values())
                .filter(it -> it.id().equals(listener))
                .findFirst()
                .orElse(Scheme.TLS);
        // Prosody serves the domain that it is asked for, and this is its only one.
        Optional<String> name = listener.startsWith("xmpp") ? Optional.of("localhost") : Optional.empty();
        return new EndpointTarget(scheme, "127.0.0.1", server.port(listener), name, startTls, ProbePlan.FULL);
    }

    private static Optional<String> difference(Line line, ScanResult result) {
        String actual = actual(line.question(), result);
        String expected =
                sorted(Stream.of(line.answer().split(",")).map(String::strip).filter(it -> !it.isEmpty()));
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of(line.listener() + " " + line.question() + ": " + actual + ", expected " + expected);
    }

    private static String actual(String question, ScanResult result) {
        if (question.equals("certificates")) {
            return sorted(result.findings().stream()
                    .filter(it -> it.asset() instanceof CryptoAsset.Certificate)
                    .map(VerdictMatrix::key));
        }
        if (question.equals("dh-bits")) {
            return sorted(result.findings().stream()
                    .map(it -> it.asset().id())
                    .filter(it -> it.matches("algorithm:ffdh;parameter=\\d+"))
                    .map(it -> it.replaceAll(".*=", "")));
        }
        List<EndpointProfile> profiles = result.endpoints();
        if (profiles.size() != 1) {
            return profiles.size() + " profiles";
        }
        if (question.endsWith("*")) {
            String prefix = question.substring(0, question.length() - 1);
            return sorted(profiles.get(0).facts().stream()
                    .filter(it -> it.subject().startsWith(prefix) && it.state() == ObservedFact.State.SUPPORTED)
                    .map(it -> it.subject().substring(prefix.length())));
        }
        return profiles.get(0).fact(question).state().id();
    }

    private static String key(Finding certificate) {
        return certificate
                .asset()
                .algorithm()
                .map(REGISTRY::displayName)
                .orElse(certificate.asset().id());
    }

    private static String sorted(Stream<String> names) {
        return String.join(", ", new TreeSet<>(names.toList()));
    }

    private static String everything(Scanned scanned) {
        StringBuilder text = new StringBuilder();
        for (ScanResult result : scanned.results()) {
            text.append(result.unit()).append('\n');
            result.endpoints()
                    .forEach(it -> it.facts()
                            .forEach(fact -> text.append("  ")
                                    .append(fact.subject())
                                    .append(' ')
                                    .append(fact.state().id())
                                    .append(" (")
                                    .append(fact.reason())
                                    .append(")\n")));
            result.findings()
                    .forEach(it -> text.append("  finding ")
                            .append(it.function().id())
                            .append(' ')
                            .append(it.asset().id())
                            .append('\n'));
            result.diagnostics()
                    .forEach(it -> text.append("  ")
                            .append(it.code())
                            .append(it.arguments())
                            .append('\n'));
        }
        return text.toString();
    }
}
