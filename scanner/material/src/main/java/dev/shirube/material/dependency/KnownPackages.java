package dev.shirube.material.dependency;

import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.material.library.Artefact;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The packages of {@link LibraryReadiness} by ecosystem and name; names are compared as each ecosystem compares them. */
final class KnownPackages {

    /** Systems whose packages hold what a project released under a version of its own: the asset is that release. */
    private static final Set<String> REPACKAGED = Set.of("deb", "apk", "rpm", "docker");

    /** PEP 503: runs of these are one hyphen. */
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private static final String SCHEME = "pkg:";

    private final Map<String, Artefact> byName = new HashMap<>();

    KnownPackages(LibraryReadiness readiness) {
        for (CryptoLibrary library : readiness.libraries()) {
            for (String purl : library.packages()) {
                int slash = purl.indexOf('/');
                String type = purl.substring(SCHEME.length(), slash);
                String name = purl.substring(slash + 1).replace("%40", "@");
                boolean repackaged = REPACKAGED.contains(type);
                boolean distribution = repackaged && !type.equals("docker");
                byName.put(
                        key(type, distribution ? name.substring(name.indexOf('/') + 1) : name),
                        new Artefact(library, repackaged ? library.packages().get(0) : purl));
            }
        }
    }

    /** The package of that name; of a distribution's without the distribution. */
    Optional<Artefact> of(String type, String name) {
        return Optional.ofNullable(byName.get(key(type, name)));
    }

    private static String key(String type, String name) {
        String same = switch (type) {
            case "pypi" -> SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
            case "cargo" -> name.replace('_', '-');
            case "nuget", "composer", "golang" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
        return type + "/" + same;
    }
}
