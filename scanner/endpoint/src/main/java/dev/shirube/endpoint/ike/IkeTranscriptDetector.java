package dev.shirube.endpoint.ike;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.observed.Faults;
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

/** Says what an IKE responder's transcript means: key-exchange methods, and what stayed undecided. */
public final class IkeTranscriptDetector implements Detector {
    static final String ID = "endpoint-ike";
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
        return input.recorded()
                && input.location().startsWith("ike://")
                && input.location().indexOf('!') < 0;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        String location = input.location();
        try {
            Transcript transcript = TranscriptFormat.read(input.bytes());
            IkeFacts facts = IkeFacts.of(
                    transcript.exchanges().stream().map(IkeObservation::of).toList());
            EndpointProfile profile = transcript.under(facts.profile(location));
            return new Detection(
                            new IkeFindings(location, facts).findings(),
                            diagnostics(location, facts, profile),
                            List.of())
                    .observing(profile);
        } catch (TranscriptFormatException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.MALFORMED, location, "transcript", e.getMessage()));
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.UNREADABLE, location, String.valueOf(e.getMessage())));
        }
    }

    private static List<Diagnostic> diagnostics(String location, IkeFacts facts, EndpointProfile profile) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (IkeObservation it : facts.observations()) {
            Faults.of(location, "IKEv2", it.answer().fault(), it.ending(), it.detail())
                    .ifPresent(diagnostics::add);
        }
        if (facts.accepts()) {
            ObservedFact fact = profile.fact(EndpointProfile.PQC_SUPPORTED);
            if (fact.state() == ObservedFact.State.UNKNOWN) {
                diagnostics.add(Diagnostic.of(
                        DiagnosticCode.HOST_UNDECIDED, location, "post-quantum key establishment", fact.reason()));
            }
        } else if (diagnostics.isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    DiagnosticCode.HOST_UNDECIDED, location, "every algorithm of IKEv2", facts.whyUnknown()));
        }
        return diagnostics.stream().distinct().toList();
    }
}
