package dev.shirube.material.dependency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Go modules: {@code go.mod} with its {@code go} and {@code toolchain} lines and its replacements, {@code go.sum}, and
 * {@code vendor/modules.txt}.
 */
final class GoManifests {

    private static final String MANIFEST = "go.mod";
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern REQUIRED = Pattern.compile("\"?([^\\s\"]+)\"?\\s+(v[^\\s\"]+)");
    private static final Pattern REPLACED =
            Pattern.compile("\"?([^\\s\"]+)\"?(?:\\s+v\\S+)?\\s+=>\\s+\"?([^\\s\"]+)\"?(?:\\s+(v\\S+))?");
    private static final Pattern SUM = Pattern.compile("(\\S+) (v[^\\s/]+) h1:\\S+");
    private static final Pattern VENDORED = Pattern.compile("# (\\S+) (v\\S+)(?: => .*)?");

    private GoManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.named(MANIFEST, GoManifests::manifest),
                Format.named("go.sum", GoManifests::sums),
                Format.told(
                        "modules.txt",
                        it -> it.name().equals("modules.txt") && it.location().endsWith("vendor/modules.txt"),
                        GoManifests::vendored));
    }

    /** One directive, whether it stands alone or in a block. */
    private record Directive(String word, String rest, int line) {}

    private static List<Directive> directives(ManifestText file) {
        List<Directive> directives = new ArrayList<>();
        String block = "";
        int number = 0;
        for (String raw : file.lines()) {
            number++;
            String line = raw.length() > LONGEST_LINE
                    ? ""
                    : raw.replaceFirst("//.*$", "").strip();
            if (line.endsWith("(")) {
                block = line.substring(0, line.length() - 1).strip();
            } else if (line.equals(")")) {
                block = "";
            } else if (!block.isEmpty() && !line.isEmpty()) {
                directives.add(new Directive(block, line, number));
            } else if (!line.isEmpty()) {
                String[] parts = line.split("\\s+", 2);
                directives.add(new Directive(parts[0], parts.length > 1 ? parts[1] : "", number));
            }
        }
        return directives;
    }

    private static void manifest(ManifestText file, Consumer<Dependency> found) {
        List<Directive> directives = directives(file);
        Map<String, Matcher> replaced = new HashMap<>();
        for (Directive it : directives) {
            Matcher replacement = REPLACED.matcher(it.rest());
            if (it.word().equals("replace") && replacement.matches()) {
                replaced.put(replacement.group(1), replacement);
            }
        }
        for (Directive it : directives) {
            Matcher required = REQUIRED.matcher(it.rest());
            if (it.word().equals("require") && required.matches()) {
                found.accept(chosen(required, Optional.ofNullable(replaced.get(required.group(1))), it.line()));
            } else if (it.word().equals("go")) {
                found.accept(release(it.rest(), it.line()));
            } else if (it.word().equals("toolchain") && it.rest().startsWith("go")) {
                found.accept(release(it.rest().substring(2).split("-", 2)[0], it.line()));
            }
        }
    }

    /** Both lines name the lowest release that builds the module; a newer one may. */
    private static Dependency release(String version, int line) {
        return Dependency.of(Dialect.GENERIC, "go", ">=" + version.strip(), line);
    }

    private static Dependency chosen(Matcher required, Optional<Matcher> replacement, int line) {
        if (replacement.isEmpty()) {
            return module(required.group(1), required.group(2), line);
        }
        String version = replacement.get().group(3);
        return version == null
                ? module(required.group(1), "=> " + replacement.get().group(2), line) // a folder: no version is told
                : module(replacement.get().group(2), version, line);
    }

    private static Dependency module(String name, String version, int line) {
        return Dependency.of(Dialect.GOLANG, name, version.replace("+incompatible", ""), line);
    }

    /** It keeps versions that are no longer used: it only tells of modules that go.mod beside it leaves out. */
    private static void sums(ManifestText file, Consumer<Dependency> found) {
        Set<String> listed = new HashSet<>();
        file.beside(MANIFEST).ifPresent(manifest -> manifest(manifest, it -> listed.add(it.name())));
        Map<String, Dependency> newest = new TreeMap<>();
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher sum = SUM.matcher(line);
            if (line.length() <= LONGEST_LINE && sum.matches() && !listed.contains(sum.group(1))) {
                newest.put(sum.group(1), module(sum.group(1), sum.group(2), number)); // sorted by version
            }
        }
        newest.values().forEach(it -> found.accept(it.doubtful()));
    }

    private static void vendored(ManifestText file, Consumer<Dependency> found) {
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher module = VENDORED.matcher(line);
            if (line.length() <= LONGEST_LINE && module.matches()) {
                found.accept(module(module.group(1), module.group(2), number));
            }
        }
    }
}
