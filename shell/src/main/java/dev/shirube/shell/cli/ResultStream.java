package dev.shirube.shell.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output, which may go away: its first failure is remembered and everything after it is thrown away, so that a
 * command ends in its own time, and knows at its end whether somebody missed something.
 */
final class ResultStream extends FilterOutputStream {

    private Optional<IOException> failure = Optional.empty();

    ResultStream(OutputStream process) {
        super(new BufferedOutputStream(process));
    }

    @Override
    public void write(int one) {
        attempt(() -> out.write(one));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    /** What was lost; empty when all is well, and when the reader of a pipe, such as {@code head}, had read enough. */
    Optional<IOException> lost() {
        return failure.filter(it -> !isClosedPipe(it));
    }

    private interface Output {
        void run() throws IOException;
    }

    private void attempt(Output output) {
        if (failure.isPresent()) {
            return;
        }
        try {
            output.run();
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** EPIPE has no exception type of its own in Java; the system's words for it are English or Japanese here. */
    private static boolean isClosedPipe(IOException e) {
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("pipe") || said.contains("パイプ");
    }
}
