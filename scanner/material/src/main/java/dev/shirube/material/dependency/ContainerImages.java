package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.YamlDocument;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images that a Dockerfile builds on, and those that the services of a Compose file run, by their tags: a runtime or a server
 * whose releases are known. Which OpenSSL a distribution's image holds, its name does not tell.
 */
final class ContainerImages {

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern FROM =
            Pattern.compile("(?i)\\s*FROM\\s+(?:--\\S+\\s+)*([^\\s-]\\S*)(?:\\s+AS\\s+\\S+)?\\s*");
    private static final Pattern IMAGE = Pattern.compile("([^\\s@:]+(?::[0-9]+/[^\\s@:]+)?)(?::([^\\s@]+))?(?:@\\S+)?");
    private static final Pattern COMPOSE =
            Pattern.compile("(?:docker-|podman-)?compose(?:[.-][a-z0-9._-]{1,60})?\\.ya?ml");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?i)\\s*ARG\\s+([A-Za-z_][A-Za-z0-9_]*)=[\"']?([^\"'\\s]+)[\"']?.*");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::-[^}]*)?}|([A-Za-z_][A-Za-z0-9_]*))");
    private static final Pattern RELEASE = Pattern.compile("v?([0-9]{1,4}(?:\\.[0-9]{1,6}){0,3})(?:[-_.u+].*)?");
    private static final int WHOLE = 3;

    private ContainerImages() {}

    static List<Format> formats() {
        return List.of(
                Format.told("Dockerfile", ContainerImages::isOne, ContainerImages::images),
                Format.told(
                        "compose.yaml",
                        it -> it.lower().length() < 100
                                && COMPOSE.matcher(it.lower()).matches(),
                        ContainerImages::services));
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
                Matcher from =
                        FROM.matcher(arguments.resolve(VARIABLE.matcher(line).replaceAll("\\${$1$2}")));
                if (from.matches()) {
                    image(from.group(1), number, found);
                }
            }
        }
    }

    /** Services of Compose; what a variable stands for is said elsewhere. */
    private static void services(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        for (Node service :
                YamlDocument.read(file.text()).get("services").members().values()) {
            Node image = service.get("image");
            if (image.present()) {
                image(VARIABLE.matcher(image.text()).replaceAll("\\${$1$2}"), image.line(), found);
            }
        }
    }

    private static void image(String written, int number, Consumer<Dependency> found) {
        Matcher image = IMAGE.matcher(written.length() > LONGEST_LINE ? "" : written);
        if (image.matches()) {
            found.accept(Dependency.of(Dialect.GENERIC, name(image.group(1)), release(image.group(2)), number)
                    .ofType("docker")
                    .saying(image.group(2) == null ? "" : image.group(2)));
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
