package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.material.document.MalformedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The versions that one lock file has chosen, by package URL; read once for all manifests that it stands beside. */
record LockedVersions(String location, Format format, KnownPackages known) implements UnitIndex<LockedVersions.Chosen> {

    /**
     * What was chosen.
     *
     * @param there whether there is such a file
     */
    record Chosen(boolean there, Map<String, List<Dependency>> packages) {

        /**
         * The one version that a manifest beside it gets of that package: what it lists for the project itself, or else the
         * only one that the manifest allows.
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

    @Override
    public Chosen compute(ScanUnit unit) {
        Map<String, List<Dependency>> packages = new TreeMap<>();
        Optional<ManifestText> file = ManifestText.of(location, unit);
        if (file.isEmpty()) {
            return new Chosen(false, packages);
        }
        try {
            format.reader()
                    .read(
                            file.get(),
                            it -> known.of(it.type(), it.name())
                                    .ifPresent(artefact ->
                                            packages.merge(artefact.purl(), List.of(it), LockedVersions::both)));
        } catch (MalformedException | LimitException e) {
            packages.clear(); // as an input of its own it is a diagnostic
        }
        return new Chosen(true, packages);
    }

    private static List<Dependency> both(List<Dependency> one, List<Dependency> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
