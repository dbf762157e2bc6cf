package dev.shirube.shell.cli;

import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/** A command of ours in Spring Shell's model: the one place where a command's end becomes an exit status. */
final class SpecCommand extends AbstractCommand {

    private final CommandSpec spec;
    private final Session session;

    SpecCommand(CommandSpec spec, Session session) {
        super(
                spec.name(),
                spec.description().in(session.language()),
                spec.words().get(0));
        this.spec = spec;
        this.session = session;
        setOptions(options(spec, session));
    }

    private static List<CommandOption> options(CommandSpec spec, Session session) {
        return spec.allOptions().stream()
                .map(it -> CommandOption.with()
                        .longName(it.name())
                        .description(it.description().in(session.language()))
                        .type(it.isFlag() ? boolean.class : String.class)
                        .required(false)
                        .build())
                .toList();
    }

    @Override
    public ExitStatus doExecute(CommandContext context) {
        return new ExitStatus(
                outcome(Invocation.of(spec, context.parsedInput())).code(), "");
    }

    private Exit outcome(Invocation line) {
        try {
            Exit exit = spec.action().run(line, session);
            session.console().flush();
            return exit;
        } catch (CommandFailure failure) {
            session.console().warn("shirube: " + failure.text().in(session.language()));
            return failure.exit();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // The last line before the user: whatever is left is a fault of ours, and no stack trace is shown.
            return FaultReport.write(e, session);
        }
    }
}
