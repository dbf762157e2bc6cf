package dev.shirube.shell.cli;

/**
 * Whether standard input, output and error are terminals. The launcher says so, because Java 17 cannot ask; without a
 * launcher {@link System#console()} answers for all three.
 */
public final class Terminals {

    private Terminals() {}

    /** Whether a person can type. */
    public static boolean in() {
        return told("shirube.tty.in");
    }

    /** Whether a person sees the results as they are. */
    public static boolean out() {
        return told("shirube.tty.out");
    }

    /** Whether progress can be drawn in place. */
    public static boolean err() {
        return told("shirube.tty.err");
    }

    private static boolean told(String property) {
        String told = System.getProperty(property);
        return told != null ? told.equals("1") : System.console() != null;
    }
}
