package dev.shirube.endpoint;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.TargetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One triage of one endpoint as the tests look at it: reader and detector together. */
record Triage(ScanInput transcript, Detection detection) {
    /** For servers of the tests themselves, which need no politeness. */
    static final Pace FAST = new Pace(20_000, 20_000);

    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    static EndpointTarget target(String host, int port) {
        return target(host, port, Optional.empty());
    }

    static EndpointTarget target(String host, int port, Optional<String> serverName) {
        return new EndpointTarget(Scheme.TLS, host, port, serverName, Optional.empty(), ProbePlan.TRIAGE);
    }

    static Triage of(int port) {
        return of(port, Budgets.LOOPBACK);
    }

    static Triage of(int port, Budgets budgets) {
        return of(port, budgets, ProbePlan.TRIAGE);
    }

    static Triage of(int port, Budgets budgets, ProbePlan plan) {
        EndpointTarget target =
                new EndpointTarget(Scheme.TLS, "127.0.0.1", port, Optional.empty(), Optional.empty(), plan);
        try {
            return of(target, budgets).get(0);
        } catch (TargetException e) {
            throw new AssertionError(e);
        }
    }

    static List<Triage> of(ScanTarget target, Budgets budgets) throws TargetException {
        ScanTarget asked = target instanceof EndpointTarget one ? new EndpointListTarget(List.of(one), FAST) : target;
        List<ScanUnit> units = new ArrayList<>();
        try {
            new EndpointReader(budgets, NOON)
                    .read(asked, ScanContext.standard(LocalDate.EPOCH), new ScanJournal.InMemory(), units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units.stream().map(Triage::of).toList();
    }

    private static Triage of(ScanUnit unit) {
        TlsTranscriptDetector detector = new TlsTranscriptDetector();
        List<ScanInput> inputs = new ArrayList<>();
        List<Diagnostic> none = new ArrayList<>();
        try {
            unit.forEach(inputs::add, none::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ScanInput transcript = inputs.get(0);
        if (!none.isEmpty() || inputs.size() != 1 || !detector.accepts(transcript)) {
            throw new AssertionError("An endpoint's unit holds its transcript and nothing else");
        }
        return new Triage(transcript, detector.detect(transcript, unit));
    }

    List<DiagnosticCode> codes() {
        return detection.diagnostics().stream().map(Diagnostic::code).toList();
    }

    /** {@code function asset-id} of every finding but the protocols, sorted. */
    TreeSet<String> algorithms() {
        TreeSet<String> texts = new TreeSet<>();
        for (Finding finding : detection.findings()) {
            if (finding.asset() instanceof CryptoAsset.AlgorithmAsset) {
                texts.add(finding.function().id() + " " + finding.asset().id());
            }
        }
        return texts;
    }

    List<CryptoAsset.Protocol> protocols() {
        return detection.findings().stream()
                .map(Finding::asset)
                .filter(CryptoAsset.Protocol.class::isInstance)
                .map(CryptoAsset.Protocol.class::cast)
                .toList();
    }

    EndpointProfile profile() {
        return detection.endpoints().get(0);
    }

    /** {@code subject=state} of every fact of the profile. */
    List<String> verdicts() {
        return profile().facts().stream()
                .map(it -> it.subject() + "=" + it.state().id())
                .toList();
    }

    /** The facts whose subject begins so that are supported, without that beginning. */
    List<String> supported(String folder) {
        return profile().facts().stream()
                .filter(it -> it.subject().startsWith(folder) && it.state() == ObservedFact.State.SUPPORTED)
                .map(it -> it.subject().substring(folder.length()))
                .toList();
    }

    /** The ids of the probes that were made. */
    List<String> probes() {
        try {
            return TranscriptFormat.read(transcript.bytes()).exchanges().stream()
                    .map(Exchange::probe)
                    .toList();
        } catch (TranscriptFormatException | IOException e) {
            throw new AssertionError(e);
        }
    }

    List<String> derivedLocations() {
        return detection.derived().stream()
                .map(Detection.DerivedInput::location)
                .toList();
    }
}
