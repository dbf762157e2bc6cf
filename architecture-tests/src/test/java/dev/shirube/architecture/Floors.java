package dev.shirube.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The arrows and walls of the house as data: which floor may know which, and who may touch a heavy library. */
final class Floors {

    static final String ROOT = "dev.shirube.";

    /** Each floor with the floors below it that it may know. */
    static final Map<String, Set<String>> MAY_KNOW = floors();

    /** Each walled-off package with the floors that may use it; the reason is in docs/architecture.md. */
    static final Map<String, Set<String>> WALLED = walls();

    private Floors() {}

    private static Map<String, Set<String>> floors() {
        Map<String, Set<String>> floors = new TreeMap<>();
        floors.put("data", Set.of());
        floors.put("domain", Set.of("data"));
        floors.put("exchange", Set.of("domain"));
        floors.put("store", Set.of("domain"));
        floors.put("engine", Set.of("domain", "data"));
        floors.put("catalogue", Set.of("domain", "data", "engine"));
        floors.put("bytecode", Set.of("domain", "data", "engine", "catalogue"));
        floors.put("source", Set.of("domain", "engine", "catalogue"));
        floors.put("material", Set.of("domain", "data", "engine", "catalogue"));
        floors.put("endpoint", Set.of("domain", "engine"));
        floors.put("repository", Set.of("domain", "engine"));
        floors.put(
                "standard",
                Set.of("domain", "engine", "catalogue", "bytecode", "source", "material", "endpoint", "repository"));
        floors.put("planner", Set.of("domain", "data"));
        floors.put("reports", Set.of("domain", "planner"));
        floors.put("examples", Set.of());
        floors.put(
                "shell", Set.of("domain", "exchange", "store", "engine", "standard", "planner", "reports", "examples"));
        return floors;
    }

    private static Map<String, Set<String>> walls() {
        Map<String, Set<String>> walls = new TreeMap<>();
        walls.put("org.springframework", Set.of("shell"));
        walls.put("org.jline", Set.of("shell"));
        walls.put("org.snakeyaml", Set.of("material", "shell"));
        walls.put("org.apache.poi", Set.of("reports"));
        walls.put("tools.jackson", Set.of("exchange", "reports"));
        walls.put("java.sql", Set.of("store"));
        walls.put("org.sqlite", Set.of("store"));
        walls.put("org.objectweb.asm", Set.of("bytecode"));
        walls.put("org.eclipse.jdt", Set.of("source"));
        walls.put("org.eclipse.jgit", Set.of("repository"));
        walls.put("org.bouncycastle", Set.of("material", "endpoint", "examples"));
        return walls;
    }

    /** Every pair of floors of which the first must not know the second. */
    static List<List<String>> forbiddenArrows() {
        return MAY_KNOW.keySet().stream()
                .flatMap(from -> MAY_KNOW.keySet().stream()
                        .filter(to -> !to.equals(from) && !MAY_KNOW.get(from).contains(to))
                        .map(to -> List.of(from, to)))
                .toList();
    }

    /** Every pair of a floor and a library that it must not touch. */
    static List<List<String>> forbiddenLibraries() {
        return WALLED.keySet().stream()
                .flatMap(library -> new TreeSet<>(MAY_KNOW.keySet())
                        .stream()
                                .filter(floor -> !WALLED.get(library).contains(floor))
                                .map(floor -> List.of(floor, library)))
                .toList();
    }
}
