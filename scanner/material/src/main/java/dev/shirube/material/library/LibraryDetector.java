package dev.shirube.material.library;

import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Finds the crypto libraries that are in an archive, and runtimes: those that {@link LibraryReadiness} lists, not every
 * library.
 *
 * <p>In an archive {@code pom.properties} goes before the manifest, the manifest before the module descriptor, and that
 * before the archive's name; what none of them names, {@link ShadedLibraryDetector} knows by its classes. Several
 * {@code pom.properties} are several libraries. What a build file asks for is another detector's.
 */
public final class LibraryDetector implements Detector {

    /** Larger than any manifest of practice; signed JARs list every class in it. */
    public static final int MAX_BYTES = 16 << 20;

    private final Artefacts artefacts;
    private final ManifestReader manifests;
    private final NamedLibraries named;

    /** A detector of the libraries of that table. */
    public LibraryDetector(LibraryReadiness readiness) {
        artefacts = new Artefacts(readiness);
        manifests = new ManifestReader(artefacts);
        named = new NamedLibraries(artefacts, manifests);
    }

    @Override
    public String id() {
        return "library";
    }

    @Override
    public String version() {
        return "3";
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
        String location = input.location();
        return PomProperties.isOne(location)
                || ManifestReader.isOne(location)
                || ModuleReader.isOne(location)
                || RuntimeRelease.isOne(input);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> detect(input, bytes, unit));
    }

    private Detection detect(ScanInput input, byte[] bytes, ScanUnit unit) {
        String location = input.location();
        if (ModuleReader.isOne(location)) {
            return claims(location, module(location, bytes, unit).stream().toList());
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (PomProperties.isOne(location)) {
            return claims(
                    location,
                    PomProperties.read(location, text, artefacts).stream().toList());
        }
        if (ManifestReader.isOne(location)) {
            return claims(location, manifest(location, text, unit).stream().toList());
        }
        return claims(
                location,
                RuntimeRelease.read(location, text, artefacts).stream().toList());
    }

    private Optional<Seen> manifest(String location, String text, ScanUnit unit) {
        Optional<Seen> seen = manifests.read(location, text);
        if (!location.equals(NamedLibraries.manifestOf(unit))) {
            return seen;
        }
        return seen.filter(it -> {
            NamedLibraries.Names names = unit.index(named);
            return !names.inPoms(it) && !(it.byFileName() && names.inModules(it));
        });
    }

    private Optional<Seen> module(String location, byte[] bytes, ScanUnit unit) {
        return ModuleReader.read(location, bytes, artefacts).filter(it -> {
            NamedLibraries.Names names = unit.index(named);
            return !names.inPoms(it) && !names.inManifest(it);
        });
    }

    private Detection claims(String location, List<Seen> seen) {
        LibraryClaims claims = new LibraryClaims(id(), version(), location);
        return Detection.of(seen.stream().map(claims::of).toList());
    }
}
