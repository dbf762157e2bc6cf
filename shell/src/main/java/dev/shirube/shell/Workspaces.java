package dev.shirube.shell;

import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;

/** Opens the workspace that the command line, or else the settings, name. */
final class Workspaces {

    private static final String DEFAULT_STORE = "shirube.db";

    private Workspaces() {}

    static Workspace open(Invocation line, Session session) {
        String url = line.value("store")
                .or(() -> session.settings().store())
                .orElse(DEFAULT_STORE);
        return url.equals("none") ? new MemoryWorkspace() : StoreWorkspace.open(url, session);
    }
}
