package dev.shirube.shell.cli;

import dev.shirube.domain.Language;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandNotFoundException;
import org.springframework.shell.core.command.CommandRegistry;

/** Runs one line: understood by {@link ArgumentParser}, carried out on Spring Shell's command model, no context. */
public final class CommandLine {

    private final List<CommandSpec> commands;
    private final String version;

    /** A command line with these commands. */
    public CommandLine(List<CommandSpec> commands, String version) {
        this.commands = List.copyOf(commands);
        this.version = version;
    }

    /**
     * Runs the words and answers the exit code; says everything that is to be said on the console.
     *
     * @param console where to speak, before {@code --quiet} is known
     */
    public Exit run(List<String> words, Console console) {
        Language language = language(words);
        Exit exit;
        try {
            exit = dispatch(words, console, language);
        } catch (CommandFailure failure) {
            console.warn("shirube: " + failure.text().in(language));
            exit = failure.exit();
        }
        return console.lost().map(it -> lost(it, console, language)).orElse(exit);
    }

    private static Exit lost(IOException cause, Console console, Language language) {
        console.warn(language.choose(
                "shirube: 標準出力に書き込めませんでした（" + cause.getMessage() + "）。出力先の空き容量を確認し、もう一度実行してください。",
                "shirube: standard output could not be written (" + cause.getMessage()
                        + "). Check the free space of where it goes, and run it again."));
        return Exit.FAULT;
    }

    private Exit dispatch(List<String> words, Console console, Language language) {
        ArgumentParser parser = new ArgumentParser(commands);
        if (asksFor(words, "--version", "-V")) {
            console.print("shirube " + version);
            return Exit.DONE;
        }
        if (asksFor(words, "--help", "-h")) {
            new HelpPrinter(commands, language).lines(parser.helpTopic(words)).forEach(console::print);
            return Exit.DONE;
        }
        Invocation line = parser.parse(words);
        Session session = new Session(console, language, asOf(line), Settings.load(line.value("config")), version);
        return execute(line, session);
    }

    private Exit execute(Invocation line, Session session) {
        CommandRegistry registry = registry(commands, session);
        CommandContext context = new CommandContext(
                line.toParsedInput(), registry, session.console().out(), new InputReader() {});
        try {
            int code = new CommandExecutor(registry).execute(context).code();
            for (Exit exit : Exit.values()) {
                if (exit.code() == code) {
                    return exit;
                }
            }
            return Exit.FAULT;
        } catch (CommandNotFoundException | CommandExecutionException e) {
            return FaultReport.write(e, session);
        }
    }

    /** Spring Shell's registry of these commands, each speaking in that session. */
    public static CommandRegistry registry(List<CommandSpec> commands, Session session) {
        Set<org.springframework.shell.core.command.Command> registered = commands.stream()
                .map(it -> new SpecCommand(it, session))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return new CommandRegistry(registered);
    }

    private static boolean asksFor(List<String> words, String longName, String shortName) {
        int end = words.indexOf("--");
        List<String> before = end < 0 ? words : words.subList(0, end);
        return before.contains(longName) || before.contains(shortName);
    }

    /** The language of {@code --lang}, wherever it stands, so that even a wrong line is answered in it. */
    private static Language language(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String value = words.get(i).startsWith("--lang=")
                    ? words.get(i).substring("--lang=".length())
                    : words.get(i).equals("--lang") && i + 1 < words.size() ? words.get(i + 1) : "";
            if (value.equals("ja") || value.equals("en")) {
                return value.equals("ja") ? Language.JA : Language.EN;
            }
        }
        return Locale.getDefault().getLanguage().equals("ja") ? Language.JA : Language.EN;
    }

    private static LocalDate asOf(Invocation line) {
        Optional<String> said = line.value("as-of");
        try {
            // The one place that asks what day it is.
            return said.map(LocalDate::parse).orElseGet(LocalDate::now);
        } catch (DateTimeParseException e) {
            throw CommandFailure.usage(
                    "--as-of cannot be \"" + said.orElse("") + "\". Give a date such as 2027-03-31.",
                    "--as-of に「" + said.orElse("") + "」は指定できません。2027-03-31 のように指定してください。");
        }
    }
}
