package dev.shirube.build.fingerprint;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The digests of one class in all versions of its library. */
final class ClassHistory {

    private final String path;
    private final String[] digests;
    private int smallest = Integer.MAX_VALUE;

    ClassHistory(String path, int columns) {
        this.path = path;
        digests = new String[columns];
    }

    void put(int column, String digest, int size) {
        digests[column] = digest;
        smallest = Math.min(smallest, size);
    }

    String path() {
        return path;
    }

    /** Bytes of its smallest class file: what is small may be the same by chance. */
    int smallest() {
        return smallest;
    }

    /** In how many versions it is. */
    int present() {
        return (int) Arrays.stream(digests).filter(Objects::nonNull).count();
    }

    int distinct() {
        return byDigest().size();
    }

    /** Whether it is in both versions and differs. */
    boolean separates(int[] pair) {
        return digests[pair[0]] != null && digests[pair[1]] != null && !digests[pair[0]].equals(digests[pair[1]]);
    }

    /** As the table writes it. */
    String written() {
        return byDigest().entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> a.nextSetBit(0) - b.nextSetBit(0)))
                .map(it -> " " + it.getKey() + "=" + ranges(it.getValue()))
                .collect(Collectors.joining("", path, ""));
    }

    private Map<String, BitSet> byDigest() {
        Map<String, BitSet> columns = new TreeMap<>();
        for (int i = 0; i < digests.length; i++) {
            if (digests[i] != null) {
                columns.computeIfAbsent(digests[i], it -> new BitSet()).set(i);
            }
        }
        return columns;
    }

    private static String ranges(BitSet columns) {
        StringBuilder written = new StringBuilder();
        for (int from = columns.nextSetBit(0); from >= 0; from = columns.nextSetBit(from)) {
            int to = columns.nextClearBit(from) - 1;
            written.append(written.length() == 0 ? "" : ",").append(from);
            if (to > from) {
                written.append('-').append(to);
            }
            from = to + 1;
        }
        return written.toString();
    }
}
