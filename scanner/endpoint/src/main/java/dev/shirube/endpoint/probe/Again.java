package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.transcript.Ending;
import java.util.List;
import java.util.Optional;

/** The second try of a probe that ran into a deadline: late, once, and for few of them. */
final class Again implements Question {
    private static final String SUFFIX = "-again";
    private static final int MOST = 2;

    /** The id of the first try. */
    static String base(String probe) {
        return probe.endsWith(SUFFIX) ? probe.substring(0, probe.length() - SUFFIX.length()) : probe;
    }

    /** The id of the second try. */
    static String of(String probe) {
        return probe + SUFFIX;
    }

    @Override
    public Optional<Probe> next(EndpointFacts facts) {
        List<String> probes =
                facts.observations().stream().map(Observation::probe).toList();
        if (probes.stream().filter(it -> it.endsWith(SUFFIX)).count() >= MOST) {
            return Optional.empty();
        }
        return facts.observations().stream()
                .filter(it -> it.ending() == Ending.TIMED_OUT && !it.probe().endsWith(SUFFIX))
                .filter(it -> !probes.contains(of(it.probe())) && !it.probe().startsWith(BrowserQuestion.ID))
                .findFirst()
                .map(it -> Probe.repeating(it, of(it.probe())));
    }
}
