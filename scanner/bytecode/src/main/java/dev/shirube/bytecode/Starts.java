package dev.shirube.bytecode;

import dev.shirube.domain.CodeOwner;
import dev.shirube.engine.ArchiveFamily;
import java.util.List;
import java.util.Set;

/**
 * Marks where the program of a family starts: classes that the outermost manifest, web descriptors and the annotations of
 * frameworks name, and then whatever is registered to be loaded.
 *
 * <p>What own archives register is an entry. What a library registers is loaded only where the type that it is registered
 * for is reached, or where the platform loads it.
 */
final class Starts {

    private final ArchiveFamily<ArchiveClasses> family;
    private final Ownership owners;
    private final EntryPoints entries;
    private final List<FamilyReach.Placed> classes;
    private final ClassGraph graph;
    private boolean any;

    Starts(
            ArchiveFamily<ArchiveClasses> family,
            Ownership owners,
            EntryPoints entries,
            List<FamilyReach.Placed> classes,
            ClassGraph graph) {
        this.family = family;
        this.owners = owners;
        this.entries = entries;
        this.classes = classes;
        this.graph = graph;
    }

    /** Whether anything was found in which the program starts; services alone are none, every library has them. */
    boolean mark() {
        family.archives().forEach((location, archive) -> {
            if (owners.of(location) != CodeOwner.OWN) {
                archive.services()
                        .forEach((type, names) ->
                                names.forEach(name -> graph.register(NameHash.of(type), NameHash.of(name))));
            }
        });
        family.outermost().ifPresent(it -> it.starts().forEach(this::start));
        family.archives().forEach((location, archive) -> {
            if (location.equals(family.location()) || owners.of(location) == CodeOwner.OWN) {
                archive.web().forEach(this::start);
            }
        });
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).node().started() && classes.get(i).owner() != CodeOwner.THIRD_PARTY) {
                start(i);
            }
        }
        if (any) {
            family.archives().forEach(this::load);
        }
        return any;
    }

    /** Starts the classes of that name; a launcher of somebody else's says nothing of what it will launch. */
    private void start(String name) {
        graph.named(NameHash.of(name)).forEach(this::start);
    }

    private void start(int index) {
        any |= classes.get(index).owner() != CodeOwner.THIRD_PARTY;
        graph.enter(index);
    }

    private void load(String location, ArchiveClasses archive) {
        boolean own = owners.of(location) == CodeOwner.OWN;
        archive.services().forEach((type, names) -> {
            if (own) {
                enter(names);
            } else if (entries.isPlatform(type) && !graph.defines(NameHash.of(type))) {
                names.forEach(name -> graph.reach(NameHash.of(name)));
            }
        });
    }

    private void enter(Set<String> names) {
        names.forEach(name -> graph.named(NameHash.of(name)).forEach(graph::enter));
    }
}
