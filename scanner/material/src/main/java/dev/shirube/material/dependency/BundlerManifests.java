package dev.shirube.material.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bundler and RubyGems: {@code Gemfile} and gem specifications, which are programs and are not run, and {@code Gemfile.lock}. */
final class BundlerManifests {

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern GEM = Pattern.compile("\\s*gem[\\s(]\\s*[\"']([A-Za-z0-9_.-]{1,200})[\"'](.*)");
    private static final Pattern REQUIREMENT = Pattern.compile("\\s*,\\s*\\[?\\s*[\"']([^\"']{1,100})[\"']\\s*]?");
    private static final Pattern GROUP = Pattern.compile("(\\s*)group\\b(.*)\\bdo\\b.*");
    private static final Pattern FOR_TESTS = Pattern.compile(".*:(?:test|development|dev|ci)\\b.*");
    private static final Pattern SPECIFIED = Pattern.compile(
            ".*\\.add_(runtime_|development_)?dependency[\\s(]\\s*(?:%q<|[\"'])([A-Za-z0-9_.-]{1,200})(?:[\"'>])(?:\\.freeze)?(.*)");
    private static final Pattern LOCKED =
            Pattern.compile("    ([A-Za-z0-9_.-]{1,200}) \\(([0-9][^)-]{0,60})(?:-[^)]*)?\\)");
    private static final Pattern TOP = Pattern.compile("  ([A-Za-z0-9_.-]{1,200})!?(?: \\(.*)?");
    private static final Pattern INSTALLED =
            Pattern.compile("(?:.*/)?specifications/([^/]+)-([0-9][0-9A-Za-z.]*)(?:-[^/]*)?\\.gemspec");

    /** A file of an installed gem: {@code gems/jwt-2.9.3/Gemfile}. */
    private static final Pattern UNPACKED = Pattern.compile("(?:.*/)?gems/[^/]+-[0-9][^/]*/.*");

    private BundlerManifests() {}

    static List<Format> formats() {
        return List.of(
                Format.named("Gemfile", BundlerManifests::gems, "Gemfile.lock"),
                Format.named("gems.rb", BundlerManifests::gems, "gems.locked"),
                Format.named("Gemfile.lock", BundlerManifests::lock),
                Format.named("gems.locked", BundlerManifests::lock),
                Format.ending(".gemspec", BundlerManifests::specification, "Gemfile.lock"));
    }

    private static void gems(ManifestText file, Consumer<Dependency> found) {
        if (UNPACKED.matcher(file.location()).matches()) {
            return; // an installed gem's own: what it asks for is installed beside it
        }
        String tests = "";
        boolean inTests = false;
        int number = 0;
        for (String raw : file.lines()) {
            number++;
            String line = raw.length() > LONGEST_LINE ? "" : raw;
            Matcher group = GROUP.matcher(line);
            Matcher gem = GEM.matcher(line);
            if (group.matches()) {
                inTests = FOR_TESTS.matcher(group.group(2)).matches();
                tests = group.group(1);
            } else if (inTests && line.equals(tests + "end")) {
                inTests = false;
            } else if (gem.matches()) {
                boolean only = inTests
                        || gem.group(2).contains("group")
                                && FOR_TESTS.matcher(gem.group(2)).matches();
                found.accept(
                        of(gem.group(1), requirements(gem.group(2)), number).onlyForTests(only));
            }
        }
    }

    /** The texts that follow the name, joined by commas. */
    private static String requirements(String arguments) {
        List<String> all = new ArrayList<>();
        Matcher requirement = REQUIREMENT.matcher(arguments);
        int at = 0;
        while (requirement.region(at, arguments.length()).lookingAt()) {
            all.add(requirement.group(1));
            at = requirement.end();
        }
        return String.join(", ", all);
    }

    private static void specification(ManifestText file, Consumer<Dependency> found) {
        Matcher installed = INSTALLED.matcher(file.location());
        if (installed.matches()) {
            found.accept(of(installed.group(1), installed.group(2), 1).installed());
            return; // what an installed gem asks for is installed beside it
        } else if (UNPACKED.matcher(file.location()).matches()) {
            return; // the same gem again
        }
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher asked = SPECIFIED.matcher(line);
            if (line.length() <= LONGEST_LINE && !line.strip().startsWith("#") && asked.matches()) {
                found.accept(of(asked.group(2), requirements(asked.group(3).replace(".freeze", "")), number)
                        .onlyForTests("development_".equals(asked.group(1))));
            }
        }
    }

    private static void lock(ManifestText file, Consumer<Dependency> found) {
        List<String> top = new ArrayList<>();
        List<Dependency> locked = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher gem = LOCKED.matcher(line);
            Matcher asked = TOP.matcher(line);
            if (line.length() > LONGEST_LINE) {
                continue;
            } else if (!line.startsWith(" ")) {
                section = line.strip();
            } else if (gem.matches() && !section.equals("PATH")) {
                locked.add(of(gem.group(1), gem.group(2), number));
            } else if (section.equals("DEPENDENCIES") && asked.matches()) {
                top.add(asked.group(1));
            }
        }
        locked.forEach(it -> found.accept(top.contains(it.name()) ? it.onTop() : it));
    }

    private static Dependency of(String name, String asked, int line) {
        return Dependency.of(Dialect.GEM, name, asked, line);
    }
}
