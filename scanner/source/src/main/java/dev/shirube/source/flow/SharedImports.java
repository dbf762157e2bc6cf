package dev.shirube.source.flow;

import dev.shirube.source.program.Import;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports of other files that hold in all files of their program: those of the folder that they are in, or of that around it. */
final class SharedImports {
    private final Program program;
    private final Map<FileIndex, List<Import>> known = new IdentityHashMap<>();

    SharedImports(Program program) {
        this.program = program;
    }

    /** Those that hold in that file. */
    List<Import> of(FileIndex file) {
        Optional<String> written = program.language().sharesImports();
        if (written.isEmpty()) {
            return List.of();
        }
        List<Import> before = known.get(file);
        if (before != null) {
            return before;
        }
        List<Import> found = new ArrayList<>();
        Program.Others others = program.mentioning(written.get(), file);
        for (FileIndex other : others.files()) {
            if (holds(other, file)) {
                other.imports().stream().filter(Import::shared).forEach(found::add);
            }
        }
        if (others != Program.Others.UNSEEN) {
            known.put(file, found);
        }
        return found;
    }

    private static boolean holds(FileIndex other, FileIndex file) {
        String folder = other.file().source().folder();
        String around = folder.substring(0, folder.lastIndexOf('/', Math.max(0, folder.length() - 2)) + 1);
        return file.file().source().location().startsWith(around);
    }
}
