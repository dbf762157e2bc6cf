package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.VersionRange;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.fingerprint.FingerprintTable;
import dev.shirube.material.fingerprint.Identification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds crypto libraries by their classes: those that were moved into another package and into somebody else's archive, and
 * those in an archive whose manifests say nothing of them.
 *
 * <p>The claim stands at the first of the classes. Its version is a range where several versions have these classes.
 */
public final class ShadedLibraryDetector implements Detector {

    private static final String CLASS_FILE = ".class";
    private static final String VARIANT = "META-INF/versions/";

    private final Artefacts artefacts;
    private final FingerprintTable table;
    private final NamedLibraries named;
    private final ShadedLibraries libraries;

    /** A detector of the libraries of those tables. */
    public ShadedLibraryDetector(LibraryReadiness readiness, FingerprintTable table) {
        this.table = table;
        artefacts = new Artefacts(readiness);
        named = new NamedLibraries(artefacts, new ManifestReader(artefacts));
        libraries = new ShadedLibraries(table, named);
    }

    @Override
    public String id() {
        return "library-classes";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.NONE;
    }

    @Override
    public boolean looksAtHistory() {
        return false;
    }

    @Override
    public boolean accepts(ScanInput input) {
        return mayTell(input, table);
    }

    /** Whether a class is named like one by which a library is known; variants for other Java versions tell nothing. */
    static boolean mayTell(ScanInput input, FingerprintTable table) {
        String location = input.location();
        return location.endsWith(CLASS_FILE) && table.mayTell(location) && !location.contains(VARIANT);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        ShadedLibraries.Found found = unit.index(libraries);
        List<Finding> findings = new ArrayList<>();
        for (Identification it : found.libraries()) {
            if (it.location().equals(input.location())) {
                findings.add(
                        new LibraryClaims(id(), version(), it.location()).of(seen(it, unit), EvidenceKind.BYTECODE));
            }
        }
        List<Diagnostic> diagnostics = found.limit().stream()
                .filter(it -> it.location().equals(input.location()))
                .toList();
        return new Detection(findings, diagnostics, List.of());
    }

    private Seen seen(Identification library, ScanUnit unit) {
        Optional<Seen> manifest =
                unit.index(named).versioned(library.library()).filter(it -> fits(library.version(), it.version()));
        List<String> values = new ArrayList<>(
                List.of("package: " + library.packageName(), "classes: " + library.matched() + "/" + library.looked()));
        if (!library.version().isEmpty()) {
            values.add("versions: " + VersionRange.words(library.version()).en());
        }
        manifest.ifPresent(it -> values.addAll(it.values()));
        String version = manifest.map(Seen::version).orElse(library.version());
        return new Seen(
                manifest.map(Seen::artefact).orElseGet(() -> artefacts.byId(library.library(), library.purl())),
                version,
                0,
                library.packageName(),
                "class-fingerprints",
                values,
                version.isEmpty() ? Confidence.POSSIBLE : Confidence.LIKELY,
                CodeContext.of(library.location()));
    }

    /** Whether a manifest's version is one that the classes allow. */
    private static boolean fits(String allowed, String version) {
        return allowed.equals(version)
                || VersionRange.of(allowed).filter(it -> it.contains(version)).isPresent();
    }
}
