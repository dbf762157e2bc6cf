package dev.shirube.material.dependency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is installed in a root file system: {@code var/lib/dpkg/status} (Debian), {@code lib/apk/db/installed} (Alpine), and
 * lists that {@code rpm -qa} wrote. The version is the project's own; what the distribution added to it is not compared.
 */
final class SystemPackages {

    private static final int LONGEST_LINE = 4_000;
    private static final Pattern RPM_LIST =
            Pattern.compile("(?:.*[-_.])?(?:rpm[-_]?(?:qa|list|packages)|installed[-_]?rpms)(?:[-_.].*)?");
    private static final Pattern RPM = Pattern.compile(
            "\\s*([A-Za-z0-9][A-Za-z0-9_.+-]{0,200}?)-(?:[0-9]+:)?([0-9][^-\\s]{0,60})-([^-\\s]{1,100})\\.(?:x86_64|aarch64|noarch|i[3-6]86|ppc64le|s390x)(?:\\s.*)?");

    /** Packages of a source that hold none of its code. */
    private static final Pattern WITHOUT_CODE = Pattern.compile(".*-(?:doc|docs|dbg|dbgsym|demo|source|data|common)");

    private SystemPackages() {}

    static List<Format> formats() {
        return List.of(
                Format.told("dpkg", SystemPackages::isDpkg, SystemPackages::dpkg),
                Format.told("apk", it -> it.location().endsWith("lib/apk/db/installed"), SystemPackages::apk),
                Format.told("rpm", SystemPackages::isRpmList, SystemPackages::rpm));
    }

    private static boolean isDpkg(Format.FileName it) {
        return it.location().endsWith("var/lib/dpkg/status")
                || it.location().contains("var/lib/dpkg/status.d/")
                        && !it.name().endsWith(".md5sums");
    }

    private static boolean isRpmList(Format.FileName it) {
        String name = it.lower();
        return name.contains("rpm")
                && (name.endsWith(".txt") || name.endsWith(".list") || name.endsWith(".log") || name.indexOf('.') < 0)
                && RPM_LIST.matcher(name).matches();
    }

    /** Fields of one package by name; empty lines end it. */
    private interface Stanza {
        void end(Map<String, String> fields, int line);
    }

    /** @param first the field that names the package, whose line is the package's */
    private static void stanzas(ManifestText file, String separator, String first, Stanza stanza) {
        Map<String, String> fields = new HashMap<>();
        int line = 0;
        int number = 0;
        for (String text : file.lines()) {
            number++;
            int at = text.indexOf(separator);
            if (text.isBlank()) {
                if (!fields.isEmpty()) {
                    stanza.end(fields, line);
                }
                fields.clear();
            } else if (at > 0 && !Character.isWhitespace(text.charAt(0)) && text.length() <= LONGEST_LINE) {
                fields.putIfAbsent(text.substring(0, at), text.substring(at + 1).strip());
                line = text.startsWith(first + separator) ? number : line;
            }
        }
        if (!fields.isEmpty()) {
            stanza.end(fields, line);
        }
    }

    private static void dpkg(ManifestText file, Consumer<Dependency> found) {
        stanzas(file, ":", "Package", (fields, line) -> {
            String status = fields.getOrDefault("Status", "install ok installed");
            String name = fields.getOrDefault("Package", "");
            if (status.endsWith(" installed") && !WITHOUT_CODE.matcher(name).matches()) {
                String source = fields.getOrDefault("Source", name).split(" ", 2)[0];
                String version = fields.getOrDefault("Version", "");
                found.accept(installed("deb", source, debian(version), line).saying("(" + name + " " + version + ")"));
            }
        });
    }

    private static void apk(ManifestText file, Consumer<Dependency> found) {
        stanzas(file, ":", "P", (fields, line) -> {
            String name = fields.getOrDefault("P", "");
            if (!WITHOUT_CODE.matcher(name).matches()) {
                String version = fields.getOrDefault("V", "");
                found.accept(
                        installed("apk", fields.getOrDefault("o", name), version.replaceFirst("-r[0-9]+$", ""), line)
                                .saying("(" + name + " " + version + ")"));
            }
        });
    }

    private static void rpm(ManifestText file, Consumer<Dependency> found) {
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher rpm = RPM.matcher(line);
            if (line.length() <= LONGEST_LINE && rpm.matches()) {
                found.accept(installed("rpm", rpm.group(1), rpm.group(2), number));
            }
        }
    }

    private static Dependency installed(String type, String name, String version, int line) {
        return Dependency.of(Dialect.GENERIC, name, version, line).ofType(type).installed();
    }

    /** The project's own part of {@code epoch:version-revision} (Debian policy, section 5.6.12). */
    static String debian(String version) {
        String upstream = version.replaceFirst("^[0-9]+:", "").replaceFirst("-[^-]*$", "");
        return upstream.replaceFirst("[~+](?:dfsg|ds|really|git|deb|repack).*$", "")
                .replaceFirst("~.*$", "");
    }
}
