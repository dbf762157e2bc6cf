package dev.shirube.material.library;

import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.LibraryReadiness;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises crypto libraries by coordinates, by names in manifests and by file names; what is not listed is passed over. */
final class Artefacts {

    private static final String MAVEN = "pkg:maven/";

    /** Names as short as {@code kms} say nothing outside their group. */
    private static final int SHORTEST_NAME = 4;

    private final LibraryReadiness readiness;
    private final Map<String, Artefact> byName = new HashMap<>();
    private final Map<String, Artefact> byBundle = new HashMap<>();
    private final Map<String, Artefact> byModule = new HashMap<>();

    Artefacts(LibraryReadiness readiness) {
        this.readiness = readiness;
        Set<String> ambiguous = new HashSet<>();
        for (CryptoLibrary library : readiness.libraries()) {
            Artefact bundle = new Artefact(
                    library,
                    library.packages().size() == 1
                            ? library.packages().get(0)
                            : LibraryReadiness.GENERIC + library.id());
            library.bundles().forEach(it -> byBundle.put(it, bundle));
            library.modules().forEach(it -> byModule.put(it, bundle));
            library.packages().stream().filter(it -> it.startsWith(MAVEN)).forEach(it -> name(library, it, ambiguous));
        }
        byName.keySet().removeAll(ambiguous);
    }

    private void name(CryptoLibrary library, String purl, Set<String> ambiguous) {
        Artefact artefact = new Artefact(library, purl);
        byBundle.put(purl.substring(MAVEN.length()).replace('/', '.'), artefact);
        String name = artefact.name();
        if (name.length() < SHORTEST_NAME || byName.put(name, artefact) != null) {
            ambiguous.add(name);
        }
    }

    /** By Maven coordinates. */
    Optional<Artefact> byCoordinates(String group, String artifact) {
        String purl = MAVEN + group + "/" + artifact;
        return readiness.of(purl).filter(it -> it.packages().contains(purl)).map(it -> new Artefact(it, purl));
    }

    /** By its id; the table of fingerprints names only libraries that are listed. */
    Artefact byId(String id, String purl) {
        return new Artefact(readiness.byId(id).orElseThrow(), purl);
    }

    /** By the artefact's own name, where no other library has the same. */
    Optional<Artefact> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By a name in a JAR's manifest; where that names several artefacts, the package URL is one of ours, not Maven's. */
    Optional<Artefact> byBundle(String name) {
        return Optional.ofNullable(byBundle.get(name)).or(() -> byName(name));
    }

    /** By a name in a module descriptor. */
    Optional<Artefact> byModule(String name) {
        return Optional.ofNullable(byModule.get(name)).or(() -> byBundle(name));
    }
}
