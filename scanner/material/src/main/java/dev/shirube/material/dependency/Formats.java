package dev.shirube.material.dependency;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of files that are read for the packages they name. */
final class Formats {

    private static final List<Format> ALL = Stream.of(
                    MavenPom.formats(),
                    GradleManifests.formats(),
                    NodeManifests.formats(),
                    YarnAndPnpmLocks.formats(),
                    PythonManifests.formats(),
                    PythonLocks.formats(),
                    PythonSetup.formats(),
                    GoManifests.formats(),
                    CargoManifests.formats(),
                    NuGetManifests.formats(),
                    ComposerManifests.formats(),
                    BundlerManifests.formats(),
                    ContainerImages.formats(),
                    SystemPackages.formats(),
                    BillsOfMaterials.formats())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Format> BY_NAME = ALL.stream()
            .flatMap(it -> it.names().stream().map(name -> Map.entry(name, it)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<Format> TOLD =
            ALL.stream().filter(it -> it.names().isEmpty()).toList();

    private Formats() {}

    /** The kind that a file of that logical path is, as far as its name tells. */
    static Optional<Format> of(String location) {
        Format.FileName name = Format.FileName.of(location);
        Format format = BY_NAME.get(name.name());
        if (format != null) {
            return Optional.of(format);
        }
        for (Format told : TOLD) { // asked for every file there is
            if (told.named().test(name)) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }
}
