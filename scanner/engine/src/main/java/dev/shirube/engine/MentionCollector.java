package dev.shirube.engine;

import java.util.Arrays;
import java.util.List;

/** Collects the first locations in order at which a word is mentioned, in whatever order threads find them. */
public final class MentionCollector {
    private static final int FEW = 2;

    private String[] locations = new String[FEW];
    private int count;
    private int total;

    /** A collector without any location. */
    public MentionCollector() {}

    /** A collector of these locations, the first of that many. */
    static MentionCollector of(List<String> locations, int total) {
        MentionCollector collector = new MentionCollector();
        locations.forEach(collector::add);
        collector.total = total;
        return collector;
    }

    /** Adds a location; one that was added before changes nothing. */
    public synchronized void add(String location) {
        // Walks hand out locations nearly in order, and paths begin alike: one comparison then tells.
        boolean last = count > 0 && locations[count - 1].compareTo(location) < 0;
        int found = last ? -count - 1 : Arrays.binarySearch(locations, 0, count, location);
        if (found >= 0) {
            return;
        }
        int at = -found - 1;
        total++;
        if (count == Mentions.MOST_LOCATIONS) {
            if (at == count) {
                return;
            }
            count--;
        }
        if (count == locations.length) {
            locations = Arrays.copyOf(locations, Math.min(2 * count, Mentions.MOST_LOCATIONS));
        }
        System.arraycopy(locations, at, locations, at + 1, count - at);
        locations[at] = location;
        count++;
    }

    /** What was collected so far. */
    public synchronized Mentions mentions() {
        return new Mentions(Arrays.asList(locations).subList(0, count), total > count);
    }

    /** How many inputs hold the word. */
    synchronized int total() {
        return total;
    }
}
