package dev.shirube.shell.cli;

import dev.shirube.domain.mapping.SystemRules;
import dev.shirube.planner.OwnTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The user's {@code shirube.yaml}: the organisation's name, the store, the policy packs it has adopted, and how 2035 is
 * read.
 *
 * @param organisation name on covers; empty if not said
 * @param store where findings are kept, as in {@code --store}
 * @param adopted policy packs by id, with how they were adopted ({@code internal_rule}, or empty for none)
 * @param deadlineReading {@code calendar-year} (2035-12-31) or {@code fiscal-year} (2036-03-31)
 * @param crqc planning date for a large quantum computer, {@code YYYY-MM}
 * @param systems which findings belong to which information system
 * @param ownModules globs over package URLs of modules that are the organisation's own
 * @param answers what the organisation answers to the conditions of rules, by name
 * @param tasks what the office adds to the tasks that the inventory asks for
 * @param folder where the file stands: relative paths in it are meant from here
 */
public record Settings(
        String organisation,
        Optional<String> store,
        Map<String, String> adopted,
        String deadlineReading,
        Optional<String> crqc,
        SystemRules systems,
        List<String> ownModules,
        Map<String, String> answers,
        List<OwnTask> tasks,
        Path folder) {

    /** The file that is read when none is named. */
    public static final String DEFAULT_FILE = "shirube.yaml";

    private static final List<String> NAMES = List.of(
            "organisation",
            "store",
            "policies",
            "deadline_reading",
            "crqc",
            "systems",
            "own_modules",
            "answers",
            "tasks");

    /** The ways in which a pack can be taken; not said is information. */
    private static final List<String> ADOPTIONS = List.of("internal_rule", "in_scope", "out_of_scope", "information");

    /** Keeps unmodifiable copies. */
    public Settings {
        ownModules = List.copyOf(ownModules);
        tasks = List.copyOf(tasks);
        adopted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(adopted));
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** Nothing said. */
    public static Settings none() {
        return new Settings(
                "",
                Optional.empty(),
                Map.of(),
                "calendar-year",
                Optional.empty(),
                SystemRules.NONE,
                List.of(),
                Map.of(),
                List.of(),
                Path.of(""));
    }

    /**
     * The settings of the named file, or of {@code shirube.yaml} in the current directory if there is one.
     *
     * @throws CommandFailure with {@link Exit#USAGE} when the named file does not exist or says what is not understood
     */
    public static Settings load(Optional<String> named) {
        Path file = Path.of(named.orElse(DEFAULT_FILE));
        if (named.isEmpty() && !Files.exists(file)) {
            return none();
        }
        try {
            LoadSettings form = LoadSettings.builder().setLabel(file.toString()).build();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Object root = new Load(form).loadFromString(text);
            return root == null ? none() : read(file, root, new Compose(form).composeString(text));
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(
                    "The settings file " + file + " does not exist. Correct --config.",
                    "設定ファイル " + file + " がありません。--config を修正してください。");
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The settings file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check its permissions and encoding (UTF-8).",
                    "設定ファイル " + file + " を読めません（" + e.getClass().getSimpleName() + "）。権限と文字コード（UTF-8）を確認してください。");
        } catch (YamlEngineException e) {
            String line = line(e);
            throw CommandFailure.usage(
                    "The settings file " + file + " is not YAML (line " + line + "). Correct it.",
                    "設定ファイル " + file + " は YAML として読めません（" + line + " 行目）。修正してください。");
        }
    }

    /** The line at which the parser gave up, from 1; a question mark where it does not say. */
    private static String line(YamlEngineException e) {
        return e instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark()
                        .map(it -> String.valueOf(it.getLine() + 1))
                        .orElse("?")
                : "?";
    }

    private static Settings read(Path file, Object root, Optional<Node> lines) {
        Map<?, ?> map = root instanceof Map<?, ?> it ? it : Map.of(root, "");
        for (Object name : map.keySet()) {
            if (!NAMES.contains(String.valueOf(name))) {
                throw wrong(file, String.valueOf(name), String.join(", ", NAMES));
            }
        }
        String reading = text(map, "deadline_reading").orElse("calendar-year");
        if (!reading.equals("calendar-year") && !reading.equals("fiscal-year")) {
            throw wrong(file, "deadline_reading: " + reading, "calendar-year, fiscal-year");
        }
        Optional<String> crqc = text(map, "crqc");
        if (crqc.isPresent() && !crqc.get().matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw wrong(file, "crqc: " + crqc.get(), "YYYY-MM");
        }
        Path folder = file.toAbsolutePath().getParent();
        return new Settings(
                text(map, "organisation").orElse(""),
                text(map, "store"),
                policies(file, map.get("policies")),
                reading,
                crqc,
                lines.map(it -> new SystemRuleReader(file).read(it)).orElse(SystemRules.NONE),
                modules(file, map.get("own_modules")),
                answers(file, map.get("answers")),
                new OwnTaskReader(file).read(map.get("tasks")),
                folder == null ? Path.of("") : folder);
    }

    private static Map<String, String> policies(Path file, Object list) {
        Map<String, String> adopted = new LinkedHashMap<>();
        if (list == null) {
            return adopted;
        }
        if (!(list instanceof List<?> packs)) {
            throw wrong(file, "policies", "- pack: jp-2035");
        }
        for (Object item : packs) {
            if (!(item instanceof Map<?, ?> row) || row.get("pack") == null) {
                throw wrong(file, "policies: " + item, "- pack: jp-2035");
            }
            String as = text(row, "adopted_as").orElse("");
            if (!as.isEmpty() && !ADOPTIONS.contains(as)) {
                throw wrong(file, "adopted_as: " + as, String.join(", ", ADOPTIONS));
            }
            adopted.put(String.valueOf(row.get("pack")), as);
        }
        return adopted;
    }

    private static List<String> modules(Path file, Object list) {
        if (list == null) {
            return List.of();
        }
        if (!(list instanceof List<?> globs) || globs.stream().anyMatch(it -> !(it instanceof String))) {
            throw wrong(file, "own_modules", "- pkg:maven/jp.example.city/*");
        }
        return globs.stream().map(String::valueOf).toList();
    }

    private static Map<String, String> answers(Path file, Object given) {
        Map<String, String> answers = new LinkedHashMap<>();
        if (given == null) {
            return answers;
        }
        if (!(given instanceof Map<?, ?> map)) {
            throw wrong(file, "answers", "use_case_risk: high");
        }
        map.forEach((name, value) -> answers.put(String.valueOf(name), String.valueOf(value)));
        return answers;
    }

    /** The store as {@code --store} takes it: a relative path is meant from the settings file's folder. */
    public Optional<String> storeUrl() {
        return store.map(it -> it.equals("none") || it.startsWith("jdbc:")
                ? it
                : folder.resolve(it).toString());
    }

    private static Optional<String> text(Map<?, ?> map, String name) {
        return Optional.ofNullable(map.get(name)).map(String::valueOf);
    }

    static CommandFailure wrong(Path file, String said, String known) {
        return CommandFailure.usage(
                "In " + file + ", \"" + said + "\" is not understood. Write one of: " + known + ".",
                file + " の「" + said + "」は解釈できません。次のように書いてください：" + known);
    }
}
