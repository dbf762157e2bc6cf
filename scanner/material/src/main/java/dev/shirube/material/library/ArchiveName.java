package dev.shirube.material.library;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file name of the archive around an input, as Maven writes it: artefact, version, maybe a classifier.
 *
 * @param version empty where the name has none
 */
record ArchiveName(String artefact, String version) {

    private static final Pattern ARCHIVE = Pattern.compile("([^/!]+)\\.(?:jar|aar|war|ear|zip)(?:#[0-9]+)?$");

    private static final Pattern VERSIONED = Pattern.compile(
            "(.+?)-([0-9][0-9A-Za-z_]*(?:\\.[0-9A-Za-z_]+)*(?:-(?:SNAPSHOT|alpha|beta|rc|M)[0-9A-Za-z.]*)?)(?:-.*)?");

    /** Longer names are of no library, and cost time to match. */
    private static final int LONGEST = 200;

    /** The name of the innermost archive that holds the input of that location. */
    static Optional<ArchiveName> around(String location) {
        int inside = location.lastIndexOf("!/");
        if (inside < 0) {
            return Optional.empty();
        }
        String path = location.substring(0, inside);
        Matcher archive = ARCHIVE.matcher(path.substring(path.lastIndexOf('/') + 1));
        if (!archive.find() || archive.group(1).length() > LONGEST) {
            return Optional.empty();
        }
        Matcher versioned = VERSIONED.matcher(archive.group(1));
        return Optional.of(
                versioned.matches()
                        ? new ArchiveName(versioned.group(1), versioned.group(2))
                        : new ArchiveName(archive.group(1), ""));
    }
}
