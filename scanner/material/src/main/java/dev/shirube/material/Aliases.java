package dev.shirube.material;

import java.util.HashMap;
import java.util.Map;

/** Names of keystore entries, made fit to stand in a logical path: unique, short, without separators. */
public final class Aliases {

    private static final int MAX_CHARS = 80;

    private final Map<String, Integer> used = new HashMap<>();

    /** Path of that entry's part; the second of the same name and part gets a number. */
    public String of(String alias, String part) {
        String clean = alias.replaceAll("[\\p{Cntrl}/\\\\!]", "_").strip();
        String name = clean.length() > MAX_CHARS ? clean.substring(0, MAX_CHARS) : clean;
        String path = part.isEmpty() ? name : name + "/" + part;
        int count = used.merge(path, 1, Integer::sum);
        return count == 1 ? path : path + "#" + count;
    }
}
