package dev.shirube.shell;

import dev.shirube.engine.Passwords;
import dev.shirube.shell.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Candidate passwords from a file: never on the command line, where every process list shows them. */
final class PasswordFile {

    private PasswordFile() {}

    /** The candidates, one a line; none without a file. The message about a broken file never quotes its content. */
    static Passwords read(Optional<String> file) {
        if (file.isEmpty()) {
            return Passwords.NONE;
        }
        try {
            return Passwords.of(Files.readAllLines(Path.of(file.get()), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw CommandFailure.usage(
                    "The password file " + file.get()
                            + " cannot be read. Name a readable UTF-8 file, one password a line.",
                    "パスワードファイル " + file.get() + " を読めません。1 行に 1 件の UTF-8 ファイルを指定してください。");
        }
    }
}
