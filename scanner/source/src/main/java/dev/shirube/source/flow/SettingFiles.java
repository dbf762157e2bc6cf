package dev.shirube.source.flow;

import dev.shirube.engine.settings.JsonPaths;
import dev.shirube.engine.settings.PropertyLines;
import dev.shirube.engine.settings.SectionLines;
import dev.shirube.engine.settings.Setting;
import dev.shirube.engine.settings.YamlPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the settings files of a unit say under a key: those nearest to the code that asks, of every profile. */
final class SettingFiles {

    /** Files that mention a key: one that is mentioned in more is no particular setting. */
    private static final int MOST_FILES = 16;

    private static final int LARGEST = 1 << 18;
    private static final int LONGEST_LINE = 2_000;

    private static final int MOST_FOLDERS = 12;

    private static final List<String> USUAL = List.of(
            ".env",
            "appsettings.json",
            "config.ini",
            "config.json",
            "config.toml",
            "config.yaml",
            "config.yml",
            "config/application.properties",
            "config/application.yml",
            "config/config.yaml",
            "config/default.json",
            "config/settings.yml",
            "resources/application.properties",
            "resources/application.yaml",
            "resources/application.yml",
            "settings.ini",
            "settings.yaml");

    private static final Set<String> ENDINGS = Set.of(".properties", ".yml", ".yaml", ".toml", ".json", ".env", ".ini");

    /** Of keys whose last part is so called nothing is looked up, whatever it may be used for. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(.*[.:/])?(?![^.:/]*(alg|algorithm|type|size|bits|length|curve|method|mode|version|name)$)"
                    + "[^.:/]*(pass|pwd|secret|token|credential|private|api.?key|salt|seed|pem|cert)[^.:/]*");

    /** Names of algorithms and curves, sizes, and lists of them; what is longer in one piece may be a key. */
    private static final Pattern TELLING =
            Pattern.compile("(?=.{1,60}$)[A-Za-z0-9]{1,23}([ ._/+:,-]{1,2}[A-Za-z0-9]{1,23})*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^:}]+:-?([^}]*)\\}");
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");

    private final UnitSources sources;
    private final TreeSet<String> wanted;
    private final Map<String, List<Setting>> read = new HashMap<>();

    /**
     * @param wanted where words are put that the unit must be searched for
     */
    SettingFiles(UnitSources sources, TreeSet<String> wanted) {
        this.sources = sources;
        this.wanted = wanted;
    }

    /** Every value that the key has in the settings files nearest to the code at that location; sorted. */
    List<String> values(String key, String location) {
        if (SECRET.matcher(key).matches()) {
            return List.of();
        }
        TreeSet<String> locations = new TreeSet<>();
        boolean all = true;
        for (String word : words(key)) {
            Optional<UnitSources.Mentions> mentions = sources.mentions(word);
            if (mentions.isEmpty()) {
                wanted.add(word);
            } else {
                all &= !mentions.get().more();
                mentions.get().locations().stream()
                        .filter(it -> isSettings(it) && mayBeRead(it, location))
                        .forEach(locations::add);
            }
        }
        if (locations.size() > MOST_FILES) {
            return List.of();
        }
        if (!all) {
            locations.addAll(usual(location));
        }
        return nearest(locations, key, location);
    }

    /** Where frameworks look for settings in the folders around the code: of a word that is everywhere not all places are known. */
    private static Set<String> usual(String code) {
        TreeSet<String> usual = new TreeSet<>();
        int end = code.lastIndexOf('/');
        for (int depth = 0; depth < MOST_FOLDERS; depth++) {
            String folder = code.substring(0, end + 1);
            USUAL.forEach(it -> usual.add(folder + it));
            if (end < 0) {
                break;
            }
            end = code.lastIndexOf('/', end - 1);
        }
        return usual;
    }

