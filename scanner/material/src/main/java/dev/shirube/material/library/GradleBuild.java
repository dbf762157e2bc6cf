package dev.shirube.material.library;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates in Gradle's build scripts and version catalogues, line by line: {@code "group:artifact:version"}, and
 * {@code group: 'g', name: 'a', version: 'v'}. A script is a program, which is not run: a version in a variable stays
 * unknown.
 */
final class GradleBuild {

    private static final String PART = "([A-Za-z0-9_.-]{1,200})";
    private static final Pattern TOGETHER =
            Pattern.compile("[\"']" + PART + ":" + PART + "(?::([^\"':@]{1,100}))?(?:[:@][^\"']{0,100})?[\"']");
    private static final Pattern APART =
            Pattern.compile("group\\s?[:=]\\s?[\"']" + PART + "[\"']\\s?,\\s?name\\s?[:=]\\s?[\"']" + PART
                    + "[\"'](?:\\s?,\\s?version\\s?[:=]\\s?[\"']([^\"']{1,100})[\"'])?");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|\\*|/\\*|#).*");
    private static final Pattern TEST = Pattern.compile("\\s*(test|androidTest|integrationTest)[A-Z].*");

    /** Longer lines are data, not a build. */
    private static final int LONGEST_LINE = 2000;

    private GradleBuild() {}

    static boolean isOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gradle") || lower.endsWith(".gradle.kts") || lower.endsWith(".versions.toml");
    }

    static List<Seen> read(String location, String text, Artefacts artefacts) {
        List<Seen> seen = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.length() <= LONGEST_LINE && !COMMENT.matcher(line).matches()) {
                for (Pattern form : List.of(TOGETHER, APART)) {
                    Matcher matcher = form.matcher(line);
                    while (matcher.find()) {
                        seen(location, number, line, matcher, artefacts).ifPresent(seen::add);
                    }
                }
            }
        }
        return seen;
    }

    private static Optional<Seen> seen(String location, int number, String line, Matcher matcher, Artefacts artefacts) {
        String version = matcher.group(3) == null ? "" : matcher.group(3);
        CodeContext context = TEST.matcher(line).matches() ? CodeContext.TEST : CodeContext.of(location);
        return artefacts
                .byCoordinates(matcher.group(1), matcher.group(2))
                .map(it -> new Seen(
                        it,
                        version,
                        number,
                        matcher.group(1) + ":" + matcher.group(2),
                        "gradle",
                        List.of(matcher.group(1) + ":" + matcher.group(2) + ":" + version),
                        Confidence.LIKELY,
                        context));
    }
}
