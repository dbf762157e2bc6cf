package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.JsonDocument;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.XmlDocument;
import dev.shirube.material.document.XmlElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NuGet: {@code PackageReference} in project files with the properties and the central versions above them,
 * {@code packages.config}, {@code packages.lock.json}, and what a build wrote ({@code *.deps.json},
 * {@code project.assets.json}).
 */
final class NuGetManifests {

    private static final String CENTRAL = "Directory.Packages.props";
    private static final String SHARED = "Directory.Build.props";
    private static final String LOCK = "packages.lock.json";

    /** {@code net8.0}, {@code net10.0-windows}; .NET Framework and .NET Standard are others. */
    private static final Pattern RUNTIME = Pattern.compile("net([5-9]|[1-9][0-9])\\.0(-.*)?");

    private NuGetManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.ending(".csproj", NuGetManifests::project, LOCK),
                Format.ending(".fsproj", NuGetManifests::project, LOCK),
                Format.ending(".vbproj", NuGetManifests::project, LOCK),
                Format.named(CENTRAL, NuGetManifests::project),
                Format.named(SHARED, NuGetManifests::project, LOCK),
                Format.named("Directory.Build.targets", NuGetManifests::project, LOCK),
                Format.named("packages.config", NuGetManifests::config),
                Format.named(LOCK, NuGetManifests::lock),
                Format.ending(".deps.json", NuGetManifests::built),
                Format.named("project.assets.json", NuGetManifests::built));
    }

    private static void project(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        XmlElement project = XmlDocument.read(file.bytes());
        Properties properties = new Properties();
        file.above(SHARED).flatMap(NuGetManifests::quietly).ifPresent(it -> properties(it, properties));
        XmlElement central =
                file.above(CENTRAL).flatMap(NuGetManifests::quietly).orElse(project);
        properties(central, properties);
        properties(project, properties);
        boolean tests = file.name().toLowerCase(Locale.ROOT).matches(".*tests?\\.[a-z]+proj");
        for (XmlElement group : project.all("ItemGroup")) {
            for (XmlElement item : group.children()) {
                if (item.name().equals("PackageReference")
                        || item.name().equals("PackageVersion")
                        || item.name().equals("GlobalPackageReference")) {
                    String name = name(item);
                    String own = version(item);
                    String asked = properties.resolve(own.isEmpty() ? central(central, name) : own);
                    found.accept(Dependency.of(Dialect.NUGET, name, asked, item.line())
                            .onlyForTests(tests));
                }
            }
        }
        for (String property : List.of("TargetFramework", "TargetFrameworks")) {
            for (XmlElement each : project.at("PropertyGroup", property)) {
                runtimes(each, tests, found);
            }
        }
    }

    private static void runtimes(XmlElement frameworks, boolean tests, Consumer<Dependency> found) {
        for (String each : frameworks.text().split(";", -1)) {
            Matcher runtime = RUNTIME.matcher(each.strip());
            if (runtime.matches()) {
                found.accept(
                        Dependency.of(Dialect.GENERIC, "dotnet", "==" + runtime.group(1) + ".0.*", frameworks.line())
                                .saying(each.strip())
                                .onlyForTests(tests));
            }
        }
    }

    private static String name(XmlElement item) {
        return item.attribute("Include").isEmpty() ? item.attribute("Update") : item.attribute("Include");
    }

    private static String version(XmlElement item) {
        for (String name : List.of("VersionOverride", "Version")) {
            String told = item.attribute(name).isEmpty() ? item.textOf(name) : item.attribute(name);
            if (!told.isEmpty()) {
                return told;
            }
        }
        return "";
    }

    private static String central(XmlElement central, String name) {
        return central.at("ItemGroup", "PackageVersion").stream()
                .filter(it -> name(it).equalsIgnoreCase(name))
                .map(NuGetManifests::version)
                .findFirst()
                .orElse("");
    }

    private static void properties(XmlElement project, Properties properties) {
        for (XmlElement group : project.all("PropertyGroup")) {
            group.children().forEach(it -> properties.put(it.name(), it.text()));
        }
    }

    private static Optional<XmlElement> quietly(ManifestText file) {
        try {
            return Optional.of(XmlDocument.read(file.bytes()));
        } catch (MalformedException | LimitException e) {
            return Optional.empty(); // as an input of its own it is a diagnostic
        }
    }

    private static void config(ManifestText file, Consumer<Dependency> found)
            throws MalformedException, LimitException {
        for (XmlElement each : XmlDocument.read(file.bytes()).all("package")) {
            found.accept(Dependency.of(Dialect.NUGET, each.attribute("id"), each.attribute("version"), each.line())
                    .onlyForTests(each.attribute("developmentDependency").equals("true")));
        }
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        for (Node framework :
                JsonDocument.read(file.text()).get("dependencies").members().values()) {
            framework.members().forEach((name, entry) -> {
                Dependency dependency =
                        Dependency.of(Dialect.NUGET, name, entry.get("resolved").text(), entry.line());
                String kind = entry.get("type").text();
                if (!kind.equals("Project")) {
                    found.accept(kind.equals("Direct") ? dependency.onTop() : dependency);
                }
            });
        }
    }

    private static void built(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        JsonDocument.read(file.text()).get("libraries").members().forEach((key, entry) -> {
            int slash = key.indexOf('/');
            if (slash > 0 && entry.get("type").text().equals("package")) {
                found.accept(
                        Dependency.of(Dialect.NUGET, key.substring(0, slash), key.substring(slash + 1), entry.line()));
            }
        });
    }
}
