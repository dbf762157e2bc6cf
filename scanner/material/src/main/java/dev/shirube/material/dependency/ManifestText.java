package dev.shirube.material.dependency;

import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.library.LibraryDetector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One manifest that is read, with the files around it in the same unit.
 *
 * @param location its logical path
 */
record ManifestText(String location, byte[] bytes, ScanUnit unit) {

    /** No project of practice is nested deeper. */
    private static final int MOST_FOLDERS = 8;

    /** The text, without a byte order mark. */
    String text() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** The lines without their ends, one after the other: a file of many empty lines must not become many objects. */
    Iterable<String> lines() {
        String text = text();
        return () -> text.lines().iterator();
    }

    /** The last part of its path. */
    String name() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Whether one of the folders it lies in has that name. */
    boolean within(String folder) {
        return location.startsWith(folder + "/") || location.contains("/" + folder + "/");
    }

    /** Where a file of that relative path is; nothing where the path leads out of the unit or the archive. */
    static Optional<String> beside(String location, String relative) {
        int archive = location.lastIndexOf("!/");
        String root = archive < 0 ? "" : location.substring(0, archive + 2);
        List<String> path =
                new ArrayList<>(List.of(location.substring(root.length()).split("/", -1)));
        path.remove(path.size() - 1);
        for (String part : relative.replace('\\', '/').split("/", -1)) {
            if (part.equals("..")) {
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                path.remove(path.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.add(part);
            }
        }
        return Optional.of(root + String.join("/", path));
    }

    /** The file of that relative path in the same unit; nothing if there is none, or it cannot be read. */
    Optional<ManifestText> beside(String relative) {
        return beside(location, relative).filter(it -> !it.equals(location)).flatMap(it -> of(it, unit));
    }

    /** The nearest file of that name in a folder above, the file's own included. */
    Optional<ManifestText> above(String name) {
        return foldersAbove(location).stream()
                .map(it -> it + name)
                .filter(it -> !it.equals(location))
                .flatMap(it -> of(it, unit).stream())
                .findFirst();
    }

    /** The folders that a file lies in, the innermost first, as far as one archive goes; each ends in a slash or is empty. */
    static List<String> foldersAbove(String location) {
        int archive = location.lastIndexOf("!/");
        int root = archive < 0 ? 0 : archive + 2;
        List<String> folders = new ArrayList<>();
        int end = location.lastIndexOf('/');
        while (end >= root && folders.size() < MOST_FOLDERS) {
            folders.add(location.substring(0, end + 1));
            end = location.lastIndexOf('/', end - 1);
        }
        if (folders.isEmpty() || !folders.contains(location.substring(0, root))) {
            folders.add(location.substring(0, root));
        }
        return folders;
    }

    /** The file at that location; nothing if there is none, or it cannot be read. */
    static Optional<ManifestText> of(String location, ScanUnit unit) {
        try {
            Optional<ScanInput> input = unit.input(location);
            return input.isEmpty() || input.get().size() > LibraryDetector.MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(new ManifestText(location, input.get().bytes(), unit));
        } catch (IOException e) {
            return Optional.empty(); // as an input of its own it is a diagnostic
        }
    }
}
