package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code META-INF/maven/group/artifact/pom.properties}, which Maven puts into what it builds and shading keeps. */
final class PomProperties {

    /** What its location ends with; the two folders are the coordinates. */
    private static final Pattern LOCATION =
            Pattern.compile("(?:^|/)META-INF/maven/([^/]{1,200})/([^/]{1,200})/pom\\.properties$");

    private static final Pattern PROPERTY =
            Pattern.compile("[ \\t]*(groupId|artifactId|version)[ \\t]*[=:][ \\t]*(\\S*)\\s*");

    private PomProperties() {}

    static boolean isOne(String location) {
        return location.endsWith("/pom.properties")
                && LOCATION.matcher(location).find();
    }

    /** The library, if it is one of ours. */
    static Optional<Seen> read(String location, String text, Artefacts artefacts) {
        Matcher folders = LOCATION.matcher(location);
        if (!folders.find()) {
            return Optional.empty();
        }
        Map<String, String> properties =
                new HashMap<>(Map.of("groupId", folders.group(1), "artifactId", folders.group(2)));
        int versionLine = 0;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                properties.put(property.group(1), property.group(2));
                versionLine = property.group(1).equals("version") ? number : versionLine;
            }
        }
        int line = versionLine;
        String version = properties.getOrDefault("version", "");
        String coordinates = properties.get("groupId") + ":" + properties.get("artifactId") + ":" + version;
        return artefacts
                .byCoordinates(properties.get("groupId"), properties.get("artifactId"))
                .map(it -> new Seen(
                        it,
                        version,
                        line,
                        "version",
                        "pom.properties",
                        List.of(coordinates),
                        Confidence.CERTAIN,
                        CodeContext.of(location)));
    }
}
