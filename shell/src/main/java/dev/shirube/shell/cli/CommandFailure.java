package dev.shirube.shell.cli;

import dev.shirube.domain.Text;

/** Why a command could not be carried out: a message that names the value at fault and ends in what to do. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient Text text;

    /** A failure that ends the program with that exit code. */
    public CommandFailure(Exit exit, Text text) {
        super(text.en());
        this.exit = exit;
        this.text = text;
    }

    /** Wrong usage: nothing was done. */
    public static CommandFailure usage(String english, String japanese) {
        return new CommandFailure(Exit.USAGE, new Text(japanese, english));
    }

    /** The exit code. */
    public Exit exit() {
        return exit;
    }

    /** The message. */
    public Text text() {
        return text;
    }
}
