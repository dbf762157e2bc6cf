package dev.shirube.material.library;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.material.library.NamedLibraries.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the manifests of one archive name, by the worth of the evidence: what a better one tells, a lesser one need not. */
record NamedLibraries(Artefacts artefacts, ManifestReader manifests) implements UnitIndex<Names> {

    /**
     * Libraries by id, with their versions as far as they were told.
     *
     * @param poms by {@code pom.properties}
     * @param manifest by an attribute of the archive's manifest, or by the archive's name
     * @param modules by module descriptors
     */
    record Names(List<Seen> poms, Optional<Seen> manifest, List<Seen> modules) {

        /** Keeps unmodifiable copies. */
        Names {
            poms = List.copyOf(poms);
            modules = List.copyOf(modules);
        }

        boolean inPoms(Seen seen) {
            return poms.stream().anyMatch(seen::sameLibrary);
        }

        /** Whether something better than an archive's name tells of it. */
        boolean inManifest(Seen seen) {
            return manifest.filter(it -> !it.byFileName() && it.sameLibrary(seen))
                    .isPresent();
        }

        boolean inModules(Seen seen) {
            return modules.stream().anyMatch(seen::sameLibrary);
        }

        /** The version of that library, by the best evidence that tells one. */
        Optional<Seen> versioned(String library) {
            List<Seen> all = new ArrayList<>(poms);
            manifest.ifPresent(all::add);
            all.addAll(modules);
            return all.stream()
                    .filter(it -> it.artefact().library().id().equals(library) && LibraryClaims.isVersion(it.version()))
                    .findFirst();
        }
    }

    @Override
    public Names compute(ScanUnit unit) {
        TreeMap<String, ScanInput> inputs = new TreeMap<>(Comparator.naturalOrder());
        try {
            unit.forEach(
                    input -> {
                        if (PomProperties.isOne(input.location()) || ModuleReader.isOne(input.location())) {
                            inputs.put(input.location(), input);
                        }
                    },
                    diagnostic -> {});
            Optional<Seen> manifest = unit.input(manifestOf(unit)).flatMap(this::manifest);
            List<Seen> poms = new ArrayList<>();
            List<Seen> modules = new ArrayList<>();
            for (ScanInput input : inputs.values()) {
                if (PomProperties.isOne(input.location())) {
                    text(input)
                            .flatMap(it -> PomProperties.read(input.location(), it, artefacts))
                            .ifPresent(poms::add);
                } else {
                    bytes(input)
                            .flatMap(it -> ModuleReader.read(input.location(), it, artefacts))
                            .ifPresent(modules::add);
                }
            }
            return new Names(poms, manifest, modules);
        } catch (IOException e) {
            return new Names(
                    List.of(), Optional.empty(), List.of()); // whoever walks the unit says why it cannot be read
        }
    }

    /** Where the manifest of an archive is. */
    static String manifestOf(ScanUnit unit) {
        return unit.location() + "!/" + ManifestReader.NAME;
    }

    private Optional<Seen> manifest(ScanInput input) {
        return text(input).flatMap(it -> manifests.read(input.location(), it));
    }

    private static Optional<String> text(ScanInput input) {
        return bytes(input).map(it -> new String(it, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> bytes(ScanInput input) {
        try {
            return input.size() > LibraryDetector.MAX_BYTES ? Optional.empty() : Optional.of(input.bytes());
        } catch (IOException e) {
            return Optional.empty(); // as an input of its own it is a diagnostic; here it names nothing
        }
    }
}
