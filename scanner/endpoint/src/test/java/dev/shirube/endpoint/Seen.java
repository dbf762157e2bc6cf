package dev.shirube.endpoint;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.List;
import java.util.TreeSet;

/** A transcript as a detector understands it. */
public record Seen(Transcript transcript, Detection detection) {

    /** What that detector makes of it, by the bytes that are kept. */
    public static Seen of(Detector detector, Transcript transcript) {
        Recording input = new Recording(transcript.endpoint(), TranscriptFormat.write(transcript));
        if (!detector.accepts(input)) {
            throw new AssertionError("Not accepted: " + transcript.endpoint());
        }
        return new Seen(transcript, detector.detect(input, InMemoryUnit.of()));
    }

    /** An input of a transcript's bytes. */
    public record Recording(String location, byte[] bytes) implements ScanInput {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean recorded() {
            return true;
        }
    }

    /** What was observed. */
    public EndpointProfile profile() {
        return detection.endpoints().get(0);
    }

    /** The state of that subject. */
    public ObservedFact.State state(String subject) {
        return profile().fact(subject).state();
    }

    /** The five verdicts' states, in their order. */
    public List<ObservedFact.State> verdicts() {
        return EndpointProfile.VERDICTS.stream().map(this::state).toList();
    }

    /** The reason of that subject. */
    public String reason(String subject) {
        return profile().fact(subject).reason();
    }

    /** Subjects that begin so and were seen, without that beginning. */
    public TreeSet<String> supported(String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (ObservedFact fact : profile().facts()) {
            if (fact.state() == ObservedFact.State.SUPPORTED && fact.subject().startsWith(prefix)) {
                names.add(fact.subject().substring(prefix.length()));
            }
        }
        return names;
    }

    /** The ids of the probes that were made. */
    public List<String> probes() {
        return transcript.exchanges().stream().map(it -> it.probe()).toList();
    }

    /** The codes of all diagnostics. */
    public List<DiagnosticCode> codes() {
        return detection.diagnostics().stream().map(Diagnostic::code).toList();
    }

    /** {@code function asset-id} of every algorithm. */
    public TreeSet<String> algorithms() {
        TreeSet<String> texts = new TreeSet<>();
        for (Finding finding : detection.findings()) {
            if (finding.asset() instanceof CryptoAsset.AlgorithmAsset) {
                texts.add(finding.function().id() + " " + finding.asset().id());
            }
        }
        return texts;
    }

    /** The protocols that were found. */
    public List<CryptoAsset.Protocol> protocols() {
        return detection.findings().stream()
                .map(Finding::asset)
                .filter(CryptoAsset.Protocol.class::isInstance)
                .map(CryptoAsset.Protocol.class::cast)
                .toList();
    }
}
