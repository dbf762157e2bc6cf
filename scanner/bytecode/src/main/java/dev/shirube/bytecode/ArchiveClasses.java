package dev.shirube.bytecode;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the reachability of a family needs of one archive; the same whatever the order in which its inputs came.
 *
 * @param classes its classes; none where there were too many references to hold
 * @param cut whether there were
 * @param starts classes that its manifest says are started, as written there
 * @param web classes that its web descriptor says are started
 * @param named whether its manifest names it as a library
 * @param groups by the artefacts that {@code META-INF/maven} names, the group of each
 * @param services by the type of the service or the key of the registration, the classes registered for it
 */
record ArchiveClasses(
        List<Node> classes,
        boolean cut,
        Set<String> starts,
        Set<String> web,
        boolean named,
        SortedMap<String, String> groups,
        SortedMap<String, Set<String>> services) {

    /** Bytes that a node and what it holds take up in memory, besides its references. */
    private static final long NODE_BYTES = 96;

    /**
     * One definition of a class.
     *
     * @param name hash of its internal name
     * @param place hash of the location
     * @param inPackage its package as an internal name, shared between the classes of the package
     * @param folder where in the archive the class path begins
     * @param started whether a framework or container starts it by itself
     * @param references hashes of the names of the classes it refers to
     */
    record Node(long name, long place, String inPackage, Folder folder, boolean started, long[] references) {}

    /** Where in an archive a class path begins. */
    enum Folder {
        ROOT(""),
        BOOT("BOOT-INF/classes/"),
        WEB("WEB-INF/classes/");

        private final String prefix;

        Folder(String prefix) {
            this.prefix = prefix;
        }

        /** The folder of a path within an archive. */
        static Folder of(String path) {
            return path.startsWith(BOOT.prefix) ? BOOT : path.startsWith(WEB.prefix) ? WEB : ROOT;
        }

        /** The path as a class loader sees it. */
        String within(String path) {
            return path.substring(prefix.length());
        }
    }

    /** Whether it is laid out as an application: with a folder of its own classes beside its libraries. */
    boolean application() {
        return !web.isEmpty() || classes.stream().anyMatch(it -> it.folder() != Folder.ROOT);
    }

    /** Bytes that it holds in memory, roughly. */
    long weight() {
        long references =
                classes.stream().mapToLong(it -> it.references().length).sum();
        return Long.BYTES * references + NODE_BYTES * classes.size();
    }
}
