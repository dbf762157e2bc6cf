package dev.shirube.bytecode;

import dev.shirube.bytecode.ArchiveClasses.Folder;
import dev.shirube.domain.CodeOwner;
import dev.shirube.engine.ArchiveFamily;
import dev.shirube.engine.LogicalPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose code the archives of a family hold, as far as they say so.
 *
 * <p>The outermost archive is the application, or the library that the target names. An archive in it is a third party's if
 * it says which library it is, by {@code pom.properties} or its manifest, and shares neither a Maven group nor a {@link
 * Namespace} with the application. What does not say, or only shares a namespace, stays unknown: it may be a module of the
 * application's own.
 */
final class Ownership {

    private static final String WAR = ".war";

    private final ArchiveFamily<ArchiveClasses> family;
    private final EntryPoints entries;
    private final boolean toldApart;
    private final Optional<String> group;
    private final Set<String> namespaces = new TreeSet<>();
    /** Groups of artefacts that were unpacked into the outermost archive. */
    private final Set<String> unpacked = new TreeSet<>();

    private final boolean shaded;
    private final Map<String, CodeOwner> ofArchive = new HashMap<>();
    private final Map<String, CodeOwner> ofPackage = new HashMap<>();

    Ownership(ArchiveFamily<ArchiveClasses> family, EntryPoints entries) {
        this.family = family;
        this.entries = entries;
        Optional<ArchiveClasses> outermost = family.outermost();
        toldApart = outermost.isPresent()
                && (family.named()
                        || family.archives().size() > 1
                        || outermost.get().application());
        group = outermost.flatMap(it -> ownGroup(it, family.location()));
        outermost.ifPresent(this::look);
        // Several artefacts in one archive, or a program without any: its packages need not all be its own.
        shaded = outermost
                .filter(it -> it.groups().size() > 1
                        || it.groups().isEmpty() && !it.starts().isEmpty())
                .isPresent();
        family.archives().forEach((location, archive) -> ofArchive.put(location, owner(location, archive)));
    }

    private void look(ArchiveClasses outermost) {
        // With its libraries beside its classes, and not unpacked among them, the classes are the application's.
        boolean artefact = outermost.groups().size() <= 1 && family.archives().size() > 1;
        family.archives().forEach((location, archive) -> {
            boolean outer = location.equals(family.location());
            if (outer || location.endsWith(WAR)) {
                boolean all = outer && artefact && !archive.application();
                archive.classes().stream()
                        .filter(it -> all && !entries.isLauncher(it.inPackage()) || it.folder() != Folder.ROOT)
                        .forEach(it -> namespaces.add(Namespace.of(it.inPackage())));
            }
        });
        outermost.starts().stream()
                .filter(it -> !entries.isLauncher(packageOf(it)))
                .forEach(it -> namespaces.add(Namespace.of(packageOf(it))));
        group.ifPresent(it -> namespaces.add(Namespace.of(it)));
        namespaces.remove("");
        outermost.groups().values().stream()
                .filter(it -> group.isEmpty() || !Namespace.within(it, group.get()))
                .forEach(unpacked::add);
    }

    private static String packageOf(String className) {
        String internal = className.replace('.', '/');
        return internal.substring(0, Math.max(0, internal.lastIndexOf('/')));
    }

    /** The group of the artefact that the archive is: the only one it names, or that by which the file is named. */
    private static Optional<String> ownGroup(ArchiveClasses archive, String location) {
        if (archive.groups().size() == 1) {
            return archive.groups().values().stream().findFirst();
        }
        String file = location.substring(location.lastIndexOf('/') + 1);
        return archive.groups().entrySet().stream()
                .filter(it -> file.startsWith(it.getKey() + "-") || file.startsWith(it.getKey() + "."))
                .max((one, two) ->
                        Integer.compare(one.getKey().length(), two.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** Whose the contents of that archive are, where nothing more is known of a place in it. */
    CodeOwner of(String archive) {
        return ofArchive.getOrDefault(archive, CodeOwner.UNKNOWN);
    }

    /** Whose a class of that archive is. */
    CodeOwner of(String archive, ArchiveClasses.Node node) {
        if (!toldApart || !archive.equals(family.location()) || node.folder() != Folder.ROOT) {
            return of(archive);
        }
        return ofPackage.computeIfAbsent(node.inPackage(), this::ofPackage);
    }

    private CodeOwner ofPackage(String inPackage) {
        if (entries.isLauncher(inPackage)) {
            return CodeOwner.THIRD_PARTY;
        }
        if (!shaded) {
            return CodeOwner.OWN;
        }
        if (namespaces.contains(Namespace.of(inPackage))) {
            return CodeOwner.OWN;
        }
        String dotted = "." + inPackage.replace('/', '.') + ".";
        boolean evident = unpacked.stream().anyMatch(it -> it.contains(".") && dotted.contains("." + it + "."));
        return evident && group.isPresent() ? CodeOwner.THIRD_PARTY : CodeOwner.UNKNOWN;
    }

    private CodeOwner owner(String location, ArchiveClasses archive) {
        if (!toldApart) {
            return CodeOwner.UNKNOWN;
        }
        if (location.equals(family.location())) {
            return CodeOwner.OWN;
        }
        if (around(location).filter(it -> it == CodeOwner.THIRD_PARTY).isPresent()) {
            return CodeOwner.THIRD_PARTY;
        }
        boolean sameGroup = group.isPresent()
                && archive.groups().values().stream().anyMatch(it -> Namespace.within(it, group.get()));
        if (sameGroup || location.endsWith(WAR)) {
            return CodeOwner.OWN;
        }
        boolean identified = archive.named() || !archive.groups().isEmpty();
        return identified && !namespaces.isEmpty() && !shares(archive) ? CodeOwner.THIRD_PARTY : CodeOwner.UNKNOWN;
    }

    /** The owner of the archive around that one; archives come in the order of their locations, outer ones first. */
    private Optional<CodeOwner> around(String location) {
        int in = location.lastIndexOf(LogicalPath.IN_ARCHIVE);
        return in < 0 ? Optional.empty() : Optional.ofNullable(ofArchive.get(location.substring(0, in)));
    }

    private boolean shares(ArchiveClasses archive) {
        Set<String> theirs = new HashSet<>();
        archive.groups().values().forEach(it -> theirs.add(Namespace.of(it)));
        Set<String> packages = new HashSet<>();
        archive.classes().forEach(it -> packages.add(it.inPackage()));
        packages.forEach(it -> theirs.add(Namespace.of(it)));
        return theirs.stream().anyMatch(namespaces::contains);
    }
}
