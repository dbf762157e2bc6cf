package dev.shirube.standard.peer;

import java.io.IOException;
import java.util.List;

/**
 * One kind of real server: what it needs, how its settings are laid out, and how it is started.
 *
 * @param machine where it runs
 * @param program the program it cannot do without, by its absolute path in the machine
 * @param from what brings that program, for whoever reads why a test was skipped
 * @param listeners names of the ports it listens on, each an endpoint; see {@link Running#listeners}
 * @param settings lays out the settings and gives the command that starts it in the foreground
 * @param afterwards what has to be done once it runs; asked again for a while when it throws
 */
record Peer(
        Machine machine,
        String program,
        String from,
        List<String> listeners,
        Settings settings,
        Afterwards afterwards) {

    /** The one listener that takes datagrams. */
    static final String DATAGRAMS = "ike";

    /** Lays out the settings in a workshop and gives the command. */
    interface Settings {
        /** Called once. */
        List<String> layOut(Workshop workshop) throws IOException;
    }

    /** What is done once the server runs. */
    interface Afterwards {
        /** Throws while the server is not ready for it. */
        void run(Workshop workshop) throws IOException;
    }

    /** A server that needs no more than its settings. */
    Peer(Machine machine, String program, String from, List<String> listeners, Settings settings) {
        this(machine, program, from, listeners, settings, workshop -> {});
    }
}
