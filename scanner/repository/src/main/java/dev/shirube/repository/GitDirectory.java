package dev.shirube.repository;

import dev.shirube.engine.TargetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Where a local repository keeps its objects and references (gitrepository-layout). */
final class GitDirectory {
    private static final String LINK = "gitdir: ";
    private static final int LONGEST_LINK = 8 << 10;
    /** Beyond any honest one: settings and packed references are read whole before anything else is. */
    private static final long LARGEST_SETTINGS = 1 << 20;

    private static final long LARGEST_REFERENCES = 256 << 20;

    private GitDirectory() {}

    /** The directory of a bare repository, of an ordinary one, or of a linked work tree. */
    static Path locate(String location) throws IOException, TargetException {
        Path path = path(location);
        if (!Files.exists(path)) {
            throw new TargetException(
                    location + " does not exist. Check the spelling, or mount what is missing.",
                    location + " が見つかりません。パスの綴りや、必要なボリュームのマウントを確認してください。");
        }
        Path inside = path.resolve(".git");
        if (Files.isRegularFile(inside) && Files.size(inside) <= LONGEST_LINK) {
            String link = Files.readString(inside, StandardCharsets.UTF_8).strip();
            inside = link.startsWith(LINK) ? path.resolve(link.substring(LINK.length())) : inside;
        }
        for (Path candidate : new Path[] {inside, path}) {
            if (Files.isRegularFile(candidate.resolve("HEAD"))
                    && (Files.isDirectory(candidate.resolve("objects"))
                            || Files.isRegularFile(candidate.resolve("commondir")))) {
                return candidate.normalize();
            }
        }
        throw notARepository(location);
    }

    /** Opens it bare: a work tree beside it is never looked at. */
    static Repository open(String location, Path directory) throws IOException, TargetException {
        refuseOversized(location, directory.resolve("config"), LARGEST_SETTINGS);
        refuseOversized(location, directory.resolve("packed-refs"), LARGEST_REFERENCES);
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setFS(IsolatedFileSystem.forThisSystem())
                    .setGitDir(directory.toFile())
                    .setMustExist(true)
                    .setBare()
                    .build();
            String names = repository.getConfig().getString("extensions", null, "objectFormat");
            if (names != null && !names.equals("sha1")) {
                repository.close();
                throw cannotBeOpened(location, "object names by " + names);
            }
            return repository;
        } catch (RepositoryNotFoundException e) {
            throw notARepository(location);
        } catch (IOException | IllegalArgumentException e) {
            // JGit tells by both of settings that it does not understand
            throw cannotBeOpened(location, e.getMessage());
        }
    }

    private static TargetException cannotBeOpened(String location, String reason) {
        return new TargetException(
                location + " cannot be opened as a Git repository (" + reason
                        + "). Export the files with git archive and scan the folder.",
                location + " を Git リポジトリとして開けません（" + reason + "）。git archive で書き出したフォルダーをスキャンしてください。");
    }

    private static void refuseOversized(String location, Path file, long largest) throws IOException, TargetException {
        if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > largest)) {
            throw new TargetException(
                    location + " has a " + file.getFileName() + " that is no regular file of at most " + largest
                            + " bytes. Clone the repository and scan the clone.",
                    location + " の " + file.getFileName() + " が通常のファイルでないか、" + largest
                            + " バイトを超えています。clone した写しをスキャンしてください。");
        }
    }

    private static Path path(String location) throws TargetException {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw notARepository(location);
        }
    }

    private static TargetException notARepository(String location) {
        return new TargetException(
                location + " is not a Git repository. Name the repository's top folder, or scan it as a directory.",
                location + " は Git リポジトリではありません。リポジトリの最上位フォルダーを指定するか、ディレクトリとしてスキャンしてください。");
    }
}
