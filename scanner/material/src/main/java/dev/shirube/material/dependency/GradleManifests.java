package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.engine.settings.PropertyLines;
import dev.shirube.engine.settings.Setting;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.TomlDocument;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gradle: coordinates in build scripts line by line, {@code "group:artifact:version"} and
 * {@code group: 'g', name: 'a', version: 'v'}; version catalogues; and what was locked. A script is a program, which is not
 * run: only texts that it or {@code gradle.properties} gives a name are put in.
 */
final class GradleManifests {

    private static final String LOCK = "gradle.lockfile";

    /** Longer lines are data, not a build. */
    private static final int LONGEST_LINE = 2000;

    private static final String PART = "([A-Za-z0-9_.-]{1,200})";
    private static final Pattern TOGETHER =
            Pattern.compile("[\"']" + PART + ":" + PART + "(?::([^\"':@]{1,100}))?(?:[:@][^\"']{0,100})?[\"']");
    private static final Pattern APART =
            Pattern.compile("group\\s?[:=]\\s?[\"']" + PART + "[\"']\\s?,\\s?name\\s?[:=]\\s?[\"']" + PART
                    + "[\"'](?:\\s?,\\s?version\\s?[:=]\\s?[\"']([^\"']{1,100})[\"'])?");
    private static final Pattern COMMENT = Pattern.compile("\\s*(//|\\*|/\\*).*");
    private static final Pattern TEST = Pattern.compile("\\s*(test|androidTest|integrationTest)[A-Z].*");
    private static final Pattern NAMED = Pattern.compile(
            "\\s*(?:(?:def|val|var|const|private|final|String)\\s+)*(?:(?:ext|extra|project\\.ext)\\.)?([A-Za-z_][A-Za-z0-9_.]{0,100})\\s*=\\s*[\"']([^\"'$]{1,100})[\"'];?\\s*(?://.*)?");
    private static final Pattern MAP = Pattern.compile(
            "\\s*(?:(?:def|val|var)\\s+)?(?:(?:rootProject\\.|project\\.)?ext\\.)?([A-Za-z_][A-Za-z0-9_.]{0,100})\\s*\\+?=\\s*\\[\\s*");
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*[\"']?([A-Za-z_][A-Za-z0-9_.-]{0,100})[\"']?\\s*:\\s*[\"']([^\"'$:]{1,100})[\"'],?\\s*(?://.*)?");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{)?([A-Za-z_][A-Za-z0-9_.]*)}?");
    private static final Pattern LOCKED = Pattern.compile(PART + ":" + PART + ":([^:=\\s]{1,100})(?:=(.*))?");

    private GradleManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.told(
                        "gradle",
                        it -> it.lower().endsWith(".gradle") || it.lower().endsWith(".gradle.kts"),
                        GradleManifests::script,
                        LOCK),
                Format.ending(".versions.toml", GradleManifests::catalogue),
                Format.named(LOCK, GradleManifests::lock),
                Format.told(
                        "gradle/dependency-locks",
                        it -> it.name().endsWith(".lockfile") && it.location().contains("gradle/dependency-locks/"),
                        GradleManifests::lock));
    }

    private static void script(ManifestText file, Consumer<Dependency> found) {
        Properties properties = properties(file);
        Iterable<String> lines = file.lines();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.length() <= LONGEST_LINE
                    && line.indexOf(':') > 0
                    && !COMMENT.matcher(line).matches()) {
                for (Pattern form : List.of(TOGETHER, APART)) {
                    Matcher matcher = form.matcher(line);
                    while (matcher.find()) {
                        String asked = matcher.group(3) == null ? "" : matcher.group(3);
                        String braced = VARIABLE.matcher(asked).replaceAll("\\${$1}");
                        String told = properties.resolve(braced);
                        found.accept(of(matcher, told.equals(braced) ? asked : told, number)
                                .onlyForTests(TEST.matcher(line).matches()));
                    }
                }
            }
        }
    }

    /** The texts that have a name, alone or as an entry of a map: {@code versions += [ bc: "1.80" ]}. */
    private static Properties properties(ManifestText file) {
        Properties properties = new Properties();
        file.above("gradle.properties").ifPresent(it -> {
            for (Setting each : PropertyLines.of(it.text())) {
                properties.put(each.name(), each.values().get(0));
            }
        });
        String map = "";
        for (String line : file.lines()) {
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            Matcher named = NAMED.matcher(line);
            Matcher begins = MAP.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (begins.matches()) {
                map = begins.group(1) + ".";
            } else if (line.strip().startsWith("]")) {
                map = "";
            } else if (!map.isEmpty() && entry.matches()) {
                properties.put(map + entry.group(1), entry.group(2));
            } else if (named.matches()) {
                properties.put(named.group(1), named.group(2));
            }
        }
        return properties;
    }

    private static Dependency of(Matcher coordinates, String asked, int line) {
        return Dependency.of(Dialect.MAVEN, coordinates.group(1) + "/" + coordinates.group(2), asked, line);
    }

    private static void catalogue(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = TomlDocument.read(file.text());
        for (Node each : root.get("libraries").members().values()) {
            String[] parts = (each.text().isEmpty() ? each.get("module").text() : each.text()).split(":", -1);
            String group = each.get("group").present() ? each.get("group").text() : parts[0];
            String artifact = each.get("name").present() ? each.get("name").text() : parts.length > 1 ? parts[1] : "";
            Node version = each.get("version");
            String reference = version.get("ref").text();
            Node told = reference.isEmpty() ? version : root.get("versions").get(reference);
            String asked = parts.length > 2 ? parts[2] : rich(told);
            found.accept(Dependency.of(Dialect.MAVEN, group + "/" + artifact, asked, each.line()));
        }
    }

    /** A version, or a rich one: what is strictly asked goes before what is required, and that before what is preferred. */
    private static String rich(Node version) {
        for (String kind : List.of("strictly", "require", "prefer")) {
            if (version.get(kind).present()) {
                return version.get(kind).text();
            }
        }
        return version.text();
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) {
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher locked = LOCKED.matcher(line);
            if (line.length() <= LONGEST_LINE && !line.startsWith("#") && locked.matches()) {
                boolean tests = locked.group(4) != null
                        && Arrays.stream(locked.group(4).split(",", -1)).allMatch(it -> it.startsWith("test"));
                found.accept(of(locked, locked.group(3), number).onlyForTests(tests));
            }
        }
    }
}
