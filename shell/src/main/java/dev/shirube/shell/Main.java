package dev.shirube.shell;

import dev.shirube.domain.Language;
import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.HelpPrinter;
import dev.shirube.shell.cli.Terminals;
import java.util.List;
import java.util.Locale;

/** The program's entry: one command and its exit code, or the interactive shell on a bare terminal. */
public final class Main {

    private Main() {}

    /** Runs the arguments as one command line. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Console console = Console.ofProcess(words.contains("--quiet"));
        Exit exit = words.isEmpty() ? bare(console) : new CommandLine(Commands.all(), Version.TEXT).run(words, console);
        console.flush();
        Interruption.ended();
        System.exit(exit.code());
    }

    private static Exit bare(Console console) {
        if (Terminals.in() && Terminals.out()) {
            return new CommandLine(Commands.all(), Version.TEXT).run(List.of("shell"), console);
        }
        Language language = Locale.getDefault().getLanguage().equals("ja") ? Language.JA : Language.EN;
        new HelpPrinter(Commands.all(), language).lines(List.of()).forEach(console::warn);
        return Exit.USAGE;
    }
}
