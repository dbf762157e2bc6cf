package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.TomlDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Cargo: {@code Cargo.toml} with what its workspace decides, and {@code Cargo.lock}. */
final class CargoManifests {

    private static final String MANIFEST = "Cargo.toml";

    /** What {@code cargo vendor} puts into every folder of a package. */
    private static final String VENDORED = ".cargo-checksum.json";

    private CargoManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.named(MANIFEST, CargoManifests::manifest, "Cargo.lock"),
                Format.named("Cargo.lock", CargoManifests::lock));
    }

    private static void manifest(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = TomlDocument.read(file.text());
        if (file.beside(VENDORED).isPresent()) {
            // What a vendored package asks for is vendored beside it.
            Node own = root.get("package");
            found.accept(Dependency.of(
                            Dialect.CARGO,
                            own.get("name").text(),
                            "=" + own.get("version").text(),
                            own.get("name").line())
                    .installed());
            return;
        }
        Node workspace = root.get("workspace").get("dependencies");
        table(workspace, Node.NONE, false, found);
        Node shared = workspace.present() ? workspace : shared(file);
        sections(root, shared, found);
        for (Node platform : root.get("target").members().values()) {
            sections(platform, shared, found);
        }
    }

    /** What the workspace that the package belongs to says. */
    private static Node shared(ManifestText file) throws LimitException {
        for (String folder : ManifestText.foldersAbove(file.location())) {
            if (!(folder + MANIFEST).equals(file.location())) {
                Node workspace = ManifestText.of(folder + MANIFEST, file.unit())
                        .map(CargoManifests::workspace)
                        .orElse(Node.NONE);
                if (workspace.present()) {
                    return workspace;
                }
            }
        }
        return Node.NONE;
    }

    private static Node workspace(ManifestText file) {
        try {
            return TomlDocument.read(file.text()).get("workspace").get("dependencies");
        } catch (MalformedException | LimitException e) {
            return Node.NONE; // as an input of its own it is a diagnostic
        }
    }

    private static void sections(Node owner, Node shared, Consumer<Dependency> found) {
        table(owner.get("dependencies"), shared, false, found);
        table(owner.get("dev-dependencies"), shared, true, found);
        table(owner.get("build-dependencies"), shared, true, found);
    }

    private static void table(Node packages, Node shared, boolean tests, Consumer<Dependency> found) {
        for (Map.Entry<String, Node> each : packages.members().entrySet()) {
            Node value = each.getValue();
            Node told = value.get("workspace").text().equals("true") ? shared.get(each.getKey()) : value;
            String name = told.get("package").present() ? told.get("package").text() : each.getKey();
            String asked = told.text().isEmpty() ? told.get("version").text() : told.text();
            found.accept(Dependency.of(Dialect.CARGO, name, asked, value.line()).onlyForTests(tests));
        }
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        for (Node each : TomlDocument.read(file.text()).get("package").items()) {
            if (each.get("source").present()) { // else it is a member of the workspace
                found.accept(Dependency.of(
                        Dialect.CARGO,
                        each.get("name").text(),
                        "=" + each.get("version").text(),
                        each.get("name").line()));
            }
        }
    }
}
