package dev.shirube.shell.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands an argument vector, word by word: nothing is joined and split again, so blanks and quotes in a path are
 * safe.
 *
 * <p>{@code --name value}, {@code --name=value}, flags, {@code --} before arguments that start with a dash; the longest
 * command name wins. Options may stand before the command as well.
 */
public final class ArgumentParser {

    /** How many edits a word may be away from a known one to be suggested. */
    private static final int SUGGESTION_DISTANCE = 3;

    private final List<CommandSpec> commands;

    /** A parser for these commands. */
    public ArgumentParser(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * What the words say.
     *
     * @throws CommandFailure with {@link Exit#USAGE} when they say nothing that can be done
     */
    public Invocation parse(List<String> words) {
        List<String> plain = leadingWords(words);
        CommandSpec command = longest(plain).orElseThrow(() -> unknownCommand(plain));
        List<String> rest = withoutName(words, command.words().size());
        return check(read(command, rest));
    }

    /** The command or group that a line with {@code --help} asks about. */
    public List<String> helpTopic(List<String> words) {
        List<String> plain = leadingWords(words);
        Optional<CommandSpec> command = longest(plain);
        if (command.isPresent()) {
            return command.get().words();
        }
        if (!plain.isEmpty() && isGroup(plain.get(0))) {
            return plain.subList(0, 1);
        }
        if (!plain.isEmpty()) {
            throw unknownCommand(plain);
        }
        return List.of();
    }

    boolean isGroup(String word) {
        return commands.stream()
                .anyMatch(it -> it.words().size() > 1 && it.words().get(0).equals(word));
    }

    /** The words that are neither options nor values of the options that every command takes. */
    private static List<String> leadingWords(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            String word = words.get(i);
            if (!isOption(word)) {
                plain.add(word);
            } else if (takesNextWord(CommandSpec.GLOBAL, word)) {
                i++;
            }
        }
        return plain;
    }

    private static boolean takesNextWord(List<OptionSpec> known, String word) {
        return word.indexOf('=') < 0 && known.stream().anyMatch(it -> !it.isFlag() && word.equals("--" + it.name()));
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    private Optional<CommandSpec> longest(List<String> plain) {
        return commands.stream()
                .filter(it -> it.words().size() <= plain.size()
                        && it.words().equals(plain.subList(0, it.words().size())))
                .max(Comparator.comparingInt(it -> it.words().size()));
    }

    private static List<String> withoutName(List<String> words, int nameWords) {
        List<String> rest = new ArrayList<>();
        int left = nameWords;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (left > 0 && !isOption(word)) {
                left--;
                continue;
            }
            rest.add(word);
            if (left > 0 && takesNextWord(CommandSpec.GLOBAL, word) && i + 1 < words.size()) {
                rest.add(words.get(++i));
            }
        }
        return rest;
    }

    private static Invocation read(CommandSpec command, List<String> words) {
        List<String> arguments = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        boolean plainOnly = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (plainOnly || !isOption(word)) {
                arguments.add(word);
            } else if (word.equals("--")) {
                plainOnly = true;
            } else {
                int equals = word.indexOf('=');
                OptionSpec option = optionOf(command, equals < 0 ? word : word.substring(0, equals));
                String value;
                if (option.isFlag()) {
                    if (equals >= 0) {
                        throw CommandFailure.usage(
                                "--" + option.name() + " takes no value. Leave out " + word.substring(equals) + ".",
                                "--" + option.name() + " は値を取りません。" + word.substring(equals) + " を除いてください。");
                    }
                    value = "true";
                } else if (equals >= 0) {
                    value = word.substring(equals + 1);
                } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                    value = words.get(++i);
                } else {
                    throw missingValue(option);
                }
                options.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add(value);
            }
        }
        return new Invocation(command, arguments, options);
    }

    private static OptionSpec optionOf(CommandSpec command, String word) {
        String name = word.equals("-h")
                ? "help"
                : word.equals("-V") ? "version" : word.substring(word.startsWith("--") ? 2 : 1);
        if (!word.startsWith("--") && !word.equals("-h") && !word.equals("-V")) {
            throw unknownOption(command, word, name);
        }
        return command.option(name).orElseThrow(() -> unknownOption(command, word, name));
    }

    private static Invocation check(Invocation line) {
        CommandSpec command = line.command();
        line.options().forEach((name, values) -> {
            OptionSpec option = command.option(name).orElseThrow();
            if (values.size() > 1 && !option.repeatable() && !option.isFlag()) {
                throw CommandFailure.usage(
                        "--" + name + " was given " + values.size() + " times. Give it once.",
                        "--" + name + " が " + values.size() + " 回指定されています。1 回だけ指定してください。");
            }
            boolean several = option.repeatable() && !option.choices().isEmpty();
            (several ? line.list(name) : values).forEach(value -> checkValue(option, value));
        });
        int count = line.arguments().size();
        if (count < command.minimum()) {
            throw CommandFailure.usage(
                    command.name() + " needs " + command.arguments() + ". See: shirube " + command.name() + " --help",
                    command.name() + " には " + command.arguments() + " が必要です。参照：shirube " + command.name() + " --help");
        }
        if (count > command.maximum()) {
            String extra = line.arguments().get(command.maximum());
            throw CommandFailure.usage(
                    command.name() + " does not take \"" + extra + "\". See: shirube " + command.name() + " --help",
                    command.name() + " に「" + extra + "」は指定できません。参照：shirube " + command.name() + " --help");
        }
        return line;
    }

    private static void checkValue(OptionSpec option, String value) {
        if (!option.choices().isEmpty() && !option.choices().contains(value)) {
            String choices = String.join(", ", option.choices());
            throw CommandFailure.usage(
                    "--" + option.name() + " cannot be \"" + value + "\". Give one of: " + choices + ".",
                    "--" + option.name() + " に「" + value + "」は指定できません。次から選んでください：" + choices);
        }
        if (option.whole() && !value.matches("[0-9]{1,9}")) {
            throw CommandFailure.usage(
                    "--" + option.name() + " cannot be \"" + value + "\". Give a whole number of at least 0.",
                    "--" + option.name() + " に「" + value + "」は指定できません。0 以上の整数を指定してください。");
        }
    }

    private static CommandFailure missingValue(OptionSpec option) {
        return CommandFailure.usage(
                "--" + option.name() + " needs a value. Write: --" + option.name() + " " + option.placeholder(),
                "--" + option.name() + " には値が必要です。例：--" + option.name() + " " + option.placeholder());
    }

    private static CommandFailure unknownOption(CommandSpec command, String word, String name) {
        String near = nearest(
                name, command.allOptions().stream().map(OptionSpec::name).toList());
        return CommandFailure.usage(
                command.name() + " has no option " + word + "."
                        + (near.isEmpty() ? "" : " Did you mean --" + near + "?")
                        + " See: shirube " + command.name() + " --help",
                command.name() + " に " + word + " というオプションはありません。"
                        + (near.isEmpty() ? "" : "--" + near + " の間違いではありませんか。")
                        + "参照：shirube " + command.name() + " --help");
    }

    private CommandFailure unknownCommand(List<String> plain) {
        if (plain.isEmpty()) {
            return CommandFailure.usage(
                    "No command was given. See: shirube --help", "コマンドが指定されていません。参照：shirube --help");
        }
        String first = plain.get(0);
        if (isGroup(first)) {
            String known = String.join(
                    ", ",
                    commands.stream()
                            .filter(it -> it.words().get(0).equals(first))
                            .map(it -> it.words().get(1))
                            .toList());
            String said = plain.size() > 1 ? " \"" + plain.get(1) + "\"" : "";
            return CommandFailure.usage(
                    first + " does not know" + (said.isEmpty() ? " what to do" : said) + ". Say one of: " + known + ".",
                    first + (said.isEmpty() ? " の操作が指定されていません" : " に" + said + " という操作はありません") + "。次から選んでください："
                            + known);
        }
        String near = nearest(
                first, commands.stream().map(it -> it.words().get(0)).distinct().toList());
        return CommandFailure.usage(
                "There is no command \"" + first + "\"." + (near.isEmpty() ? "" : " Did you mean " + near + "?")
                        + " See: shirube --help",
                "「" + first + "」というコマンドはありません。" + (near.isEmpty() ? "" : near + " の間違いではありませんか。")
                        + "参照：shirube --help");
    }

    private static String nearest(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String it) -> distance(word, it))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(it -> distance(word, it) < Math.min(SUGGESTION_DISTANCE, word.length()))
                .orElse("");
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements. */
    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}
