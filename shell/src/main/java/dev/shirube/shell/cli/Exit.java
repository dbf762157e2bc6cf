package dev.shirube.shell.cli;

/** The exit codes of the command line's contract. */
public enum Exit {
    /** Done. */
    DONE(0),
    /** Done, and the gate asked for, or a verification, tripped. */
    GATE(1),
    /** Wrong usage, a target that does not exist, an invalid row to import; nothing was done. */
    USAGE(2),
    /** Done, but with {@code --strict} some input could not be read. */
    UNREADABLE(3),
    /** A fault of ours or of the machine; what was committed stays. */
    FAULT(4),
    /** Interrupted; what was committed stays. */
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The process's exit status. */
    public int code() {
        return code;
    }
}
