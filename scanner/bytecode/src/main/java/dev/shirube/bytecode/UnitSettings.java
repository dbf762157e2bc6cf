package dev.shirube.bytecode;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.UnitIndex;
import dev.shirube.engine.settings.Setting;
import dev.shirube.engine.settings.YamlPaths;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that a unit carries in its own properties and YAML files: read when the first value leads to a setting.
 *
 * <p>They are what a program finds where nobody sets anything else. What may be a secret is not read.
 */
final class UnitSettings {

    /** The settings of a unit. */
    static final UnitIndex<UnitSettings> INDEX = UnitSettings::read;

    private static final int MAXIMUM_FILES = 256;
    private static final int MAXIMUM_FILE = 64 << 10;

    /** Settings that refer to each other are followed no further. */
    private static final int MAXIMUM_DEPTH = 4;

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");
    private static final Pattern SECRET =
            Pattern.compile("pass|secret|token|credential|private|pwd", Pattern.CASE_INSENSITIVE);
    private static final Pattern YAML = Pattern.compile("(application|bootstrap|microprofile)[\\w.-]*\\.ya?ml");

    /** Files with properties of other tools, not of the program. */
    private static final Set<String> OTHERS = Set.of("pom.properties", "git.properties", "build-info.properties");

    private final Map<String, Map<String, String>> files = new TreeMap<>();

    private UnitSettings() {}

    private static UnitSettings read(ScanUnit unit) {
        UnitSettings settings = new UnitSettings();
        try {
            TreeSet<String> locations = new TreeSet<>();
            unit.forEach(
                    input -> {
                        if (isSettings(input.name()) && input.size() <= MAXIMUM_FILE) {
                            locations.add(input.location());
                        }
                    },
                    diagnostic -> {});
            for (String location : locations.stream().limit(MAXIMUM_FILES).toList()) {
                settings.add(location, unit.input(location));
            }
        } catch (IOException e) {
            return settings; // the engine reports what it cannot read; a setting stays open in any case
        }
        return settings;
    }

    private static boolean isSettings(String name) {
        return name.endsWith(".properties") && !OTHERS.contains(name)
                || YAML.matcher(name).matches();
    }

    private void add(String location, Optional<ScanInput> input) {
        try {
            if (input.isPresent() && input.get().bytes().length <= MAXIMUM_FILE) {
                String text = new String(input.get().bytes(), StandardCharsets.UTF_8);
                files.put(location, location.endsWith(".properties") ? properties(text) : yaml(text));
            }
        } catch (IOException e) {
            files.remove(location); // as above
        }
    }

    private static Map<String, String> properties(String text) throws IOException {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            return Map.of(); // a malformed Unicode escape: nothing of it would be loaded
        }
        Map<String, String> properties = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(it -> properties.put(it, read.getProperty(it).strip()));
        return properties;
    }

    private static Map<String, String> yaml(String text) {
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : YamlPaths.of(text)) {
            values.put(setting.name(), unquoted(setting.values().get(0)));
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** What the unit's files say of that key, each in its way. */
    Set<String> values(String key) {
        return values(key, 0);
    }

    private Set<String> values(String key, int depth) {
        Set<String> values = new TreeSet<>();
        if (SECRET.matcher(key).find() || depth > MAXIMUM_DEPTH) {
            return values;
        }
        for (Map<String, String> file : files.values()) {
            String value = file.get(key);
            if (value != null) {
                values.addAll(resolved(value, depth));
            }
        }
        if (values.isEmpty()) {
            relaxed(key).forEach(it -> values.addAll(resolved(it, depth)));
        }
        return values;
    }

    /** Values of keys that Spring Boot's relaxed binding takes for the same: {@code key-type}, {@code keyType}. */
    private List<String> relaxed(String key) {
        String plain = plain(key);
        return files.values().stream()
                .flatMap(file -> file.entrySet().stream())
                .filter(it -> plain(it.getKey()).equals(plain))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String plain(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The value itself, or what it stands for where it is one reference to another setting; else nothing is known. */
    private Set<String> resolved(String value, int depth) {
        if (!value.contains("${")) {
            return Set.of(value);
        }
        Matcher reference = REFERENCE.matcher(value);
        if (!reference.matches()) {
            return Set.of();
        }
        Set<String> values = new TreeSet<>(values(reference.group(1), depth + 1));
        if (reference.group(2) != null) {
            values.add(reference.group(2));
        }
        return values;
    }

    /** What the resource bundle of that name says of the key, in any language. */
    Set<String> inBundle(String bundle, String key) {
        Set<String> values = new TreeSet<>();
        Pattern file = Pattern.compile(
                "(?:.*/)?" + Pattern.quote(bundle.replace('.', '/')) + "(?:_[A-Za-z_]{2,12})?\\.properties");
        files.forEach((location, content) -> {
            if (content.containsKey(key)
                    && !SECRET.matcher(key).find()
                    && file.matcher(location.replace("!/", "/")).matches()) {
                values.add(content.get(key));
            }
        });
        return values;
    }
}
