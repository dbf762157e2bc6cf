package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.Observer;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what a TLS endpoint's transcript means: protocol versions, key-exchange groups, signature schemes, and what stayed
 * undecided. Certificates become derived inputs {@code tls://host:443!chain/0}, which other detectors decode.
 */
public final class TlsTranscriptDetector implements Detector {
    static final String ID = "endpoint-tls";
    static final String VERSION = "2";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return input.location().startsWith("tls://") && input.location().indexOf('!') < 0;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        String location = input.location();
        try {
            Transcript transcript = TranscriptFormat.read(input.bytes());
            EndpointFacts facts = EndpointFacts.of(observe(transcript));
            return new Detection(
                            new TlsFindings(location, facts).findings(),
                            new TlsDiagnostics(location, facts).diagnostics(),
                            new TlsChains(location, facts).derived())
                    .observing(
                            transcript.under(TlsProfileFacts.profile(location, facts, StartTlsFacts.of(transcript))));
        } catch (TranscriptFormatException | TlsFormatException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.MALFORMED, location, "transcript", e.getMessage()));
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.UNREADABLE, location, String.valueOf(e.getMessage())));
        }
    }

    private static List<Observation> observe(Transcript transcript) throws TlsFormatException {
        List<Observation> observations = new ArrayList<>();
        for (Exchange exchange : transcript.exchanges()) {
            observations.add(Observer.observe(exchange));
        }
        return observations;
    }
}
