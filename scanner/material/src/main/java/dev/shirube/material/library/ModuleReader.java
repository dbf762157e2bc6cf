package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.material.fingerprint.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which library a module descriptor names: {@code module-info.class} at the root, or of one Java version. */
final class ModuleReader {

    private static final Pattern LOCATION =
            Pattern.compile("(?:^|.*!/)(?:META-INF/versions/[0-9]{1,4}/)?module-info\\.class");

    private ModuleReader() {}

    static boolean isOne(String location) {
        return location.endsWith("module-info.class")
                && LOCATION.matcher(location).matches();
    }

    /** The library, if it is one of ours; its version from the descriptor, or else from the archive's name. */
    static Optional<Seen> read(String location, byte[] bytes, Artefacts artefacts) {
        return ModuleDescriptor.of(bytes)
                .flatMap(module -> artefacts.byModule(module.name()).map(it -> seen(location, module, it, artefacts)));
    }

    private static Seen seen(String location, ModuleDescriptor module, Artefact named, Artefacts artefacts) {
        Optional<ArchiveName> file = ArchiveName.around(location);
        Optional<Artefact> exact = file.flatMap(it -> artefacts.byName(it.artefact()))
                .filter(it -> it.library().equals(named.library()));
        List<String> values = new ArrayList<>(List.of("module: " + module.name()));
        if (!module.version().isEmpty()) {
            values.add("module version: " + module.version());
        }
        file.ifPresent(it -> values.add("file: " + it.artefact() + " " + it.version()));
        String inName = exact.flatMap(it -> file).map(ArchiveName::version).orElse("");
        return new Seen(
                exact.orElse(named),
                module.version().isEmpty() ? inName : module.version(),
                0,
                "module-info",
                "module-info",
                values,
                Confidence.LIKELY,
                CodeContext.of(location));
    }
}
