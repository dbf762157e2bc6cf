package dev.shirube.bytecode;

import dev.shirube.data.DataNode;
import dev.shirube.data.DataTable;
import java.util.List;

/** What starts a Java program; the facts are in {@code entry-points.yaml}. */
final class EntryPoints {

    static final EntryPoints STANDARD = new EntryPoints(DataTable.load(EntryPoints.class, "entry-points.table"));

    private final List<String> manifest;
    private final List<String> identity;
    private final List<String> web;
    private final List<String> platform;
    private final List<String> launcher;
    private final LongTable annotations;
    private final LongTable types;

    private EntryPoints(DataNode table) {
        manifest = table.get("manifest").texts();
        identity = table.get("identity").texts();
        web = table.get("web").texts();
        platform = table.get("platform").texts();
        launcher = table.get("launcher").texts();
        annotations = hashes(table.get("annotations").texts());
        types = hashes(table.get("types").texts());
    }

    private static LongTable hashes(List<String> names) {
        LongTable hashes = new LongTable();
        names.forEach(name -> hashes.add(NameHash.of(name)));
        return hashes;
    }

    /** Attributes of a manifest that name a class that is started. */
    List<String> manifest() {
        return manifest;
    }

    /** Attributes of a manifest that name the library that an archive is. */
    List<String> identity() {
        return identity;
    }

    /** Elements of a web descriptor that name a class that is started. */
    List<String> web() {
        return web;
    }

    /** Whether the class of that hash is an annotation whose classes a framework starts by itself. */
    boolean isAnnotation(long name) {
        return annotations.contains(name);
    }

    /** Whether the class of that hash is one whose subclasses a container starts by itself. */
    boolean isType(long name) {
        return types.contains(name);
    }

    /** Whether services of that type are loaded by the platform or by the container around the archive. */
    boolean isPlatform(String service) {
        String internal = service.replace('.', '/');
        return platform.stream().anyMatch(internal::startsWith);
    }

    /** Whether the package is one that Spring Boot puts into the root of an executable archive. */
    boolean isLauncher(String internalPackage) {
        return launcher.stream().anyMatch((internalPackage + "/")::startsWith);
    }
}
