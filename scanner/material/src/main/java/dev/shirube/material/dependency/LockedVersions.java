package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.document.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions that one lock file has chosen, by package URL.
 *
 * @param there whether there is such a file
 */
record LockedVersions(boolean there, Map<String, List<Dependency>> packages) {

    /** What the lock file at that location has chosen of the packages that are known; nothing of one that is broken. */
    static LockedVersions read(String location, ScanUnit unit, KnownPackages known) {
        Map<String, List<Dependency>> packages = new TreeMap<>();
        Optional<ManifestText> file = ManifestText.of(location, unit);
        if (file.isEmpty()) {
            return new LockedVersions(false, packages);
        }
        try {
            Formats.of(location)
                    .orElseThrow()
                    .reader()
                    .read(
                            file.get(),
                            it -> known.of(it.type(), it.name())
                                    .ifPresent(artefact -> packages.computeIfAbsent(
                                                    artefact.purl(), purl -> new ArrayList<>())
                                            .add(it)));
        } catch (MalformedException | LimitException e) {
            packages.clear(); // as an input of its own it is a diagnostic
        }
        return new LockedVersions(true, packages);
    }

    /**
     * The one version that a manifest beside it gets of that package: what it lists for the project itself, or else the only
     * one that the manifest allows.
     *
     * @param near whether the lock file lies in the same folder, so that it is certainly meant
     */
    Optional<String> version(String purl, Ranges asked, boolean near) {
        List<Dependency> all = packages.getOrDefault(purl, List.of());
        List<String> top = versions(all.stream().filter(Dependency::top).toList());
        if (near && top.size() == 1) {
            return Optional.of(top.get(0));
        }
        if (!near && asked.equals(Ranges.ALL)) {
            return Optional.empty();
        }
        List<String> allowed = versions(all).stream().filter(asked::holds).toList();
        return allowed.size() == 1 ? Optional.of(allowed.get(0)) : Optional.empty();
    }

    private static List<String> versions(List<Dependency> dependencies) {
        return dependencies.stream()
                .map(Dependency::asked)
                .map(Requirement::ranges)
                .filter(it -> it.from().isPresent() && it.from().equals(it.to()))
                .map(it -> it.from().orElseThrow())
                .distinct()
                .toList();
    }
}
