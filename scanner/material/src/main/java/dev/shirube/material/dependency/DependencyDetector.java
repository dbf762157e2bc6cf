package dev.shirube.material.dependency;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitMemo;
import dev.shirube.material.Inputs;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.library.Artefact;
import dev.shirube.material.library.LibraryClaims;
import dev.shirube.material.library.LibraryDetector;
import dev.shirube.material.library.Seen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds the crypto libraries that dependency manifests ask for, that lock files have chosen, that are installed, and that
 * bills of materials name: those that {@link LibraryReadiness} lists, not every package.
 *
 * <p>A library that is asked for is not an algorithm that is used: the findings are libraries and nothing else. Where a lock
 * file stands beside a manifest, both are findings on lines of their own, and the lock file decides the version.
 */
public final class DependencyDetector implements Detector {

    /** Databases of installed packages that are not read. */
    private static final Pattern RPM_DATABASE =
            Pattern.compile("(?:.*/)?(?:var/lib|usr/lib/sysimage)/rpm/(?:rpmdb\\.sqlite|Packages|Packages\\.db)");

    /** What was read of the lock files of a unit, each of which may decide for many manifests. */
    private final UnitMemo<Map<String, LockedVersions>> locks = new UnitMemo<>(ConcurrentHashMap::new);

    private final KnownPackages known;

    /** A detector of the libraries of that table. */
    public DependencyDetector(LibraryReadiness readiness) {
        known = new KnownPackages(readiness);
    }

    @Override
    public String id() {
        return "dependency";
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
        return Formats.of(input.location()).isPresent() || isRpmDatabase(input.location());
    }

    private static boolean isRpmDatabase(String location) {
        return location.contains("/rpm/") && RPM_DATABASE.matcher(location).matches();
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        if (isRpmDatabase(input.location())) {
            return Detection.of(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ, input.location(), "a database of installed RPM packages"));
        }
        return Inputs.read(
                input, LibraryDetector.MAX_BYTES, bytes -> detect(new ManifestText(input.location(), bytes, unit)));
    }

    private Detection detect(ManifestText file) throws IOException {
        Format format = Formats.of(file.location()).orElseThrow();
        LibraryClaims claims = new LibraryClaims(id(), version(), file.location());
        List<Finding> findings = new ArrayList<>();
        try {
            format.reader()
                    .read(
                            file,
                            it -> known.of(it.type(), it.name())
                                    .map(artefact -> claims.of(seen(format, file, it, artefact)))
                                    .ifPresent(findings::add));
        } catch (MalformedException e) {
            return Detection.of(Diagnostic.of(
                    DiagnosticCode.MALFORMED, file.location(), format.id(), e.format() + ", line " + e.line()));
        }
        return Detection.of(findings);
    }

    private Seen seen(Format format, ManifestText file, Dependency dependency, Artefact artefact) {
        List<String> values = new ArrayList<>();
        values.add((dependency.name() + " " + dependency.asked().shown()).strip());
        String version = locked(format, file, dependency, artefact, values)
                .orElseGet(() -> dependency.asked().version());
        return new Seen(
                artefact,
                version.isEmpty() ? dependency.asked().shown() : version,
                dependency.line(),
                dependency.name(),
                format.id(),
                values,
                dependency.confidence(),
                dependency.context() == CodeContext.TEST ? CodeContext.TEST : CodeContext.of(file.location()));
    }

    /** What the lock file beside the manifest, or else the nearest above it, has chosen; added to the evidence. */
    private Optional<String> locked(
            Format format, ManifestText file, Dependency dependency, Artefact artefact, List<String> values) {
        if (format.locks().isEmpty()) {
            return Optional.empty();
        }
        Ranges asked = dependency.asked().ranges();
        boolean near = true;
        for (String folder : ManifestText.foldersAbove(file.location())) {
            for (String name : format.locks()) {
                String location = folder + name;
                file.unit().restsOn(location);
                LockedVersions lock = file.unit()
                        .index(locks)
                        .computeIfAbsent(location, it -> LockedVersions.read(it, file.unit(), known));
                Optional<String> version = lock.version(artefact.purl(), asked, near);
                version.ifPresent(it -> values.add(name + ": " + it));
                if (version.isPresent() || lock.there()) {
                    return version;
                }
            }
            near = false;
        }
        return Optional.empty();
    }
}
