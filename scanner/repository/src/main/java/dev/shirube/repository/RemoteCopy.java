package dev.shirube.repository;

import dev.shirube.engine.ScanTarget.GitTarget;
import dev.shirube.engine.TargetException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A bare clone in a temporary directory, deleted when it is closed. */
final class RemoteCopy implements AutoCloseable {
    private static final int SECONDS_WITHOUT_ANSWER = 60;
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
    /** Git's short form for SSH (git-clone, "Git URLs"): a host before a colon, and no slash before that. */
    private static final Pattern SHORT_SSH = Pattern.compile("[^/\\\\@:]+@[^/\\\\:]+:.*");

    /** User and password in a URL, which no message repeats. */
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@]*@");

    private final Path directory;

    private RemoteCopy(Path directory) {
        this.directory = directory;
    }

    /** Whether the repository is elsewhere. */
    static boolean isRemote(String location) {
        return URL.matcher(location).matches() || SHORT_SSH.matcher(location).matches();
    }

    /**
     * Contacts the host that the user named, and where that host sends the first request on to. Nothing asks for a
     * password, nothing is checked out.
     */
    static RemoteCopy of(GitTarget target) throws IOException, TargetException {
        String url = target.location();
        String location = CREDENTIALS.matcher(url).replaceFirst("://");
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new TargetException(
                    location + " cannot be fetched: only https:// is built in. Run git clone --bare yourself and name"
                            + " the clone's folder.",
                    location + " は取得できません（組込みの転送方式は https:// のみ）。git clone --bare で取得し、そのフォルダーを指定してください。");
        }
        RemoteCopy copy = new RemoteCopy(Files.createTempDirectory("shirube-git-"));
        try {
            Git.cloneRepository()
                    .setURI(url)
                    .setDirectory(copy.directory.toFile())
                    .setBare(true)
                    .setMirror(true)
                    .setTimeout(SECONDS_WITHOUT_ANSWER)
                    .setFs(IsolatedFileSystem.forThisSystem())
                    .call()
                    .close();
            return copy;
        } catch (GitAPIException e) {
            copy.close();
            throw new TargetException(
                    location + " could not be cloned (" + e.getMessage()
                            + "). Check the address, or run git clone --bare yourself and name the clone's folder.",
                    location + " を clone できませんでした（" + e.getMessage()
                            + "）。アドレスを確認するか、git clone --bare で取得したフォルダーを指定してください。");
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
