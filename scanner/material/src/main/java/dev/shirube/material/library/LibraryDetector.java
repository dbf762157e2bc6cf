package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Finds the crypto libraries that are in an archive or that a build asks for: those that {@link LibraryReadiness} lists, not
 * every library.
 *
 * <p>In an archive {@code pom.properties} goes before the manifest, the manifest before the module descriptor, and that
 * before the archive's name; what none of them names, {@link ShadedLibraryDetector} knows by its classes. Several
 * {@code pom.properties} are several libraries. A library in an archive is there; one in a build file is asked for, in the
 * version that the file tells, if it tells one.
 */
public final class LibraryDetector implements Detector {

    /** Larger than any manifest of practice; signed JARs list every class in it. */
    static final int MAX_BYTES = 16 << 20;

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
        return "2";
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
                || RuntimeRelease.isOne(input)
                || isPom(location)
                || GradleBuild.isOne(input.name());
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, MAX_BYTES, bytes -> detect(input, bytes, unit));
    }

    /** A POM in {@code META-INF/maven} says what a library was built with, not what is in the archive around it. */
    private static boolean isPom(String location) {
        return (location.equals("pom.xml") || location.endsWith("/pom.xml")) && !location.contains("META-INF/maven/");
    }

    private Detection detect(ScanInput input, byte[] bytes, ScanUnit unit) {
        String location = input.location();
        if (isPom(location)) {
            return pom(location, bytes);
        }
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
        if (RuntimeRelease.isOne(input)) {
            return claims(
                    location,
                    RuntimeRelease.read(location, text, artefacts).stream().toList());
        }
        return claims(location, GradleBuild.read(location, text, artefacts));
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

    private Detection pom(String location, byte[] bytes) {
        List<Seen> seen = new ArrayList<>();
        try {
            for (PomXml.Dependency it : PomXml.read(bytes)) {
                artefacts
                        .byCoordinates(it.group(), it.artifact())
                        .map(artefact -> asked(location, artefact, it))
                        .ifPresent(seen::add);
            }
        } catch (XMLStreamException e) {
            String at = e.getLocation() == null
                    ? "XML"
                    : "XML, line " + e.getLocation().getLineNumber();
            return Detection.of(Diagnostic.of(DiagnosticCode.MALFORMED, location, "pom.xml", at));
        }
        return claims(location, seen);
    }

    private static Seen asked(String location, Artefact artefact, PomXml.Dependency dependency) {
        String name = dependency.group() + ":" + dependency.artifact();
        return new Seen(
                artefact,
                dependency.version(),
                dependency.line(),
                name,
                "pom.xml",
                List.of(name + ":" + dependency.version()),
                Confidence.LIKELY,
                dependency.scope().equals("test") ? CodeContext.TEST : CodeContext.of(location));
    }

    private Detection claims(String location, List<Seen> seen) {
        LibraryClaims claims = new LibraryClaims(id(), version(), location);
        return Detection.of(seen.stream().map(claims::of).toList());
    }
}
