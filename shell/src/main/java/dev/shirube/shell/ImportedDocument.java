package dev.shirube.shell;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Text;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget.ImportTarget;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetException;
import dev.shirube.exchange.ForeignFormat;
import dev.shirube.exchange.SbomOrigin;
import dev.shirube.exchange.cyclonedx.CbomFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A document that was read to be imported: cryptographic assets by a {@link ForeignFormat}, libraries by the scanner's own
 * detectors of bills of materials, marked with the tool that says so.
 *
 * @param format what it was taken for
 */
record ImportedDocument(Path path, Text format, Inventory inventory) {

    /** In the place of a detector, for coverage: the document as a whole. */
    private static final String IMPORT = "import";

    /** What is computed of an inventory whenever one looks, so that a document's own would soon be out of date. */
    private static final Set<DiagnosticCode> COMPARED =
            Set.of(DiagnosticCode.DECLARED_NOT_OBSERVED, DiagnosticCode.OBSERVED_NOT_DECLARED);

    /** Whether a document that begins with these bytes can be imported. */
    static boolean accepted(byte[] head) {
        return ImportFormats.of(head).isPresent() || SbomOrigin.of(head, "").isPresent();
    }

    /** The first bytes of the document. */
    static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ForeignFormat.HEAD);
        }
    }

    /**
     * Reads a document of an accepted format.
     *
     * @throws IOException when the file cannot be read
     */
    static ImportedDocument read(Path path, Scanner scanner, ScanContext context) throws IOException, TargetException {
        byte[] head = head(path);
        String document = String.valueOf(path.getFileName());
        Optional<ForeignFormat> format = ImportFormats.of(head);
        if (format.isEmpty()) {
            SbomOrigin sbom =
                    SbomOrigin.of(head, document).orElseThrow(() -> new IllegalStateException("Nobody reads " + path));
            Inventory libraries = libraries(path, sbom.origin(), scanner, context);
            return new ImportedDocument(path, Text.same(sbom.format()), looked(libraries, path, document));
        }
        Inventory read;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            read = format.get().read(in, document);
        }
        if (format.get().carriesItsOwnCoverage(head)) {
            return new ImportedDocument(path, format.get().name(), withoutComparisons(read));
        }
        if (format.get() instanceof CbomFormat) {
            read = read.merge(libraries(path, origin(path, document), scanner, context));
        }
        return new ImportedDocument(path, format.get().name(), looked(read, path, document));
    }

    private static ImportOrigin origin(Path path, String document) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return CbomFormat.origin(in, document);
        }
    }

    private static Inventory withoutComparisons(Inventory read) {
        List<AssignedDiagnostic> kept = read.diagnostics().stream()
                .filter(it -> !COMPARED.contains(it.diagnostic().code()))
                .toList();
        return new Inventory(read.systems(), read.findings(), kept, read.coverage(), read.endpoints());
    }

    /** The document was looked at, as one input. */
    private static Inventory looked(Inventory read, Path path, String document) throws IOException {
        Coverage coverage = new Coverage(Map.of(
                new Coverage.Key(document, IMPORT, Coverage.Outcome.READ), new Coverage.Amount(1, Files.size(path))));
        return read.merge(new Inventory(
                new TreeMap<>(), List.of(), List.of(), new TreeMap<>(Map.of(InformationSystem.UNASSIGNED, coverage))));
    }

    private static Inventory libraries(Path path, ImportOrigin origin, Scanner scanner, ScanContext context)
            throws IOException, TargetException {
        List<AssignedFinding> findings = new ArrayList<>();
        List<AssignedDiagnostic> diagnostics = new ArrayList<>();
        scanner.scan(
                new ImportTarget(path),
                context,
                result -> {
                    for (Finding finding : result.findings()) {
                        if (finding.asset() instanceof CryptoAsset.Library) {
                            findings.add(new AssignedFinding(InformationSystem.UNASSIGNED, imported(finding, origin)));
                        }
                    }
                    result.diagnostics()
                            .forEach(it -> diagnostics.add(new AssignedDiagnostic(
                                    InformationSystem.UNASSIGNED,
                                    new Diagnostic(it.code(), origin.document(), it.arguments()))));
                },
                new ScanJournal.InMemory(),
                ScanCache.NONE);
        return new Inventory(new TreeMap<>(), findings, diagnostics, new TreeMap<>());
    }

    private static Finding imported(Finding finding, ImportOrigin origin) {
        Occurrence place = finding.occurrence();
        return finding.withEvidence(origin.says(finding.evidence().values()))
                .withOccurrence(new Occurrence(
                        origin.document(),
                        place.line(),
                        place.offset(),
                        place.member(),
                        place.symbol(),
                        place.ordinal(),
                        EvidenceKind.IMPORT,
                        place.context(),
                        place.owner(),
                        place.reach()));
    }

    /** What keeps the document from being read whole. */
    List<Diagnostic> faults() {
        String document = String.valueOf(path.getFileName());
        return inventory.diagnostics().stream()
                .map(AssignedDiagnostic::diagnostic)
                .filter(it -> it.location().equals(document))
                .filter(it -> it.code() == DiagnosticCode.MALFORMED || it.code() == DiagnosticCode.LIMIT_REACHED)
                .toList();
    }

    /** The results by system; what the document assigns to none belongs to that one. */
    Map<String, ScanResult> results(String otherwise) {
        TreeSet<String> systems = new TreeSet<>(inventory.coverage().keySet());
        inventory.findings().forEach(it -> systems.add(it.system()));
        inventory.diagnostics().forEach(it -> systems.add(it.system()));
        inventory.endpoints().forEach(it -> systems.add(it.system()));
        Map<String, ScanResult> results = new TreeMap<>();
        Map<String, List<Finding>> findings = new TreeMap<>();
        inventory
                .findings()
                .forEach(it -> findings.computeIfAbsent(it.system(), id -> new ArrayList<>())
                        .add(it.finding()));
        for (String id : systems) {
            ScanResult result = new ScanResult(
                    String.valueOf(path.getFileName()),
                    findings.getOrDefault(id, List.of()),
                    inventory.diagnostics().stream()
                            .filter(it -> it.system().equals(id))
                            .map(AssignedDiagnostic::diagnostic)
                            .toList(),
                    inventory.coverage().getOrDefault(id, Coverage.NONE),
                    inventory.endpoints().stream()
                            .filter(it -> it.system().equals(id))
                            .map(AssignedEndpoint::profile)
                            .toList());
            results.merge(id.equals(InformationSystem.UNASSIGNED) ? otherwise : id, result, ImportedDocument::together);
        }
        return results;
    }

    private static ScanResult together(ScanResult one, ScanResult other) {
        List<Finding> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        List<Diagnostic> diagnostics = new ArrayList<>(one.diagnostics());
        diagnostics.addAll(other.diagnostics());
        List<dev.shirube.domain.EndpointProfile> endpoints = new ArrayList<>(one.endpoints());
        endpoints.addAll(other.endpoints());
        return new ScanResult(one.unit(), findings, diagnostics, one.coverage().merge(other.coverage()), endpoints);
    }

    /** Systems that the register does not have yet and that nothing else in the document makes known. */
    List<InformationSystem> newSystems(List<InformationSystem> register) {
        Set<String> known = new TreeSet<>(results(InformationSystem.UNASSIGNED).keySet());
        register.forEach(it -> known.add(it.id()));
        Set<String> registered = new TreeSet<>();
        register.forEach(it -> registered.add(it.id()));
        return inventory.systems().values().stream()
                .filter(it -> !registered.contains(it.id()))
                .filter(it -> !known.contains(it.id()) || !it.name().equals(it.id()))
                .toList();
    }
}