    private static boolean isSettings(String location) {
        String lower = location.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** The settings of tests are for tests alone. */
    private static boolean mayBeRead(String settings, String code) {
        return !settings.contains("src/test/") || code.contains("src/test/");
    }

    private List<String> nearest(Set<String> locations, String key, String from) {
        TreeSet<String> values = new TreeSet<>();
        int nearest = -1;
        for (String location : locations) {
            int shared = Program.shared(location, from);
            if (shared < nearest) {
                continue;
            }
            List<String> found =
                    in(location).stream().flatMap(it -> value(it, key).stream()).toList();
            if (!found.isEmpty() && shared > nearest) {
                values.clear();
                nearest = shared;
            }
            values.addAll(found);
        }
        return List.copyOf(values);
    }

    private List<Setting> in(String location) {
        return read.computeIfAbsent(
                location,
                it -> sources.text(it)
                        .filter(text -> text.length() <= LARGEST)
                        .map(text -> settings(it.toLowerCase(Locale.ROOT), text))
                        .orElse(List.of()));
    }

    private static List<Setting> settings(String location, String text) {
        if (location.endsWith(".json")) {
            return JsonPaths.of(text);
        }
        String lines =
                text.lines().map(it -> it.length() > LONGEST_LINE ? "" : it).collect(Collectors.joining("\n"));
        if (location.endsWith(".properties")) {
            return PropertyLines.of(lines);
        } else if (location.endsWith(".yml") || location.endsWith(".yaml")) {
            return YamlPaths.of(lines).stream()
                    .flatMap(it -> environment(it).stream())
                    .toList();
        }
        return SectionLines.of(lines);
    }

    /** {@code environment: [NAME=value]} of Docker Compose is as good as {@code environment: {NAME: value}}. */
    private static List<Setting> environment(Setting setting) {
        if (!setting.name().endsWith("environment")) {
            return List.of(setting);
        }
        List<Setting> all = new ArrayList<>();
        for (String item : setting.values().get(0).split(",")) {
            String[] pair = unquoted(item.strip()).split("=", 2);
            if (pair.length == 2) {
                all.add(new Setting(0, setting.name() + "." + pair[0], List.of(pair[1]), setting.line()));
            }
        }
        return all;
    }

    /** The setting's value, if it is that of the key and can be shown. */
    private static Optional<String> value(Setting setting, String key) {
        if (!isCalled(setting.name(), key)) {
            return Optional.empty();
        }
        String value = unquoted(setting.values().get(0).strip());
        Matcher placeholder = PLACEHOLDER.matcher(value);
        String given = placeholder.matches() ? unquoted(placeholder.group(1).strip()) : value;
        return TELLING.matcher(given).matches() ? Optional.of(given) : Optional.empty();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /**
     * Whether that is how a file writes the key: with dots, dashes or capitals between its words; in capitals with
     * underscores as an environment variable; in a map of those for a container. The code's own name of an environment
     * variable is written in no other way.
     */
    static boolean isCalled(String written, String key) {
        String name = written.replaceFirst("^.*\\.environment\\.", "");
        if (ENVIRONMENT.matcher(key).matches()) {
            return name.equals(key);
        }
        return relaxed(name).equals(relaxed(key))
                || ENVIRONMENT.matcher(name).matches() && plain(name).equals(plain(key));
    }

    private static String relaxed(String name) {
        String dotted = name.replace("__", ".").replace(':', '.').replace('/', '.');
        return dotted.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return relaxed(name).replace(".", "");
    }

    /** Words of which a file must hold one to say anything of the key. */
    static Set<String> words(String key) {
        TreeSet<String> words = new TreeSet<>();
        String[] parts = key.split("[.:/]|__");
        String last = parts.length == 0 ? key : parts[parts.length - 1];
        String snake = CAMEL.matcher(last).replaceAll("$1_$2").replace('-', '_').toLowerCase(Locale.ROOT);
        String whole =
                CAMEL.matcher(key).replaceAll("$1_$2").replaceAll("[.:/-]", "_").replace("__", "_");
        words.add(longest(last));
        words.add(snake);
        words.add(longest(snake.replace('_', '-')));
        words.add(camel(snake));
        words.add(whole.toUpperCase(Locale.ROOT));
        words.removeIf(it -> !Program.WORD.matcher(it).find());
        return words;
    }

    private static String longest(String name) {
        String longest = "";
        for (String part : name.split("[^A-Za-z0-9_$]+")) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest;
    }

    private static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        for (String part : snake.split("_")) {
            boolean first = camel.length() == 0 || part.isEmpty();
            camel.append(first ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return camel.toString();
    }
}
