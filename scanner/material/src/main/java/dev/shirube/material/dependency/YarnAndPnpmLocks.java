package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Yarn (1, and 2 and later: YAML) and pnpm (lock file versions 5 to 9) lock. */
final class YarnAndPnpmLocks {

    private static final Pattern CLASSIC_VERSION = Pattern.compile("  version \"([^\"]{1,200})\"");
    private static final Pattern BERRY = Pattern.compile("(?m)^__metadata:");
    private static final Pattern RESOLUTION = Pattern.compile("(@?[^@]+)@(npm|patch):.*");

    /** {@code /name/1.2.3_peers} until version 5, {@code /name@1.2.3(peers)} in 6, {@code name@1.2.3} in 9. */
    private static final Pattern PNPM = Pattern.compile("/?((?:@[^/@]+/)?[^/@(]+)[@/]([^(_/]+)(?:[(_].*)?");

    private YarnAndPnpmLocks() {}

    static List<Format> formats() {
        return List.of(
                Format.named("yarn.lock", YarnAndPnpmLocks::yarn),
                Format.named("pnpm-lock.yaml", YarnAndPnpmLocks::pnpm));
    }

    private static void yarn(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        if (BERRY.matcher(file.text()).find()) {
            berry(file, found);
            return;
        }
        List<Dependency> open = new ArrayList<>();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher version = CLASSIC_VERSION.matcher(line);
            if (!line.startsWith(" ") && !line.startsWith("#") && line.endsWith(":")) {
                open.clear();
                String first =
                        line.substring(0, line.length() - 1).split(", ", 2)[0].replace("\"", "");
                int at = first.indexOf('@', 1);
                if (at > 0) {
                    open.add(NodeManifests.aliased(first.substring(0, at), first.substring(at + 1), number));
                }
            } else if (version.matches()) {
                open.forEach(it -> found.accept(NodeManifests.of(it.name(), version.group(1), it.line())));
                open.clear();
            }
        }
    }

    private static void berry(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        for (Node entry : YamlDocument.read(file.text()).members().values()) {
            Matcher resolution = RESOLUTION.matcher(entry.get("resolution").text());
            if (resolution.matches()) {
                found.accept(NodeManifests.of(
                        resolution.group(1), entry.get("version").text(), entry.line()));
            }
        }
    }

    private static void pnpm(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        Node root = YamlDocument.read(file.text());
        Node project =
                root.get("importers").get(".").present() ? root.get("importers").get(".") : root;
        Set<String> top = new HashSet<>();
        Set<String> tests = new HashSet<>();
        for (String section : List.of("dependencies", "optionalDependencies", "devDependencies")) {
            project.get(section).members().forEach((name, value) -> {
                String version =
                        value.get("version").present() ? value.get("version").text() : value.text();
                Matcher alias = PNPM.matcher(version);
                String id = alias.matches()
                        ? alias.group(1) + "@" + alias.group(2)
                        : name + "@" + version.split("[(_]", 2)[0];
                top.add(id);
                if (section.startsWith("dev")) {
                    tests.add(id);
                }
            });
        }
        root.get("packages").members().forEach((key, entry) -> {
            Matcher parts = PNPM.matcher(key);
            if (parts.matches()) {
                String id = parts.group(1) + "@" + parts.group(2);
                Dependency dependency = NodeManifests.of(parts.group(1), parts.group(2), entry.line())
                        .onlyForTests(entry.get("dev").text().equals("true") || tests.contains(id));
                found.accept(top.contains(id) ? dependency.onTop() : dependency);
            }
        });
    }
}
