package dev.shirube.shell.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * A command line, understood: the command, its arguments, and the options that were given, checked against their specs.
 *
 * @param options by long name, each with its values in the order given; a flag has the value {@code true}
 */
public record Invocation(CommandSpec command, List<String> arguments, Map<String, List<String>> options) {

    /** Keeps unmodifiable copies. */
    public Invocation {
        arguments = List.copyOf(arguments);
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Whether the flag was given. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The last value given. */
    public Optional<String> value(String option) {
        List<String> values = options.getOrDefault(option, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All values given. */
    public List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** All values given, those that commas part each on its own; refuses an option of nothing but commas. */
    public List<String> list(String option) {
        List<String> all = values(option).stream()
                .flatMap(it -> Stream.of(it.split(",")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (all.isEmpty() && has(option)) {
            throw CommandFailure.usage(
                    "--" + option + " was given without a value. Name one, or leave it out.",
                    "--" + option + " の値が空です。値を指定するか、オプションを除いてください。");
        }
        return all;
    }

    /** The last value given, as a whole number; the parser has made sure that it is one. */
    public OptionalInt number(String option) {
        return value(option).map(it -> OptionalInt.of(Integer.parseInt(it))).orElseGet(OptionalInt::empty);
    }

    /** The same line in Spring Shell's form. */
    ParsedInput toParsedInput() {
        List<String> words = command.words();
        ParsedInput.Builder input = ParsedInput.builder().commandName(words.get(0));
        words.subList(1, words.size()).forEach(input::addSubCommand);
        options.forEach((name, values) -> values.forEach(value ->
                input.addOption(CommandOption.with().longName(name).value(value).build())));
        for (int i = 0; i < arguments.size(); i++) {
            input.addArgument(new CommandArgument(i, arguments.get(i)));
        }
        return input.build();
    }

    /** The line that Spring Shell's form stands for. */
    static Invocation of(CommandSpec command, ParsedInput input) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (CommandOption option : input.options()) {
            options.computeIfAbsent(option.longName(), name -> new ArrayList<>())
                    .add(option.value());
        }
        return new Invocation(
                command, input.arguments().stream().map(CommandArgument::value).toList(), options);
    }
}
