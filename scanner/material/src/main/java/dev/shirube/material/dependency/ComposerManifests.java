package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.JsonDocument;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Composer: {@code composer.json}, {@code composer.lock} and {@code vendor/composer/installed.json}. */
final class ComposerManifests {

    private static final String INSTALLED = "vendor/composer/installed.json";

    private ComposerManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.told("installed.json", it -> it.location().endsWith(INSTALLED), ComposerManifests::installed),
                Format.named("composer.json", ComposerManifests::manifest, "composer.lock"),
                Format.named("composer.lock", ComposerManifests::lock));
    }

    private static void manifest(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        if (file.within("vendor")) {
            return; // what an installed package asks for is installed beside it
        }
        Node root = JsonDocument.read(file.text());
        for (String section : List.of("require", "require-dev")) {
            root.get(section)
                    .members()
                    .forEach((name, asked) ->
                            found.accept(of(name, asked.text(), asked.line()).onlyForTests(section.endsWith("dev"))));
        }
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        Node root = JsonDocument.read(file.text());
        root.get("packages").items().forEach(it -> found.accept(chosen(it)));
        root.get("packages-dev").items().forEach(it -> found.accept(chosen(it).onlyForTests(true)));
    }

    private static void installed(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = JsonDocument.read(file.text());
        List<Node> packages = root.items().isEmpty() ? root.get("packages").items() : root.items();
        Set<String> tests =
                root.get("dev-package-names").items().stream().map(Node::text).collect(Collectors.toSet());
        packages.forEach(it -> found.accept(
                chosen(it).onlyForTests(tests.contains(it.get("name").text())).installed()));
    }

    private static Dependency chosen(Node entry) {
        Node name = entry.get("name");
        return of(name.text(), entry.get("version").text(), name.line());
    }

    private static Dependency of(String name, String asked, int line) {
        return Dependency.of(Dialect.COMPOSER, name, asked, line);
    }
}
