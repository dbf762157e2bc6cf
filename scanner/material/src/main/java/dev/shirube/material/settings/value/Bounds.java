package dev.shirube.material.settings.value;

import java.util.List;
import java.util.Optional;

/** The lowest and the highest version that a section allows; where it names only one of them, the library decides the other. */
final class Bounds {

    private static final List<String> ORDER = List.of("SSLv3", "1.0", "1.1", "1.2", "1.3");

    private Optional<String> lowest = Optional.empty();
    private Optional<String> highest = Optional.empty();

    void lowest(String version) {
        lowest = Optional.of(version);
    }

    void highest(String version) {
        highest = Optional.of(version);
    }

    /** The versions between them; where one bound is missing, those that surely are. */
    List<String> versions() {
        int from = lowest.map(ORDER::indexOf).orElse(-1);
        int to = highest.map(ORDER::indexOf).orElse(-1);
        if (from < 0 && to < 0) {
            return List.of();
        }
        return ORDER.subList(from < 0 ? to : from, Math.max(to < 0 ? ORDER.size() - 1 : to, from < 0 ? to : from) + 1);
    }

    /** Whether the library's own bound matters. */
    boolean open() {
        boolean top = lowest.isPresent() && highest.isEmpty() && !lowest.get().equals("1.3");
        return top || highest.isPresent() && lowest.isEmpty();
    }

    /** The bound that there is. */
    String expression() {
        return lowest.map(it -> it + " and later").orElseGet(() -> "up to " + highest.orElse(""));
    }
}
