package dev.shirube.material.dependency;

import dev.shirube.engine.LimitException;
import dev.shirube.material.document.JsonDocument;
import dev.shirube.material.document.MalformedException;
import dev.shirube.material.document.Node;
import dev.shirube.material.document.XmlDocument;
import dev.shirube.material.document.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packages of bills of materials: CycloneDX in JSON and XML, SPDX 2 in JSON and tag-value form, SPDX 3 in JSON. */
final class BillsOfMaterials {

    private static final int LONGEST_LINE = 4_000;
    private static final Pattern NAME =
            Pattern.compile("(?:.*[-_.])?(?:s?bom|cdx|cyclonedx|spdx)(?:[-_.].*)?\\.(?:json|xml)|.*\\.spdx");
    private static final Pattern TAG = Pattern.compile("([A-Za-z]+):\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("PACKAGE[-_]MANAGER\\s+purl\\s+(\\S+)");

    private BillsOfMaterials() {}

    static List<Format> formats() {
        return List.of(Format.told("sbom", BillsOfMaterials::isOne, BillsOfMaterials::read));
    }

    private static boolean isOne(Format.FileName it) {
        String name = it.lower();
        boolean told =
                name.contains("bom") || name.contains("cdx") || name.contains("cyclone") || name.contains("spdx");
        return told && NAME.matcher(name).matches();
    }

    private static void read(ManifestText file, Consumer<Dependency> found) throws MalformedException, LimitException {
        String start = file.text().stripLeading();
        if (start.startsWith("{")) {
            json(JsonDocument.read(file.text()), found);
        } else if (start.startsWith("<")) {
            XmlElement bom = XmlDocument.read(file.bytes());
            if (bom.name().equals("bom")) {
                bom.at("components", "component").forEach(it -> component(it, found));
            }
        } else if (start.startsWith("SPDXVersion:")) {
            tags(file, found);
        }
    }

    private static void json(Node root, Consumer<Dependency> found) {
        if (root.get("bomFormat").text().equals("CycloneDX")) {
            components(root, found);
        }
        if (root.get("spdxVersion").present()) {
            root.get("packages").items().forEach(it -> spdx(it, found));
        }
        for (Node each : root.get("@graph").items()) {
            if (each.get("type").text().equals("software_Package")) {
                Node url = each.get("software_packageUrl");
                String version = each.get("software_packageVersion").text();
                named(each.get("name").text(), "", version, url.text(), lineOf(url, each), found);
            }
        }
    }

    private static void components(Node owner, Consumer<Dependency> found) {
        for (Node each : owner.get("components").items()) {
            Node url = each.get("purl");
            String version = each.get("version").text();
            named(each.get("name").text(), each.get("group").text(), version, url.text(), lineOf(url, each), found);
            components(each, found); // the document is not deeper than its budget allows
        }
    }

    private static void component(XmlElement each, Consumer<Dependency> found) {
        int line = each.first("purl").map(XmlElement::line).orElse(each.line());
        named(each.textOf("name"), each.textOf("group"), each.textOf("version"), each.textOf("purl"), line, found);
        each.at("components", "component").forEach(it -> component(it, found));
    }

    private static void spdx(Node each, Consumer<Dependency> found) {
        Optional<Node> url = each.get("externalRefs").items().stream()
                .filter(it -> it.get("referenceType").text().equals("purl"))
                .map(it -> it.get("referenceLocator"))
                .findFirst();
        String version = each.get("versionInfo").text();
        Node at = url.orElse(each.get("name"));
        named(each.get("name").text(), "", version, url.map(Node::text).orElse(""), lineOf(at, each), found);
    }

    private static int lineOf(Node best, Node otherwise) {
        return best.present() ? best.line() : otherwise.line();
    }

    private static void tags(ManifestText file, Consumer<Dependency> found) {
        String[] open = {"", "", ""};
        int line = 0;
        int number = 0;
        for (String text : file.lines()) {
            number++;
            Matcher tag = TAG.matcher(text.length() > LONGEST_LINE ? "" : text);
            if (!tag.matches()) {
                continue;
            }
            Matcher reference = REFERENCE.matcher(tag.group(2));
            switch (tag.group(1)) {
                case "PackageName" -> {
                    named(open[0], "", open[1], open[2], line, found);
                    open = new String[] {tag.group(2).strip(), "", ""};
                    line = number;
                }
                case "PackageVersion" -> open[1] = tag.group(2).strip();
                case "ExternalRef" -> open[2] = reference.matches() ? reference.group(1) : open[2];
                default -> {
                    // says nothing of which package it is
                }
            }
        }
        named(open[0], "", open[1], open[2], line, found);
    }

    /**
     * By the package URL; without one by Maven's coordinates, or by the plain name of a program or library, which another may
     * have.
     */
    private static void named(
            String name, String group, String version, String url, int line, Consumer<Dependency> found) {
        Optional<PackageUrl> purl = PackageUrl.of(url);
        if (purl.isPresent()) {
            found.accept(purl.get().dependency(version, line));
        } else if (!group.isEmpty()) {
            found.accept(Dependency.of(Dialect.MAVEN, group + "/" + name, version, line));
        } else if (!name.isEmpty()) {
            found.accept(Dependency.of(Dialect.GENERIC, name, version, line).doubtful());
        }
    }
}
