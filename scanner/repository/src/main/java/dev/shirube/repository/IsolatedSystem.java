package dev.shirube.repository;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The machine as JGit may see it: no environment variables, no settings of the user or the system. The stock reader
 * starts {@code git} to find the system's settings, and measures the file system's clock by writing into the repository.
 */
final class IsolatedSystem extends SystemReader.Delegate {
    private static final long CLOCK_SECONDS = 2;

    private IsolatedSystem(SystemReader machine) {
        super(machine);
    }

    /** Puts itself between JGit and the machine, for the whole process. */
    static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof IsolatedSystem)) {
            SystemReader.setInstance(new IsolatedSystem(present));
        }
    }

    @Override
    public String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoSettings(parent, fs);
    }

    /** Settings without a file; they answer what JGit would otherwise measure. */
    private static final class NoSettings extends FileBasedConfig {
        NoSettings(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // nothing is kept
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long other, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(CLOCK_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, other, unit);
        }
    }
}
