package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.TomlDocument;
import dev.shirube.material.document.YamlDocument;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python: {@code requirements.txt} of pip, {@code pyproject.toml} (PEP 621, PEP 735, Poetry), {@code Pipfile}, Conda. */
final class PythonManifests {

    private static final String[] LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"};
    private static final Pattern REQUIREMENTS = Pattern.compile(
            "(?:.*/)?(?:[^/]*(?:requirements|constraints)[^/]*\\.(?:txt|in)|requirements/[^/]*\\.(?:txt|in))");
    private static final Pattern FOR_TESTS =
            Pattern.compile("(?i).*(?:^|[^a-z])(?:dev|tests?|testing|lint|docs)(?:[^a-z]|$).*");

    /** {@code channel::name=version=build}; a version behind one equals sign is a prefix. */
    private static final Pattern CONDA =
            Pattern.compile("(?:[^:]{1,200}::)?([A-Za-z0-9_.-]{1,200})\\s*(?:=([0-9][^=]*)(=.*)?|([<>=!~].*))?");

    private PythonManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.told(
                        "requirements.txt",
                        it -> (it.location().contains("requirements")
                                        || it.name().contains("constraints"))
                                && REQUIREMENTS.matcher(it.location()).matches(),
                        PythonManifests::requirements),
                Format.named("pyproject.toml", PythonManifests::project, LOCKS),
                Format.named("Pipfile", PythonManifests::pipfile, "Pipfile.lock"),
                Format.named("environment.yml", PythonManifests::conda),
                Format.named("environment.yaml", PythonManifests::conda));
    }

    private static void requirements(ManifestText file, Consumer<Dependency> found) {
        boolean tests = FOR_TESTS.matcher(file.name()).matches();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            String text = line.strip();
            boolean address = text.startsWith("-e") || text.contains("://") && !text.contains("@ ");
            if (!text.startsWith("#")) {
                (address
                                ? PythonRequirement.ofAddress(text.replaceFirst("^(?:-e|--editable)[ =]", ""), number)
                                : PythonRequirement.of(text, number))
                        .ifPresent(it -> found.accept(it.onlyForTests(tests)));
            }
        }
    }

    private static void project(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = TomlDocument.read(file.text());
        list(root.get("project").get("dependencies"), false, found);
        root.get("project")
                .get("optional-dependencies")
                .members()
                .forEach((extra, packages) -> list(packages, tests(extra), found));
        root.get("dependency-groups").members().forEach((group, packages) -> list(packages, tests(group), found));
        Node tool = root.get("tool");
        list(tool.get("uv").get("dev-dependencies"), true, found);
        tool.get("pdm").get("dev-dependencies").members().values().forEach(it -> list(it, true, found));
        Node poetry = tool.get("poetry");
        table(poetry.get("dependencies"), false, found);
        table(poetry.get("dev-dependencies"), true, found);
        poetry.get("group").members().forEach((group, value) -> table(value.get("dependencies"), tests(group), found));
    }

    private static boolean tests(String group) {
        return FOR_TESTS.matcher(group).matches();
    }

    private static void list(Node requirements, boolean tests, Consumer<Dependency> found) {
        for (Node each : requirements.items()) {
            PythonRequirement.of(each.text(), each.line()).ifPresent(it -> found.accept(it.onlyForTests(tests)));
        }
    }

    /** Poetry and Pipenv: a version, a table with one, or a list of such tables. */
    private static void table(Node packages, boolean tests, Consumer<Dependency> found) {
        for (Map.Entry<String, Node> each : packages.members().entrySet()) {
            Node value = each.getValue();
            List<Node> alternatives = value.items().isEmpty() ? List.of(value) : value.items();
            for (Node one : alternatives) {
                String asked = one.text().isEmpty() ? one.get("version").text() : one.text();
                found.accept(Dependency.of(Dialect.PYPI, each.getKey(), asked, one.line())
                        .onlyForTests(tests));
            }
        }
    }

    private static void pipfile(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = TomlDocument.read(file.text());
        table(root.get("packages"), false, found);
        table(root.get("dev-packages"), true, found);
    }

    private static void conda(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        for (Node each : YamlDocument.read(file.text()).get("dependencies").items()) {
            list(each.get("pip"), false, found);
            Matcher form = CONDA.matcher(each.text());
            if (form.matches()) {
                String prefix = form.group(2);
                String asked = prefix == null
                        ? form.group(4) == null ? "" : form.group(4)
                        : form.group(3) == null ? "==" + prefix + ".*" : "==" + prefix;
                // Conda has the packages of Python, and libraries of C by their own names.
                for (Dialect dialect : List.of(Dialect.PYPI, Dialect.GENERIC)) {
                    found.accept(Dependency.of(dialect, form.group(1), asked, each.line()));
                }
            }
        }
    }
}
