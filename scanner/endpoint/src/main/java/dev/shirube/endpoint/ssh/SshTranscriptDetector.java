package dev.shirube.endpoint.ssh;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what an SSH server's transcript means: key-exchange methods, host-key algorithms, and what stayed undecided. Host keys
 * become derived inputs {@code ssh://host:22!hostkey/ssh-rsa}, which other detectors decode.
 */
public final class SshTranscriptDetector implements Detector {
    static final String ID = "endpoint-ssh";
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
                && input.location().startsWith("ssh://")
                && input.location().indexOf('!') < 0;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        String location = input.location();
        try {
            Transcript transcript = TranscriptFormat.read(input.bytes());
            List<SshObservation> seen =
                    transcript.exchanges().stream().map(SshObservation::of).toList();
            SshFacts facts = SshFacts.of(seen);
            EndpointProfile profile = transcript.under(facts.profile(location));
            return new Detection(
                            new SshFindings(location, facts).findings(),
                            diagnostics(location, facts, profile),
                            hostKeys(location, seen))
                    .observing(profile);
        } catch (TranscriptFormatException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.MALFORMED, location, "transcript", e.getMessage()));
        } catch (IOException e) {
            return Detection.of(Diagnostic.of(DiagnosticCode.UNREADABLE, location, String.valueOf(e.getMessage())));
        }
    }

    private static List<Diagnostic> diagnostics(String location, SshFacts facts, EndpointProfile profile) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SshObservation it : facts.observations()) {
            Faults.of(location, "SSH", it.answer().fault(), it.ending(), it.detail())
                    .ifPresent(diagnostics::add);
        }
        if (facts.offer().isEmpty()) {
            if (diagnostics.isEmpty()) {
                diagnostics.add(undecided(location, "every algorithm of SSH", facts.whyUnknown()));
            }
            return diagnostics.stream().distinct().toList();
        }
        profile.facts().stream()
                .filter(it -> it.state() == ObservedFact.State.UNKNOWN)
                .filter(it -> it.subject().startsWith(SshFacts.SHOWN))
                .forEach(it -> diagnostics.add(undecided(
                        location, "host key " + it.subject().substring(SshFacts.SHOWN.length()), it.reason())));
        undecided(location, EndpointProfile.PQC_SUPPORTED, "post-quantum key establishment", profile, diagnostics);
        undecided(location, EndpointProfile.PQC_AUTHENTICATION, "post-quantum authentication", profile, diagnostics);
        if (facts.observations().stream().allMatch(it -> it.agreed().isEmpty())) {
            diagnostics.add(undecided(location, "host keys", facts.whyUnknown()));
        }
        return diagnostics.stream().distinct().toList();
    }

    private static void undecided(
            String location, String subject, String what, EndpointProfile profile, List<Diagnostic> diagnostics) {
        ObservedFact fact = profile.fact(subject);
        if (fact.state() == ObservedFact.State.UNKNOWN) {
            diagnostics.add(undecided(location, what, fact.reason()));
        }
    }

    private static Diagnostic undecided(String location, String what, String reason) {
        return Diagnostic.of(DiagnosticCode.HOST_UNDECIDED, location, what, reason);
    }

    /** Every host key once, by its type. */
    private static List<Detection.DerivedInput> hostKeys(String location, List<SshObservation> seen) {
        Map<String, Detection.DerivedInput> keys = new TreeMap<>();
        for (SshObservation it : seen) {
            it.answer().hostKey().ifPresent(key -> {
                String path = location + "!hostkey/" + key.type();
                byte[] line = key.line().getBytes(StandardCharsets.US_ASCII);
                keys.putIfAbsent(path, new Detection.DerivedInput(path, line));
            });
        }
        return List.copyOf(keys.values());
    }
}
