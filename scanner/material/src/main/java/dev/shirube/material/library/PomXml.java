package dev.shirube.material.library;

import dev.shirube.material.XmlReaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The dependencies of a Maven {@code pom.xml}, with the properties and the dependency management of the same file. Parents
 * and imported bills of materials are other files: what they decide stays as written.
 */
final class PomXml {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}$]{1,200})}");
    private static final int MOST_STEPS = 8;
    private static final int LONGEST_TEXT = 1000;

    /** Deeper than any POM of practice: below, nothing is looked at, and nothing is kept. */
    private static final int DEEPEST = 12;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> managed = new HashMap<>();
    private final List<Dependency> declared = new ArrayList<>();
    private Map<String, String> fields = new HashMap<>();
    private int line;

    /**
     * One declared dependency.
     *
     * @param version as far as the file tells; else as written, or empty
     */
    record Dependency(String group, String artifact, String version, String scope, int line) {}

    private PomXml() {}

    /** @throws XMLStreamException when it is not well-formed; neither DTD nor entity is ever resolved */
    static List<Dependency> read(byte[] bytes) throws XMLStreamException {
        XMLStreamReader reader = XmlReaders.open(bytes);
        PomXml pom = new PomXml();
        try {
            pom.walk(reader);
        } finally {
            reader.close();
        }
        return pom.resolved();
    }

    private void walk(XMLStreamReader reader) throws XMLStreamException {
        List<String> path = new ArrayList<>();
        int below = 0;
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
                if (path.size() >= DEEPEST) {
                    below++;
                } else {
                    path.add(reader.getLocalName());
                    start(String.join("/", path), reader.getLocation().getLineNumber());
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text, reader);
            } else if (event == XMLStreamConstants.END_ELEMENT && below > 0) {
                below--;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(String.join("/", path), text.toString().strip());
                path.remove(path.size() - 1);
                text.setLength(0);
            }
        }
    }

    private static void append(StringBuilder text, XMLStreamReader reader) {
        int room = LONGEST_TEXT - text.length();
        text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
    }

    private void start(String path, int at) {
        if (path.endsWith("/dependencies/dependency")) {
            fields = new HashMap<>();
            line = at;
        }
    }

    private void end(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String parent = path.substring(0, Math.max(0, path.length() - name.length() - 1));
        if (parent.equals("project/properties")) {
            properties.putIfAbsent(name, text);
        } else if (parent.equals("project")) {
            properties.put("project." + name, text);
        } else if (parent.equals("project/parent")) {
            properties.put("project.parent." + name, text);
            properties.putIfAbsent("project." + name, text);
        } else if (parent.endsWith("/dependencies/dependency")) {
            fields.put(name, text);
        } else if (path.endsWith("/dependencies/dependency")) {
            dependency(path);
        }
    }

    private void dependency(String path) {
        Dependency dependency = new Dependency(
                fields.getOrDefault("groupId", ""),
                fields.getOrDefault("artifactId", ""),
                fields.getOrDefault("version", ""),
                fields.getOrDefault("scope", ""),
                line);
        switch (path) {
            case "project/dependencies/dependency", "project/profiles/profile/dependencies/dependency" ->
                declared.add(dependency);
            case "project/dependencyManagement/dependencies/dependency" ->
                managed.put(dependency.group() + ":" + dependency.artifact(), dependency.version());
            default -> {
                // The dependencies of a plugin are used to build, and are not in what is built.
            }
        }
    }

    private List<Dependency> resolved() {
        return declared.stream()
                .map(it -> {
                    String version = it.version().isEmpty()
                            ? managed.getOrDefault(it.group() + ":" + it.artifact(), "")
                            : it.version();
                    return new Dependency(
                            resolve(it.group()), resolve(it.artifact()), resolve(version), it.scope(), it.line());
                })
                .toList();
    }

    /** The text with the properties of this file put in; one that it does not have stays as written. */
    private String resolve(String text) {
        String value = text;
        for (int step = 0; step < MOST_STEPS && value.length() <= LONGEST_TEXT; step++) {
            Matcher variable = VARIABLE.matcher(value);
            String next = variable.replaceAll(
                    it -> Matcher.quoteReplacement(properties.getOrDefault(it.group(1), it.group())));
            if (next.equals(value)) {
                return value;
            }
            value = next;
        }
        return value;
    }
}
