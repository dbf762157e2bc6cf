package dev.shirube.repository;

import java.io.File;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;

/** A file system without programs: JGit finds no Git, no hook and no shell there, and no device to read without end. */
final class IsolatedFileSystem extends FS_POSIX {

    /** This one where the system is POSIX; JGit's own elsewhere, which starts nothing as long as nothing is checked out. */
    static FS forThisSystem() {
        return SystemReader.getInstance().isWindows() ? FS.DETECTED : new IsolatedFileSystem();
    }

    private IsolatedFileSystem() {}

    private IsolatedFileSystem(FS source) {
        super(source);
    }

    @Override
    public FS newInstance() {
        return new IsolatedFileSystem(this);
    }

    @Override
    protected File discoverGitExe() {
        return null;
    }

    @Override
    public File findHook(Repository repository, String name) {
        return null;
    }

    @Override
    public ProcessBuilder runInShell(String command, String[] arguments) {
        throw new UnsupportedOperationException("Nothing in a scanned repository is run");
    }

    /** Settings may include any path (git-config, "Includes"); a device or pipe there counts as absent. */
    @Override
    public File resolve(File directory, String name) {
        File file = super.resolve(directory, name);
        boolean special = file.exists() && !file.isFile() && !file.isDirectory();
        return special ? new File(directory, ".not-a-file") : file;
    }
}
