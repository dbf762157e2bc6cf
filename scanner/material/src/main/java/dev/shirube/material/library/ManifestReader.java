package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.readiness.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which library a JAR is, by its manifest, or else by the name of the file. */
final class ManifestReader {

    static final String NAME = "META-INF/MANIFEST.MF";

    /** The kind of evidence of a claim that rests on the name of an archive alone. */
    static final String ARCHIVE_NAME = "archive-name";

    /** The attributes that name a library, best first. */
    private static final List<String> NAMES =
            List.of("Bundle-SymbolicName", "Automatic-Module-Name", "Implementation-Title");

    /** The attributes that tell its version; Bundle-Version comes last, as OSGi makes 10.5.0 of 10.5. */
    private static final List<String> VERSIONS = List.of("Implementation-Version", "Bundle-Version");

    private final Artefacts artefacts;

    ManifestReader(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    /** Whether that is the manifest of an archive or of an unpacked one. */
    static boolean isOne(String location) {
        return location.equals(NAME) || location.endsWith("/" + NAME);
    }

    Optional<Seen> read(String location, String text) {
        JarManifest manifest = new JarManifest(text);
        Optional<ArchiveName> file = ArchiveName.around(location);
        Optional<Artefact> byFile = file.flatMap(it -> artefacts.byName(it.artefact()));
        for (String attribute : NAMES) {
            String name = manifest.value(attribute).split(";", 2)[0].strip();
            Optional<Artefact> artefact = artefacts.byBundle(name);
            if (artefact.isPresent()) {
                Artefact exact = byFile.filter(
                                it -> it.library().equals(artefact.get().library()))
                        .orElse(artefact.get());
                return Optional.of(named(location, exact, attribute, manifest, file));
            }
        }
        return byFile.map(it -> byFileName(location, it, file.orElseThrow()));
    }

    private static Seen named(
            String location, Artefact artefact, String attribute, JarManifest manifest, Optional<ArchiveName> file) {
        List<String> values = new ArrayList<>(List.of(attribute + ": " + manifest.value(attribute)));
        String version = "";
        for (String name : VERSIONS) {
            String value = manifest.value(name);
            if (version.isEmpty() && LibraryClaims.isVersion(value)) {
                version = value;
                values.add(name + ": " + value);
            }
        }
        String inName =
                file.map(ArchiveName::version).filter(LibraryClaims::isVersion).orElse("");
        boolean agree = inName.isEmpty() || version.isEmpty() || Versions.compare(inName, version) == 0;
        file.ifPresent(it -> values.add("file: " + it.artefact() + " " + it.version()));
        return new Seen(
                artefact,
                agree && !inName.isEmpty() ? inName : version,
                manifest.line(attribute),
                attribute,
                "jar-manifest",
                values,
                agree ? Confidence.LIKELY : Confidence.POSSIBLE,
                CodeContext.of(location));
    }

    private static Seen byFileName(String location, Artefact artefact, ArchiveName file) {
        return new Seen(
                artefact,
                file.version(),
                0,
                "file-name",
                ARCHIVE_NAME,
                List.of("file: " + file.artefact() + " " + file.version()),
                Confidence.POSSIBLE,
                CodeContext.of(location));
    }
}
