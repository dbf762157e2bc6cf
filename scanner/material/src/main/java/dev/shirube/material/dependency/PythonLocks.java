package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.JsonDocument;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.TomlDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Poetry, uv, PDM, pip (PEP 751) and Pipenv lock, and what is installed ({@code METADATA} of the core metadata). */
final class PythonLocks {

    private static final Pattern HEADER = Pattern.compile("(Name|Version):\\s*(\\S.{0,200}?)\\s*");
    private static final int MOST_HEADERS = 200;

    private PythonLocks() {}

    static List<Format> formats() {
        return List.of(
                Format.named("poetry.lock", PythonLocks::packages),
                Format.named("uv.lock", PythonLocks::packages),
                Format.named("pdm.lock", PythonLocks::packages),
                Format.named("pylock.toml", PythonLocks::packages),
                Format.named("Pipfile.lock", PythonLocks::pipfile),
                Format.told(
                        "METADATA",
                        it -> it.location().endsWith(".dist-info/METADATA")
                                || it.location().endsWith(".egg-info/PKG-INFO"),
                        PythonLocks::installed));
    }

    private static void packages(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = TomlDocument.read(file.text());
        for (String key : List.of("package", "packages")) {
            for (Node each : root.get(key).items()) {
                Node source = each.get("source");
                boolean own = source.get("editable").present()
                        || source.get("virtual").present()
                        || source.get("directory").present();
                if (!own) {
                    found.accept(Dependency.of(
                                    Dialect.PYPI,
                                    each.get("name").text(),
                                    each.get("version").text(),
                                    each.get("name").line())
                            .onlyForTests(dev(each)));
                }
            }
        }
    }

    /** Poetry: {@code category} until 1.4, {@code groups} from 2.0 on. */
    private static boolean dev(Node each) {
        List<String> groups =
                each.get("groups").items().stream().map(Node::text).toList();
        return each.get("category").text().equals("dev")
                || !groups.isEmpty()
                        && !groups.contains("main")
                        && groups.stream().allMatch(it -> it.equals("dev") || it.startsWith("test"));
    }

    private static void pipfile(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        Node root = JsonDocument.read(file.text());
        for (String section : List.of("default", "develop")) {
            root.get(section)
                    .members()
                    .forEach((name, entry) -> found.accept(Dependency.of(
                                    Dialect.PYPI, name, entry.get("version").text(), entry.line())
                            .onlyForTests(section.equals("develop"))));
        }
    }

    private static void installed(ManifestText file, Consumer<Dependency> found) {
        Map<String, String> headers = new HashMap<>();
        int line = 1;
        int number = 0;
        for (String text : file.lines()) {
            number++;
            Matcher header = HEADER.matcher(text);
            if (text.isEmpty() || number > MOST_HEADERS) {
                break;
            } else if (header.matches()) {
                headers.putIfAbsent(header.group(1), header.group(2));
                line = header.group(1).equals("Name") ? number : line;
            }
        }
        found.accept(
                Dependency.of(Dialect.PYPI, headers.getOrDefault("Name", ""), headers.getOrDefault("Version", ""), line)
                        .installed());
    }
}
