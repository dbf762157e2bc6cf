package dev.shirube.bytecode;

import dev.shirube.bytecode.ArchiveClasses.Node;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.engine.ArchiveFamily;
import dev.shirube.engine.FamilyView;
import java.util.ArrayList;
import java.util.List;

/** Says of every place in a family whose code it is in, and whether a way leads there from where the program starts. */
final class FamilyReach implements FamilyView {

    private final ArchiveFamily<ArchiveClasses> family;
    private final Ownership owners;
    private final boolean cut;
    private final List<Placed> classes = new ArrayList<>();
    private final LongTable byPlace = new LongTable();
    private final ClassGraph graph;
    private final boolean started;

    /** A class with its archive. */
    record Placed(String archive, Node node, CodeOwner owner) {}

    FamilyReach(ArchiveFamily<ArchiveClasses> family, EntryPoints entries) {
        this.family = family;
        this.owners = new Ownership(family, entries);
        this.cut = family.archives().values().stream().anyMatch(ArchiveClasses::cut);
        family.archives()
                .forEach((location, archive) -> archive.classes()
                        .forEach(node -> classes.add(new Placed(location, node, owners.of(location, node)))));
        for (int i = 0; i < classes.size(); i++) {
            byPlace.put(classes.get(i).node().place(), i);
        }
        this.graph = new ClassGraph(classes.stream().map(Placed::node).toList());
        this.started = new Starts(family, owners, entries, classes, graph).mark();
    }

    @Override
    public Occurrence tell(String archive, Occurrence occurrence) {
        if (cut) {
            return occurrence;
        }
        int at = occurrence.kind() == EvidenceKind.BYTECODE ? byPlace.get(NameHash.ofPlace(occurrence.location())) : -1;
        if (at < 0) {
            return occurrence.withReach(owners.of(archive), Reach.UNKNOWN);
        }
        return occurrence.withReach(classes.get(at).owner(), !started ? Reach.UNKNOWN : graph.reach(at));
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return cut
                ? List.of(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED,
                        family.location(),
                        "class-references=" + ReachIndex.MAX_REFERENCES,
                        "owner and reachability of all classes in it"))
                : List.of();
    }
}
