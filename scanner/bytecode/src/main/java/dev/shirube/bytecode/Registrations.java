package dev.shirube.bytecode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the files of an archive register to be started or loaded: its manifest, services, Spring factories, web.xml. */
final class Registrations {

    /** Larger than any such file of practice; of a manifest, only the main section is read. */
    static final int MAX_BYTES = 1 << 20;

    /** More than an archive registers by a hundred times. */
    private static final int MAX_NAMES = 100_000;

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";
    private static final String FACTORIES = "META-INF/spring.factories";
    private static final String SPRING = "META-INF/spring/";
    private static final String IMPORTS = ".imports";
    private static final String WEB = "WEB-INF/web.xml";
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]{1,200})/([^/]{1,200})/pom\\.properties");

    private static final Pattern NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]{1,1000}");

    private final EntryPoints entries;
    private final Pattern webClass;
    private final Set<String> starts = new TreeSet<>();
    private final Set<String> web = new TreeSet<>();
    private final SortedMap<String, String> groups = new TreeMap<>();
    private final SortedMap<String, Set<String>> services = new TreeMap<>();
    private boolean named;
    private int count;

    Registrations(EntryPoints entries) {
        this.entries = entries;
        this.webClass = Pattern.compile("<(?:[\\w.-]{1,50}:)?(?:" + String.join("|", entries.web())
                + ")\\s{0,20}>\\s{0,1000}([^<\\s]{1,1000})\\s{0,1000}<");
    }

    /** Whether the file at that path, as a class loader sees it, registers anything. */
    static boolean isOne(String path) {
        return path.startsWith("META-INF/")
                        && (path.equals(MANIFEST)
                                || path.startsWith(SERVICES)
                                || path.equals(FACTORIES)
                                || path.startsWith(SPRING) && path.endsWith(IMPORTS)
                                || path.endsWith("/pom.properties"))
                || path.equals(WEB);
    }

    /** Whether more is registered than is kept. */
    boolean cut() {
        return count > MAX_NAMES;
    }

    /** Reads a file; what is not well-formed registers nothing. */
    void add(String path, byte[] bytes) {
        Matcher pom = POM.matcher(path);
        if (path.equals(MANIFEST)) {
            manifest(bytes);
        } else if (pom.matches()) {
            count++;
            if (!cut()) {
                groups.put(pom.group(2), pom.group(1));
            }
        } else if (bytes.length > MAX_BYTES) {
            count = MAX_NAMES + 1;
        } else if (path.startsWith(SERVICES)) {
            list(path.substring(SERVICES.length()), bytes);
        } else if (path.equals(FACTORIES)) {
            factories(bytes);
        } else if (path.startsWith(SPRING)) {
            list(path.substring(SPRING.length(), path.length() - IMPORTS.length()), bytes);
        } else if (path.equals(WEB)) {
            web(bytes);
        }
    }

    private void manifest(byte[] bytes) {
        try {
            byte[] main = mainSection(bytes);
            Attributes attributes = new Manifest(new ByteArrayInputStream(main)).getMainAttributes();
            for (String attribute : entries.manifest()) {
                name(starts, attributes.getValue(attribute));
            }
            named |= entries.identity().stream().anyMatch(it -> attributes.getValue(it) != null);
        } catch (IOException | IllegalArgumentException e) {
            // A manifest that the platform refuses starts nothing.
        }
    }

    /** Up to the first empty line: what follows speaks of single entries. */
    private static byte[] mainSection(byte[] bytes) {
        int length = Math.min(bytes.length, MAX_BYTES);
        for (int i = 1; i < length; i++) {
            boolean empty =
                    bytes[i] == '\n' && (bytes[i - 1] == '\n' || i > 2 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n');
            if (empty) {
                return Arrays.copyOf(bytes, i + 1);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** One class a line, comments from {@code #} on ({@code java.util.ServiceLoader}, "Deploying service providers"). */
    private void list(String service, byte[] bytes) {
        for (String line : (Iterable<String>) new String(bytes, StandardCharsets.UTF_8).lines()::iterator) {
            register(service, line.split("#", 2)[0].strip());
        }
    }

    private void factories(byte[] bytes) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            return; // Spring refuses such a file too
        }
        for (String key : properties.stringPropertyNames()) {
            List.of(properties.getProperty(key).split(",")).forEach(name -> register(key.strip(), name.strip()));
        }
    }

    private void web(byte[] bytes) {
        Matcher element = webClass.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (element.find()) {
            name(web, element.group(1));
        }
    }

    private void register(String service, String name) {
        if (NAME.matcher(service).matches() && NAME.matcher(name).matches()) {
            count++;
            if (!cut()) {
                services.computeIfAbsent(service, it -> new TreeSet<>()).add(name);
            }
        }
    }

    private void name(Set<String> names, String value) {
        if (value != null && NAME.matcher(value.strip()).matches()) {
            count++;
            if (!cut()) {
                names.add(value.strip());
            }
        }
    }

    /** All of it, with those classes; nothing of it where more is registered than is kept. */
    ArchiveClasses with(List<ArchiveClasses.Node> classes, boolean tooMany) {
        boolean cut = tooMany || cut();
        return new ArchiveClasses(
                cut ? List.of() : List.copyOf(classes),
                cut,
                Collections.unmodifiableSet(starts),
                Collections.unmodifiableSet(web),
                named,
                Collections.unmodifiableSortedMap(groups),
                Collections.unmodifiableSortedMap(services));
    }
}
