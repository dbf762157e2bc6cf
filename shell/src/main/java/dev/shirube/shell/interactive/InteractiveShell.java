package dev.shirube.shell.interactive;

import dev.shirube.shell.cli.CommandLine;
import dev.shirube.shell.cli.CommandSpec;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.jline.CommandCompleter;

/**
 * The interactive shell: Spring Shell's registry and completion, JLine's line editing and history, and the same parser
 * and commands as every one-shot line.
 */
public final class InteractiveShell {

    /** More lines than anybody types before a restart; the bound keeps a piped file from running for ever. */
    private static final int HISTORY_LINES = 1_000;

    private InteractiveShell() {}

    /**
     * Reads and runs lines until the user leaves.
     *
     * @param interrupt what Ctrl-C does while a command runs
     */
    public static Exit run(Supplier<List<CommandSpec>> commands, Runnable interrupt, Session session)
            throws IOException {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            List<CommandSpec> inside = commands.get().stream()
                    .filter(it -> !it.name().equals("shell"))
                    .toList();
            context.registerBean(CommandRegistry.class, () -> CommandLine.registry(inside, session));
            context.registerBean(
                    CommandCompleter.class, () -> new CommandCompleter(context.getBean(CommandRegistry.class)));
            context.refresh();
            try (Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .encoding(StandardCharsets.UTF_8)
                    .nativeSignals(true)
                    .build()) {
                terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
                return loop(reader(terminal, context.getBean(CommandCompleter.class)), inside, session);
            }
        }
    }

    private static LineReader reader(Terminal terminal, CommandCompleter completer) throws IOException {
        Path history = stateFolder().resolve("history");
        Files.createDirectories(history.getParent());
        DefaultParser quoting = new DefaultParser();
        // A backslash is part of a Windows path; quotes are enough to write blanks.
        quoting.setEscapeChars(null);
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("shirube")
                .parser(quoting)
                .completer(new WordCompleter(completer))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .build();
    }

    private static Exit loop(LineReader reader, List<CommandSpec> commands, Session session) {
        CommandLine line = new CommandLine(commands, session.version());
        while (true) {
            List<String> words;
            try {
                reader.readLine("shirube> ");
                words = reader.getParsedLine().words().stream()
                        .filter(it -> !it.isEmpty())
                        .toList();
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return Exit.DONE;
            }
            if (words.equals(List.of("exit")) || words.equals(List.of("quit"))) {
                return Exit.DONE;
            }
            if (!words.isEmpty()) {
                line.run(words, session.console());
            }
        }
    }

    /** Where the history is kept: the user's state folder, never the current directory. */
    private static Path stateFolder() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state != null && !state.isBlank()
                ? Path.of(state)
                : Path.of(System.getProperty("user.home"), ".local", "state");
        return base.resolve("shirube");
    }
}
