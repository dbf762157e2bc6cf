package dev.shirube.shell.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command speaks: results on standard output, progress and advice on standard error, both in UTF-8 whatever the
 * locale says.
 */
public final class Console {

    private final ResultStream outBytes;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean errTerminal;
    private final boolean quiet;

    /** A console over these streams; progress is drawn in place only if standard error is a terminal. */
    public Console(OutputStream out, OutputStream err, boolean errTerminal, boolean quiet) {
        this.outBytes = new ResultStream(out);
        this.out = new PrintWriter(new OutputStreamWriter(outBytes, StandardCharsets.UTF_8), false);
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.errTerminal = errTerminal;
        this.quiet = quiet;
    }

    /**
     * The process's own streams. Not {@code System.out}: under {@code LC_ALL=C} it replaces Japanese by question marks.
     */
    public static Console ofProcess(boolean quiet) {
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminals.err(),
                quiet);
    }

    /** A line of the result. */
    public void print(String line) {
        out.print(line);
        out.print('\n');
    }

    /** The result's writer, for those who write more than lines; flush it when done. */
    public PrintWriter out() {
        return out;
    }

    /** The result's bytes, for formats that bring their own encoding; nothing else may be printed beside them. */
    public OutputStream outBytes() {
        out.flush();
        return outBytes;
    }

    /** Advice; left out with {@code --quiet}. */
    public void advise(String line) {
        if (!quiet) {
            err.print(line);
            err.print('\n');
            err.flush();
        }
    }

    /** Something that must be read even with {@code --quiet}. */
    public void warn(String line) {
        err.print(line);
        err.print('\n');
        err.flush();
    }

    /** Draws over the current line of standard error; only on a terminal. */
    void redraw(String text) {
        if (errTerminal && !quiet) {
            err.print("\r\033[K" + text);
            err.flush();
        }
    }

    /** Whether progress can be drawn in place. */
    boolean errTerminal() {
        return errTerminal;
    }

    /** Whether only results and warnings are wanted. */
    public boolean quiet() {
        return quiet;
    }

    /** Hands everything to the operating system. */
    public void flush() {
        out.flush();
        err.flush();
    }

    /** Why results never reached standard output; empty when they did, or when a reader such as {@code head} had enough. */
    Optional<IOException> lost() {
        flush();
        return outBytes.lost();
    }
}
