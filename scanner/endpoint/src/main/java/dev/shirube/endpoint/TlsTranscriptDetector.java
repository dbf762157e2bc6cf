package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.codec.Tls;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Says what a TLS endpoint's transcript means: protocol versions, key-exchange groups, signature schemes, and what stayed
 * undecided. Certificates become derived inputs {@code tls://host:443!chain/0}, which other detectors decode.
 */
public final class TlsTranscriptDetector implements Detector {
    static final String ID = "endpoint-tls";
    static final String VERSION = "1";

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
            EndpointFacts facts = EndpointFacts.of(observe(TranscriptFormat.read(input.bytes())));
            return new Detection(
                    new TlsFindings(location, facts).findings(),
                    new TlsDiagnostics(location, facts).diagnostics(),
                    chains(location, facts));
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

    /** Every certificate once; a second chain, as for an older version, goes by that version. */
    private static List<Detection.DerivedInput> chains(String location, EndpointFacts facts) {
        List<Detection.DerivedInput> derived = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int version : facts.supportedVersions()) {
            String folder = known.isEmpty() ? "!chain/" : "!chain@" + Tls.versionName(version) + "/";
            for (Observation seen : facts.choosing(version)) {
                List<byte[]> chain = seen.answer().chain();
                for (int i = 0; i < chain.size(); i++) {
                    if (known.add(HexFormat.of().formatHex(chain.get(i)))) {
                        derived.add(new Detection.DerivedInput(location + folder + i, chain.get(i)));
                    }
                }
            }
        }
        return derived;
    }
}
