package dev.shirube.material.dependency;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images that a Dockerfile builds on, by their tags: a runtime or a server whose releases are known. Which OpenSSL a
 * distribution's image holds, its name does not tell.
 */
final class ContainerImages {

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern FROM = Pattern.compile(
            "(?i)\\s*FROM\\s+(?:--\\S+\\s+)*([^\\s@:]+(?::[0-9]+/[^\\s@:]+)?)(?::([^\\s@]+))?(?:@\\S+)?(?:\\s+AS\\s+\\S+)?\\s*");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?i)\\s*ARG\\s+([A-Za-z_][A-Za-z0-9_]*)=[\"']?([^\"'\\s]+)[\"']?.*");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::-[^}]*)?}|([A-Za-z_][A-Za-z0-9_]*))");
    private static final Pattern RELEASE = Pattern.compile("v?([0-9]{1,4}(?:\\.[0-9]{1,6}){0,3})(?:[-_.u+].*)?");
    private static final int WHOLE = 3;

    private ContainerImages() {}

    static List<Format> formats() {
        return List.of(Format.told("Dockerfile", ContainerImages::isOne, ContainerImages::images));
    }

    private static boolean isOne(Format.FileName it) {
        return it.name().startsWith("Dockerfile")
                || it.name().startsWith("Containerfile")
                || it.lower().endsWith(".dockerfile")
                || it.lower().endsWith(".containerfile");
    }

    private static void images(ManifestText file, Consumer<Dependency> found) {
        Properties arguments = new Properties();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            Matcher argument = ARGUMENT.matcher(line);
            if (argument.matches()) {
                arguments.put(argument.group(1), argument.group(2));
            } else if (line.stripLeading().regionMatches(true, 0, "FROM", 0, "FROM".length())) {
                image(arguments.resolve(VARIABLE.matcher(line).replaceAll("\\${$1$2}")), number, found);
            }
        }
    }

    private static void image(String line, int number, Consumer<Dependency> found) {
        Matcher from = FROM.matcher(line.length() > LONGEST_LINE ? "" : line);
        if (from.matches()) {
            found.accept(Dependency.of(Dialect.GENERIC, name(from.group(1)), release(from.group(2)), number)
                    .ofType("docker")
                    .saying(from.group(2) == null ? "" : from.group(2)));
        }
    }

    /** Without the registry: images are copied from one to the other under the same name. */
    private static String name(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String path = registry ? image.substring(slash + 1) : image;
        return path.startsWith("library/") ? path.substring("library/".length()) : path;
    }

    /** Tags move: only one with three numbers is a release, any other a line of releases. */
    private static String release(String tag) {
        Matcher release = RELEASE.matcher(tag == null ? "" : tag);
        if (!release.matches()) {
            return tag == null ? "" : tag;
        }
        return release.group(1).split("\\.", -1).length < WHOLE ? "==" + release.group(1) + ".*" : release.group(1);
    }
}
