package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.XmlDocument;
import dev.shirube.material.document.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The dependencies of a Maven {@code pom.xml}, with the properties and the dependency management of the same file and of the
 * parents that lie in the same unit. Other parents and imported bills of materials are elsewhere: what they decide stays as
 * written.
 */
final class MavenPom {

    private static final String NAME = "pom.xml";
    private static final int MOST_PARENTS = 8;

    private final Properties properties = new Properties();
    private final Map<String, String> managed = new HashMap<>();

    private MavenPom() {}

    static List<Format> formats() {
        return List.of(Format.told(
                NAME,
                // One in META-INF/maven says what a library was built with, not what is in the archive around it.
                it -> it.name().equals(NAME) && !it.location().contains("META-INF/maven/"),
                MavenPom::read));
    }

    private static void read(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        XmlElement project = XmlDocument.read(file.bytes());
        MavenPom pom = new MavenPom();
        pom.take(project, true);
        pom.parents(file, project);
        pom.dependencies(project.at("dependencies", "dependency"), found);
        pom.dependencies(project.at("profiles", "profile", "dependencies", "dependency"), found);
    }

    private void parents(ManifestText file, XmlElement project) {
        ManifestText at = file;
        XmlElement child = project;
        for (int i = 0; i < MOST_PARENTS; i++) {
            Optional<XmlElement> reference = child.first("parent");
            Optional<ManifestText> next = reference.flatMap(new Beside(at)::parent);
            Optional<XmlElement> parent = next.flatMap(MavenPom::quietly)
                    .filter(it -> it.textOf("artifactId")
                            .equals(reference.orElseThrow().textOf("artifactId")));
            if (parent.isEmpty()) {
                return;
            }
            take(parent.get(), false);
            at = next.orElseThrow();
            child = parent.get();
        }
    }

    /** Where the parent of a file may lie. */
    private record Beside(ManifestText file) {
        Optional<ManifestText> parent(XmlElement reference) {
            String path = reference.first("relativePath").map(XmlElement::text).orElse("../" + NAME);
            return path.isEmpty() ? Optional.empty() : file.beside(path.endsWith(".xml") ? path : path + "/" + NAME);
        }
    }

    private static Optional<XmlElement> quietly(ManifestText file) {
        try {
            return Optional.of(XmlDocument.read(file.bytes()));
        } catch (MalformedException | LimitException e) {
            return Optional.empty(); // as an input of its own it is a diagnostic
        }
    }

    /** Takes what a file says unless a child of it said so before. */
    private void take(XmlElement project, boolean own) {
        for (XmlElement each : project.at("properties")) {
            each.children().forEach(it -> properties.putIfAbsent(it.name(), it.text()));
        }
        if (own) {
            project.at("parent")
                    .forEach(parent -> parent.children().forEach(it -> {
                        properties.putIfAbsent("project.parent." + it.name(), it.text());
                        properties.putIfAbsent("project." + it.name(), it.text());
                    }));
            project.children().stream()
                    .filter(it -> it.children().isEmpty())
                    .forEach(it -> properties.put("project." + it.name(), it.text()));
        }
        for (XmlElement each : project.at("dependencyManagement", "dependencies", "dependency")) {
            managed.putIfAbsent(coordinates(each), each.textOf("version"));
        }
    }

    private void dependencies(List<XmlElement> declared, Consumer<Dependency> found) {
        for (XmlElement each : declared) {
            String own = each.textOf("version");
            String version = properties.resolve(own.isEmpty() ? managed.getOrDefault(coordinates(each), "") : own);
            String name =
                    properties.resolve(each.textOf("groupId")) + "/" + properties.resolve(each.textOf("artifactId"));
            found.accept(Dependency.of(Dialect.MAVEN, name, version, each.line())
                    .onlyForTests(each.textOf("scope").equals("test")));
        }
    }

    private static String coordinates(XmlElement dependency) {
        return dependency.textOf("groupId") + ":" + dependency.textOf("artifactId");
    }
}
