package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.JsonDocument;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** npm: {@code package.json}, and what npm and Bun lock ({@code package-lock.json} of versions 1 to 3, {@code bun.lock}). */
final class NodeManifests {

    static final String INSTALLED = "node_modules";
    private static final String[] LOCKS = {
        "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"
    };
    private static final String ALIAS = "npm:";
    private static final int DEEPEST = 32;

    private NodeManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.named("package.json", NodeManifests::manifest, LOCKS),
                Format.named("package-lock.json", NodeManifests::lock),
                Format.named("npm-shrinkwrap.json", NodeManifests::lock),
                Format.named("bun.lock", NodeManifests::bun));
    }

    private static void manifest(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = JsonDocument.read(file.text());
        if (file.within(INSTALLED)) {
            // What an installed package asks for is installed beside it, and is named there.
            Node name = root.get("name");
            if (!root.get("version").text().isEmpty()) {
                found.accept(
                        of(name.text(), root.get("version").text(), name.line()).installed());
            }
            return;
        }
        for (String section : List.of("dependencies", "optionalDependencies", "peerDependencies")) {
            section(root.get(section), false, found);
        }
        section(root.get("devDependencies"), true, found);
        Node engine = root.get("engines").get("node");
        if (engine.present()) {
            found.accept(of("node", engine.text(), engine.line()).ofType("generic"));
        }
    }

    private static void section(Node section, boolean tests, Consumer<Dependency> found) {
        section.members()
                .forEach((name, asked) ->
                        found.accept(aliased(name, asked.text(), asked.line()).onlyForTests(tests)));
    }

    /** The package of that name, or the one that the name is an alias for: {@code npm:real@^1.0.0}. */
    static Dependency aliased(String name, String asked, int line) {
        if (!asked.startsWith(ALIAS)) {
            return of(name, asked, line);
        }
        String real = asked.substring(ALIAS.length());
        int at = real.lastIndexOf('@');
        return at > 0
                ? of(real.substring(0, at), real.substring(at + 1), line)
                : real.isEmpty() || Character.isDigit(real.charAt(0)) ? of(name, real, line) : of(real, "", line);
    }

    static Dependency of(String name, String asked, int line) {
        return Dependency.of(Dialect.NPM, name, asked, line);
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        Node root = JsonDocument.read(file.text());
        Node packages = root.get("packages");
        if (packages.present()) {
            packages.members().forEach((path, entry) -> entry(path, entry, found));
        } else {
            nested(root.get("dependencies"), 0, found);
        }
    }

    /** Version 2 and 3: by the folder that it is installed in. */
    private static void entry(String path, Node entry, Consumer<Dependency> found) {
        String folder = INSTALLED + "/";
        int at = path.lastIndexOf(folder);
        if (at < 0 || entry.get("link").text().equals("true")) {
            return; // the project itself and its workspaces
        }
        String name = entry.get("name").present() ? entry.get("name").text() : path.substring(at + folder.length());
        Dependency dependency =
                of(name, entry.get("version").text(), entry.line()).onlyForTests(dev(entry));
        found.accept(at == 0 ? dependency.onTop() : dependency);
    }

    /** Version 1: each package holds those that only it gets. */
    private static void nested(Node packages, int depth, Consumer<Dependency> found) {
        if (depth > DEEPEST) {
            return; // the budget of the document bounds it already
        }
        for (Map.Entry<String, Node> each : packages.members().entrySet()) {
            Node entry = each.getValue();
            Dependency dependency = aliased(each.getKey(), entry.get("version").text(), entry.line())
                    .onlyForTests(dev(entry));
            found.accept(depth == 0 ? dependency.onTop() : dependency);
            nested(entry.get("dependencies"), depth + 1, found);
        }
    }

    private static boolean dev(Node entry) {
        return entry.get("dev").text().equals("true")
                || entry.get("devOptional").text().equals("true");
    }

    private static void bun(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        Node packages = JsonDocument.read(file.text()).get("packages");
        packages.members().forEach((path, entry) -> {
            String resolved =
                    entry.items().isEmpty() ? "" : entry.items().get(0).text();
            int at = resolved.lastIndexOf('@');
            if (at > 0) {
                Dependency dependency = of(resolved.substring(0, at), resolved.substring(at + 1), entry.line());
                found.accept(path.equals(dependency.name()) ? dependency.onTop() : dependency);
            }
        });
    }
}
