package dev.shirube.material.fingerprint;

import dev.shirube.material.fingerprint.FingerprintTable.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the classes of one archive that may tell of a library, and says which libraries they tell of.
 *
 * <p>The order in which classes are added does not matter.
 */
public final class ClassEvidence {

    /** Fewer classes than these prove no library: somebody may have copied them. */
    static final int FEWEST = 5;

    /** Of the classes that are named like a library's, at least one in so many must be one that is known. */
    private static final int SHARE = 3;

    private static final int CLASS_FILE = ".class".length();

    private final FingerprintTable table;

    /** By folder, package and library, then by path of the class. */
    private final Map<String, Group> groups = new TreeMap<>();

    /** An empty collection for the libraries of that table. */
    public ClassEvidence(FingerprintTable table) {
        this.table = table;
    }

    private record Seen(Witness witness, BitSet columns, String location) {}

    private record Group(KnownLibrary library, String packageName, Map<String, Seen> classes) {

        List<Seen> known() {
            return classes.values().stream()
                    .filter(it -> !it.columns().isEmpty())
                    .toList();
        }

        boolean tells() {
            int known = known().size();
            return known >= FEWEST && known * SHARE >= classes.size();
        }
    }

    /** Adds the class at that location, if it is named like one of the table's. */
    public void add(String location, Fingerprint fingerprint) {
        for (Candidate candidate : table.candidates(location)) {
            String path = candidate.witness().path();
            String name = fingerprint.name();
            if (name.endsWith("/" + path)) {
                String root = name.substring(0, name.length() - path.length() - 1);
                Seen seen = new Seen(candidate.witness(), candidate.witness().columns(fingerprint), location);
                String folder = location.substring(0, location.length() - path.length() - CLASS_FILE);
                groups.computeIfAbsent(
                                folder + " " + root + " " + candidate.library().id(),
                                it -> new Group(candidate.library(), root, new TreeMap<>()))
                        .classes()
                        .merge(path, seen, ClassEvidence::better);
            }
        }
    }

    /** Of two entries for one class the one that is known, or else the first by location: what was added first is no reason. */
    private static Seen better(Seen one, Seen other) {
        if (one.columns().isEmpty() != other.columns().isEmpty()) {
            return one.columns().isEmpty() ? other : one;
        }
        return one.location().compareTo(other.location()) <= 0 ? one : other;
    }

    /** The libraries, by the location of their first class. */
    public List<Identification> libraries() {
        List<Identification> found = new ArrayList<>();
        Map<String, List<Group>> byPackage = new TreeMap<>();
        groups.forEach((key, group) -> byPackage
                .computeIfAbsent(key.substring(0, key.lastIndexOf(' ')), it -> new ArrayList<>())
                .add(group));
        byPackage.values().forEach(it -> identify(it, found));
        found.sort(Comparator.comparing(Identification::location).thenComparing(Identification::library));
        return List.copyOf(found);
    }

    /** Libraries that share a package: a class that tells of the one with more known classes says nothing of another. */
    private static void identify(List<Group> groups, List<Identification> found) {
        Map<String, Seen> taken = new TreeMap<>();
        List<Group> byWeight = new ArrayList<>(groups);
        byWeight.sort(Comparator.comparing((Group it) -> -it.known().size())
                .thenComparing(it -> it.library().id()));
        for (Group group : byWeight) {
            group.classes().keySet().removeAll(taken.keySet());
            if (group.tells()) {
                found.add(identification(group));
                taken.putAll(group.classes());
            }
        }
    }

    private static Identification identification(Group group) {
        Collection<BitSet> votes =
                group.classes().values().stream().map(Seen::columns).toList();
        KnownLibrary library = group.library();
        return new Identification(
                library.id(),
                library.purl(),
                group.packageName().replace('/', '.'),
                !group.packageName().equals(library.root()),
                new VersionVote(library, votes).version(),
                group.known().size(),
                group.classes().size(),
                group.classes().values().stream()
                        .map(Seen::location)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
