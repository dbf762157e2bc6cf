package dev.shirube.repository;

import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.CommitSpan.InTree;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.AlgorithmAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.ScanResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is told of findings in a history: the same key in fifty versions of a file is one finding, with the first and the last
 * commit that had it; and a private key that is in none but older commits is worth a row of its own.
 */
final class HistoryResults {
    private static final Pattern LINE = Pattern.compile(":[0-9]+$");

    private final History history;
    private final HistoryPlaces places;
    private final Set<String> inTree = new HashSet<>();
    private boolean treeSeen;

    HistoryResults(History history, HistoryPlaces places) {
        this.history = history;
        this.places = places;
    }

    /** A result of the scanned tree: its keys and certificates say since when they are there. */
    ScanResult ofTree(ScanResult seen) {
        treeSeen = true;
        List<Finding> findings = new ArrayList<>(seen.findings().size());
        for (Finding finding : seen.findings()) {
            if (!(finding.asset() instanceof AlgorithmAsset)) {
                inTree.add(finding.asset().id());
            }
            findings.add(
                    finding.occurrence().kind() == EvidenceKind.MATERIAL
                            ? places.inTree(finding.occurrence().location())
                                    .map(it -> present(it).on(finding))
                                    .orElse(finding)
                            : finding);
        }
        return seen.withFindings(findings);
    }

    private CommitSpan present(HistoryBlob blob) {
        return new CommitSpan(history.nodes().get(blob.first).name(), "", "", 1, InTree.PRESENT);
    }

    /** A result of the history. */
    ScanResult ofHistory(ScanResult seen) {
        try {
            Map<String, Set<String>> signers = signers(seen.findings());
            Map<List<Object>, Seen> same = new LinkedHashMap<>();
            for (Finding finding : seen.findings()) {
                // Settings and code of the past do nothing any more.
                if (finding.occurrence().kind() == EvidenceKind.MATERIAL) {
                    Optional<HistoryPlaces.Span> span =
                            places.inHistory(finding.occurrence().location());
                    same.merge(key(finding, signers), new Seen(finding, span), Seen::with);
                }
            }
            List<Finding> findings = new ArrayList<>();
            List<Diagnostic> diagnostics = new ArrayList<>(distinct(seen.diagnostics()));
            for (Seen one : same.values()) {
                Finding told = tell(one);
                findings.add(told);
                advice(told).ifPresent(diagnostics::add);
            }
            return seen.withFindings(findings).withDiagnostics(diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys and certificates that stand in a signature: by them signers are told apart. */
    private static Map<String, Set<String>> signers(List<Finding> findings) {
        Map<String, Set<String>> signers = new HashMap<>();
        for (Finding finding : findings) {
            if (!(finding.asset() instanceof AlgorithmAsset)) {
                HistoryPlaces.signature(finding.occurrence().location())
                        .ifPresent(it -> signers.computeIfAbsent(it, at -> new TreeSet<>())
                                .add(finding.asset().id()));
            }
        }
        return signers;
    }

    /** All that makes two findings say the same but for where: keys and certificates are the same wherever they are. */
    private static List<Object> key(Finding finding, Map<String, Set<String>> signers) {
        String location = finding.occurrence().location();
        Object place = "";
        if (finding.asset() instanceof AlgorithmAsset) {
            place = HistoryPlaces.signature(location)
                    .<Object>map(it -> signers.getOrDefault(it, Set.of()))
                    .orElseGet(() -> HistoryLocation.path(location));
        }
        return List.of(
                finding.asset().id(),
                finding.function(),
                finding.occurrence().symbol(),
                finding.occurrence().member(),
                finding.occurrence().context(),
                finding.evidence().withInputDigest(""),
                place);
    }

    /**
     * Findings that say the same.
     *
     * @param finding the one in the earliest commit
     */
    private record Seen(Finding finding, Optional<HistoryPlaces.Span> span, int count) {
        Seen(Finding finding, Optional<HistoryPlaces.Span> span) {
            this(finding, span, 1);
        }

        Seen with(Seen other) {
            boolean earlier = span.isEmpty()
                    || other.span.isPresent()
                            && other.span.get().first() < span.get().first();
            Optional<HistoryPlaces.Span> both = span.isPresent() && other.span.isPresent()
                    ? Optional.of(span.get().with(other.span.get()))
                    : span.or(() -> other.span);
            return new Seen(earlier ? other.finding : finding, both, count + other.count);
        }
    }

    private Finding tell(Seen one) {
        if (one.span.isEmpty()) {
            return one.finding; // it stands at a place that a detector made up
        }
        HistoryPlaces.Span span = one.span.get();
        String first = history.nodes().get(span.first()).name();
        String last = history.nodes().get(span.last()).name();
        return new CommitSpan(first, last, span.movedTo(), one.count, inTree(one.finding, span)).on(one.finding);
    }

    private InTree inTree(Finding finding, HistoryPlaces.Span span) {
        if (span.signature()) {
            return InTree.NO_FILE;
        }
        if (finding.asset() instanceof AlgorithmAsset) {
            return InTree.REMOVED;
        }
        if (!treeSeen) {
            return InTree.UNKNOWN; // it was scanned by an interrupted scan that this one goes on with
        }
        return inTree.contains(finding.asset().id()) ? InTree.ELSEWHERE : InTree.REMOVED;
    }

    private static Optional<Diagnostic> advice(Finding told) {
        Optional<CommitSpan> span = CommitSpan.of(told).filter(it -> it.inTree() == InTree.REMOVED);
        if (span.isEmpty() || !(told.asset() instanceof CryptoAsset.Key key) || key.kind() == KeyKind.PUBLIC) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                DiagnosticCode.KEY_IN_HISTORY,
                told.occurrence().place(),
                key.kind() == KeyKind.PRIVATE ? "private key" : "secret key",
                "first commit " + span.get().first() + ", last commit "
                        + span.get().last()));
    }

    /** One of those that say the same of versions of one file, or of signatures; lines are others in each version. */
    private static List<Diagnostic> distinct(List<Diagnostic> diagnostics) {
        Map<List<Object>, Diagnostic> same = new LinkedHashMap<>();
        for (Diagnostic it : diagnostics) {
            String place = HistoryPlaces.signature(it.location())
                    .map(at -> "signature")
                    .orElseGet(() ->
                            LINE.matcher(HistoryLocation.path(it.location())).replaceFirst(""));
            same.putIfAbsent(List.of(it.code(), it.arguments(), place), it);
        }
        return List.copyOf(same.values());
    }
}
