package dev.shirube.repository;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * The objects of a repository for several threads. A reader remembers the objects that others are stored as differences to,
 * so that to ask one after the other costs a fraction of asking a new reader each time.
 */
final class GitObjects implements AutoCloseable {
    private final Repository repository;
    private final Deque<ObjectReader> idle = new ConcurrentLinkedDeque<>();

    /** What is done with a reader. */
    @FunctionalInterface
    interface Use<T> {
        T with(ObjectReader reader) throws IOException;
    }

    GitObjects(Repository repository) {
        this.repository = repository;
    }

    Repository repository() {
        return repository;
    }

    <T> T read(Use<T> use) throws IOException {
        ObjectReader known = idle.pollFirst();
        ObjectReader reader = known == null ? repository.newObjectReader() : known;
        boolean sound = false;
        try {
            T value = use.with(reader);
            sound = true;
            return value;
        } finally {
            if (sound) {
                idle.addFirst(reader);
            } else {
                reader.close(); // what it holds after a damaged object is not known
            }
        }
    }

    @Override
    public void close() {
        for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
