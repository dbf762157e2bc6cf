package dev.shirube.shell;

import dev.shirube.domain.Text;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Exit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command was told to write: looked at before anything is done, and then written whole or not at all.
 *
 * @param path where to; a symbolic link is followed, a device or a pipe is written to and stays what it is
 */
record OutputFile(Path path) {

    /** Writes a file's content. */
    interface Content {
        /** Writes all of it; does not close the stream. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * The file that a command is to write.
     *
     * @throws CommandFailure with {@link Exit#USAGE} when nothing could be written there: better now than after the work
     */
    static OutputFile named(String text) {
        Path path = path(text);
        Path folder = path.toAbsolutePath().getParent();
        if (text.isEmpty() || folder == null || Files.isDirectory(path)) {
            throw CommandFailure.usage(
                    "\"" + text + "\" is no file that can be written. Name the file to write.",
                    "「" + text + "」はファイルとして書き込めません。出力するファイル名を指定してください。");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.usage(
                    text + ": the folder " + folder + " does not exist. Make it, or name another file.",
                    text + "：フォルダー " + folder + " がありません。作成するか、別のファイルを指定してください。");
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw CommandFailure.usage(
                    text + ": nothing may be written there. Change its permissions, or name another file.",
                    text + "：書込み権限がありません。権限を変更するか、別のファイルを指定してください。");
        }
        return new OutputFile(path);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CommandFailure.usage(
                    "\"" + text + "\" is no file name on this system. Name another file.",
                    "「" + text + "」はこのシステムで使えないファイル名です。別のファイルを指定してください。");
        }
    }

    /**
     * Writes the file beside its place first, so that a file that stood there is unchanged when writing fails.
     *
     * @throws CommandFailure with {@link Exit#FAULT} when it cannot be written after all, as on a full disk
     */
    void write(Content content) {
        try {
            if (Files.exists(path) ? Files.isRegularFile(path) : !Files.isSymbolicLink(path)) {
                replace(Files.exists(path) ? path.toRealPath() : path, content);
            } else {
                fill(path, content);
            }
        } catch (IOException e) {
            String reason = reason(e);
            throw new CommandFailure(
                    Exit.FAULT,
                    new Text(
                            path + " に書き込めませんでした（" + reason + "）。空き容量と権限を確認し、もう一度実行してください。",
                            path + " could not be written (" + reason
                                    + "). Check the free space and the permissions, and run it again."));
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            fill(partial, content);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void fill(Path file, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        }
    }

    private static String reason(IOException e) {
        String said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName().replace("Exception", "") : said;
    }
}
