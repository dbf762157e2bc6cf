package dev.shirube.bytecode;

import dev.shirube.bytecode.ArchiveClasses.Folder;
import dev.shirube.bytecode.ArchiveClasses.Node;
import dev.shirube.engine.ArchiveFamily;
import dev.shirube.engine.FamilyIndex;
import dev.shirube.engine.FamilyView;
import dev.shirube.engine.LogicalPath;
import dev.shirube.engine.ScanInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers who refers to whom in a family of archives, and what is started there, from raw constant pools. */
final class ReachIndex implements FamilyIndex<ArchiveClasses> {

    /** Sixteen million references are 128 MB; no archive of practice has a tenth of them. */
    static final int MAX_REFERENCES = 16_000_000;

    private final EntryPoints entries;

    ReachIndex(EntryPoints entries) {
        this.entries = entries;
    }

    @Override
    public Gatherer<ArchiveClasses> begin() {
        return new Gathered(entries);
    }

    @Override
    public long weight(ArchiveClasses value) {
        return value.weight();
    }

    @Override
    public FamilyView view(ArchiveFamily<ArchiveClasses> family) {
        return new FamilyReach(family, entries);
    }

    /** The path of an input within its archive. */
    static String path(String location) {
        int in = location.lastIndexOf(LogicalPath.IN_ARCHIVE);
        return in < 0 ? location : location.substring(in + LogicalPath.IN_ARCHIVE.length());
    }

    private static final class Gathered implements Gatherer<ArchiveClasses> {
        private final EntryPoints entries;
        private final Registrations registrations;
        private final List<Node> classes = new ArrayList<>();
        private final Map<Long, String> packages = new HashMap<>();
        private long references;

        Gathered(EntryPoints entries) {
            this.entries = entries;
            this.registrations = new Registrations(entries);
        }

        @Override
        public boolean wants(ScanInput input) {
            String path = path(input.location());
            return path.endsWith(".class")
                    || Registrations.isOne(Folder.of(path).within(path));
        }

        @Override
        public boolean add(ScanInput input) throws IOException {
            String path = path(input.location());
            Folder folder = Folder.of(path);
            String within = folder.within(path);
            if (Registrations.isOne(within)) {
                byte[] bytes = input.bytes();
                synchronized (this) {
                    registrations.add(within, bytes);
                }
                return true;
            }
            Optional<ConstantPool> pool = input.view(ConstantPool.VIEW).filter(it -> it.ownName() != 0);
            pool.ifPresent(it -> add(input.location(), folder, it));
            return pool.isPresent();
        }

        private void add(String location, Folder folder, ConstantPool pool) {
            ClassReferences found = ClassReferences.of(pool, entries);
            int text = pool.ownName();
            byte[] bytes = pool.bytes();
            int slash = pool.to(text) - 1;
            while (slash > pool.from(text) && bytes[slash] != '/') {
                slash--;
            }
            long ownPackage = NameHash.of(bytes, pool.from(text), slash);
            long name = NameHash.of(bytes, pool.from(text), pool.to(text));
            keep(
                    new Node(name, NameHash.ofPlace(location), "", folder, found.started(), found.names()),
                    ownPackage,
                    pool);
        }

        private synchronized void keep(Node node, long ownPackage, ConstantPool pool) {
            references += node.references().length;
            if (references > MAX_REFERENCES) {
                classes.clear();
                return;
            }
            String inPackage = packages.computeIfAbsent(ownPackage, it -> packageOf(pool.name()));
            classes.add(
                    new Node(node.name(), node.place(), inPackage, node.folder(), node.started(), node.references()));
        }

        private static String packageOf(String internalName) {
            return internalName.substring(0, Math.max(0, internalName.lastIndexOf('/')));
        }

        /** The chain may have led through it; that no way was found is no proof in any case. */
        @Override
        public void missing(ScanInput input) {}

        @Override
        public synchronized ArchiveClasses result(boolean all) {
            classes.sort(Comparator.comparingLong(Node::name).thenComparingLong(Node::place));
            return registrations.with(classes, references > MAX_REFERENCES);
        }
    }
}
