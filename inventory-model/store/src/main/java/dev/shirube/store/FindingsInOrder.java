package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import java.util.Iterator;
import java.util.List;

/** Findings in an order, each read when it is asked for: however many they are, few are held. */
public interface FindingsInOrder extends Iterable<AssignedFinding>, AutoCloseable {

    /** How many they are. */
    long count();

    @Override
    void close();

    /** Findings that are held anyway. */
    static FindingsInOrder held(List<AssignedFinding> all) {
        return new FindingsInOrder() {
            @Override
            public long count() {
                return all.size();
            }

            @Override
            public Iterator<AssignedFinding> iterator() {
                return all.iterator();
            }

            @Override
            public void close() {}
        };
    }
}
