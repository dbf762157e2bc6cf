package dev.shirube.shell;

import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.StoreUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the workspace that the command line, or else the settings, name. */
final class Workspaces {

    private static final String DEFAULT_STORE = "shirube.db";
    private static final String NONE = "none";
    private static final String SQLITE = "jdbc:sqlite:";

    private Workspaces() {}

    /** The workspace to write into; a store that is not there yet is made. */
    static Workspace open(Invocation line, Session session) {
        return open(line, session, ScanNote.of(line, session));
    }

    private static Workspace open(Invocation line, Session session, ScanNote note) {
        String url = url(line, session);
        return url.equals(NONE)
                ? new MemoryWorkspace(new SystemMapping(session.settings().systems(), List.of()))
                : StoreWorkspace.open(url, session, note);
    }

    /** The workspace to read from: looking into a store that is not there is a mistake, and makes none. */
    static Workspace existing(Invocation line, Session session) {
        if (isMissing(line, session)) {
            String url = StoreUrl.shown(url(line, session));
            throw CommandFailure.usage(
                    "There is no store " + url + " yet. Scan something into it first, or name another with --store.",
                    "ストア " + url + " はまだありません。先に shirube scan で調査するか、--store で別のストアを指定してください。");
        }
        return open(line, session, ScanNote.plain(session));
    }

    /** The file of the store, if it is one. */
    static Optional<Path> file(Invocation line, Session session) {
        String url = url(line, session);
        String file = url.startsWith(SQLITE) ? url.substring(SQLITE.length()) : url;
        return url.equals(NONE) || file.startsWith("jdbc:") || file.contains("://")
                ? Optional.empty()
                : Optional.of(Path.of(file));
    }

    private static String url(Invocation line, Session session) {
        return line.value("store").or(() -> session.settings().storeUrl()).orElse(DEFAULT_STORE);
    }

    /** Whether the store is a file that is not there. */
    static boolean isMissing(Invocation line, Session session) {
        return file(line, session).filter(Files::notExists).isPresent();
    }
}
