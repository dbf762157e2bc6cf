package dev.shirube.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Packages of catalogued libraries that a build moved elsewhere when it shaded them into the unit, told by the names of
 * classes: {@code io/grpc/netty/shaded/io/netty/} for {@code io/netty/}.
 *
 * @param prefixes what the moved names begin with, each with what the original names begin with
 */
record Relocations(Map<String, String> prefixes) {

    static final Relocations NONE = new Relocations(Map.of());

    /** So many last parts of a name must be equal before it is compared any further. */
    private static final int COMPARED_PARTS = 2;

    /** A name with so many equal last parts tells a library alone: {@code bouncycastle/crypto/engines/RSAEngine}. */
    private static final int TELLING_PARTS = 3;

    /** So many classes of one library tell it together, if they are all moved alike. */
    private static final int TELLING_CLASSES = 3;

    Relocations {
        prefixes = Collections.unmodifiableMap(new TreeMap<>(prefixes));
    }

    /** The last parts of a name that a moved class must share with its original; the platform's own never move. */
    static Optional<String> tail(String name) {
        int from = name.length();
        for (int parts = 0; parts < COMPARED_PARTS && from >= 0; parts++) {
            from = name.lastIndexOf('/', from - 1);
        }
        return from < 0 || ReferenceTable.leavesOut(name) ? Optional.empty() : Optional.of(name.substring(from + 1));
    }

    /** The classes of the catalogue by their tails. */
    static Map<String, List<String>> tails(MemberIndex index) {
        Map<String, List<String>> tails = new HashMap<>();
        for (String owner : index.owners()) {
            tail(owner)
                    .ifPresent(it ->
                            tails.computeIfAbsent(it, key -> new ArrayList<>()).add(owner));
        }
        return tails;
    }

    /**
     * What was moved.
     *
     * @param names the unit's classes that have the tail of a catalogued one, and are none
     * @param same whether the class of the first name has a member that the catalogue knows of the second
     */
    static Relocations of(Set<String> names, Map<String, List<String>> tails, Predicate<Moved> same) {
        Map<Prefixes, Integer> classes = new TreeMap<>();
        Map<Prefixes, Boolean> telling = new HashMap<>();
        for (String name : names) {
            for (String original : tails.getOrDefault(tail(name).orElse(""), List.of())) {
                int common = common(name, original);
                Prefixes prefixes = new Prefixes(
                        name.substring(0, name.length() - common), original.substring(0, original.length() - common));
                if (same.test(new Moved(name, original))) {
                    classes.merge(prefixes, 1, Integer::sum);
                    telling.merge(
                            prefixes,
                            parts(name.substring(name.length() - common)) >= TELLING_PARTS,
                            Boolean::logicalOr);
                }
            }
        }
        Map<String, String> prefixes = new TreeMap<>();
        classes.forEach((key, count) -> {
            if (count >= TELLING_CLASSES || telling.get(key)) {
                prefixes.putIfAbsent(key.moved, key.original);
            }
        });
        return new Relocations(prefixes);
    }

    /** Length of the last whole parts that two names share. */
    private static int common(String one, String two) {
        int length = 0;
        int whole = 0;
        while (length < one.length() && length < two.length()) {
            char letter = one.charAt(one.length() - 1 - length);
            if (letter != two.charAt(two.length() - 1 - length)) {
                return whole;
            }
            whole = letter == '/' ? length : whole;
            length++;
        }
        boolean ends = length == one.length()
                ? length == two.length() || two.charAt(two.length() - 1 - length) == '/'
                : one.charAt(one.length() - 1 - length) == '/';
        return ends ? length : whole;
    }

    private static int parts(String name) {
        return 1 + (int) name.chars().filter(it -> it == '/').count();
    }

    /** A class of the unit and the one of the catalogue that it may be. */
    record Moved(String name, String original) {}

    private record Prefixes(String moved, String original) implements Comparable<Prefixes> {
        @Override
        public int compareTo(Prefixes other) {
            int first = moved.compareTo(other.moved);
            return first != 0 ? first : original.compareTo(other.original);
        }
    }

    /** A descriptor with the original names of types. */
    String original(String descriptor) {
        String names = descriptor;
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            names = names.replace("L" + prefix.getKey(), "L" + prefix.getValue());
        }
        return names;
    }
}
