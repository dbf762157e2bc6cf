package dev.shirube.repository;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.util.RawParseUtils;

/** The paths of a history, each once and as a number: a name and the number of its folder. */
final class PathTable {
    /** The number of the top folder. */
    static final int ROOT = 0;

    private final Map<Step, Integer> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>(List.of(new Step(-1, "")));

    /** @param name its bytes, each as one character: Git does not say in which charset they are */
    private record Step(int folder, String name) {}

    /** The number of what has that name in a folder. */
    int in(int folder, byte[] buffer, int offset, int length) {
        Step step = new Step(folder, new String(buffer, offset, length, StandardCharsets.ISO_8859_1));
        Integer known = numbers.get(step);
        if (known != null) {
            return known;
        }
        int number = steps.size();
        steps.add(step);
        numbers.put(step, number);
        return number;
    }

    int size() {
        return steps.size();
    }

    /** The path of that number, in UTF-8 where its bytes are that. */
    String path(int number) {
        StringBuilder path = new StringBuilder();
        for (int at = number; at != ROOT; at = steps.get(at).folder) {
            path.insert(0, steps.get(at).name);
            if (steps.get(at).folder != ROOT) {
                path.insert(0, '/');
            }
        }
        byte[] bytes = path.toString().getBytes(StandardCharsets.ISO_8859_1);
        return RawParseUtils.decode(StandardCharsets.UTF_8, bytes);
    }
}
