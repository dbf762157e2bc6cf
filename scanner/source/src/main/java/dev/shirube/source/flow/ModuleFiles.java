package dev.shirube.source.flow;

import dev.shirube.source.program.Import;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Files that are named by a path from the folder of the file that asks for them: {@code ./keys}, {@code ../config.js}. Names
 * that such a file only hands on are followed to the file that declares them.
 */
final class ModuleFiles {

    /** What a module that is imported as a whole gives. */
    static final String DEFAULT = "default";

    private static final int MOST_HANDED_ON = 4;

    private static final List<String> SCRIPTS = List.of(".js", ".mjs", ".cjs", ".jsx");

    private final Function<String, Optional<FileIndex>> files;
    private final List<String> endings = new ArrayList<>();

    /**
     * @param files the file at a location, if there is one
     * @param endings of the names of files in the language, and in those that share its modules
     */
    ModuleFiles(Function<String, Optional<FileIndex>> files, TreeSet<String> endings) {
        this.files = files;
        this.endings.add("");
        this.endings.addAll(endings);
        endings.forEach(it -> this.endings.add("/index" + it));
    }

    static boolean isRelative(String path) {
        return path.startsWith("./") || path.startsWith("../");
    }

    /** The file that declares what the path names, and the names that lead to it; nothing where there is none. */
    Optional<Program.Declared> find(String path, FileIndex from) {
        return find(path, from, 0);
    }

    private Optional<Program.Declared> find(String path, FileIndex from, int depth) {
        int end = path.length();
        while (end > path.lastIndexOf('/')) {
            Optional<FileIndex> file = file(path.substring(0, end), from);
            if (file.isPresent()) {
                String rest = path.substring(end);
                for (String ending : SCRIPTS) { // ./keys.js may be written in keys.ts
                    rest = rest.equals(ending) || rest.startsWith(ending + ".")
                            ? rest.substring(ending.length())
                            : rest;
                }
                return declared(file.get(), rest.isEmpty() ? DEFAULT : rest.substring(1), depth);
            }
            end = path.lastIndexOf('.', end - 1);
        }
        return Optional.empty();
    }

    private Optional<FileIndex> file(String path, FileIndex from) {
        Optional<String> location = resolved(from.file().source().folder() + path);
        for (String ending : endings) {
            Optional<FileIndex> file = location.flatMap(it -> files.apply(it + ending));
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> resolved(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    private Optional<Program.Declared> declared(FileIndex file, String names, int depth) {
        List<String> steps = List.of(names.split("\\.", -1));
        if (declares(file, steps.get(0))) {
            return Optional.of(new Program.Declared(file, steps));
        }
        if (depth < MOST_HANDED_ON) {
            for (Import handedOn : file.imports()) {
                boolean named = handedOn.name().equals(steps.get(0));
                if ((named || handedOn.wildcard()) && isRelative(handedOn.path())) {
                    String rest = named ? names.substring(steps.get(0).length()) : "." + names;
                    Optional<Program.Declared> found = find(handedOn.path() + rest, file, depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        if (file.imports().stream().anyMatch(it -> it.name().equals(steps.get(0)) && !isRelative(it.path()))) {
            return Optional.of(new Program.Declared(file, steps)); // a library's, handed on
        }
        boolean whole = steps.get(0).equals(DEFAULT) && steps.size() > 1;
        return whole ? declared(file, names.substring(DEFAULT.length() + 1), depth) : Optional.empty();
    }

    private static boolean declares(FileIndex file, String name) {
        return file.type(name).isPresent()
                || !file.functions(name).isEmpty()
                || file.names(file.file().body()).assigns(name);
    }
}
