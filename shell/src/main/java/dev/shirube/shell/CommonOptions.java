package dev.shirube.shell;

import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.OptionSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Options that several commands share, and the one way in which a command writes a file. */
final class CommonOptions {

    /** Where findings are kept. */
    static final OptionSpec STORE = OptionSpec.value(
            "store",
            "URL",
            "where findings are kept (default: shirube.db; none: not at all)",
            "保存先（既定は shirube.db、none は保存しない）");

    /** One system only. */
    static final OptionSpec SYSTEM = OptionSpec.value("system", "ID", "this information system only", "このシステムのみ");

    private CommonOptions() {}

    /** Writes a file's content. */
    interface Content {
        /** Writes all of it; does not close the stream. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes the file whole or not at all: beside it first, then in its place.
     *
     * @throws CommandFailure when it cannot be written; a file that stood there before is unchanged
     */
    static void writeFile(Path file, Content content) {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(partial))) {
                content.write(out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(partial);
            throw CommandFailure.usage(
                    file + " cannot be written (" + reason(e) + "). Check the folder, its permissions and the free space.",
                    file + " に書き込めません（" + reason(e) + "）。フォルダー、権限、空き容量を確認してください。");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // The first failure is the one to tell; a partial file is named so that it cannot be taken for a result.
            partial.toFile().deleteOnExit();
        }
    }
}
