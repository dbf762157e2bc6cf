package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Findings sorted outside of memory: sorted runs in temporary files that only their owner may read, merged when they are gone
 * through (Knuth, The Art of Computer Programming, vol. 3, 5.4). What fits into one run stays in memory.
 */
final class SpilledFindings implements FindingsInOrder {

    /** A run: some fifty megabytes of findings. */
    static final int RUN = 40_000;

    /** What a finding is while it is sorted: its asset is held once for all. */
    private record Row(AssignedFinding finding, long asset, String record) {}

    private final Map<Long, CryptoAsset> assets;
    private final Comparator<Row> order;
    private final int most;
    private final List<Path> runs = new ArrayList<>();
    private List<Row> held = new ArrayList<>();
    private long count;

    /**
     * None yet.
     *
     * @param assets by the number with which rows name them
     */
    SpilledFindings(Map<Long, CryptoAsset> assets, Comparator<AssignedFinding> order, int most) {
        this.assets = assets;
        this.order = Comparator.comparing(Row::finding, order);
        this.most = most;
    }

    void add(String system, long asset, String record) {
        if (held.size() == most) {
            spill();
        }
        held.add(row(system, asset, record));
        count++;
    }

    private Row row(String system, long asset, String record) {
        return new Row(new AssignedFinding(system, FindingRecord.read(assets.get(asset), record)), asset, record);
    }

    /** All were added: they can be gone through now. */
    SpilledFindings sorted() {
        if (!runs.isEmpty()) {
            spill();
        }
        held.sort(order);
        return this;
    }

    private void spill() {
        held.sort(order);
        try {
            Path run = Files.createTempFile("shirube-", ".run");
            runs.add(run);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run)))) {
                for (Row row : held) {
                    text(out, row.finding().system());
                    out.writeLong(row.asset());
                    text(out, row.record());
                }
            }
        } catch (IOException e) {
            throw unwritten();
        }
        held = new ArrayList<>();
    }

    private static StoreException unwritten() {
        return StoreFault.NO_ROOM_TO_SORT.at(System.getProperty("java.io.tmpdir", "?"));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Iterator<AssignedFinding> iterator() {
        if (runs.isEmpty()) {
            return held.stream().map(Row::finding).iterator();
        }
        try {
            return new Merged();
        } catch (IOException e) {
            throw unwritten();
        }
    }

    @Override
    public void close() {
        for (Path run : runs) {
            try {
                Files.deleteIfExists(run);
            } catch (IOException e) {
                // It is the system's directory for what is temporary: it is cleared there.
                run.toFile().deleteOnExit();
            }
        }
    }

    /** One run that is being read, and its next row. */
    private final class Run implements AutoCloseable {
        private final DataInputStream in;
        private Row next;

        Run(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        }

        boolean advance() throws IOException {
            try {
                next = row(text(), in.readLong(), text());
                return true;
            } catch (EOFException e) {
                close();
                return false;
            }
        }

        private String text() throws IOException {
            return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** All runs as one. */
    private final class Merged implements Iterator<AssignedFinding> {
        private final PriorityQueue<Run> open = new PriorityQueue<>(Comparator.comparing(it -> it.next, order));

        Merged() throws IOException {
            for (Path file : runs) {
                Run run = new Run(file);
                if (run.advance()) {
                    open.add(run);
                }
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public AssignedFinding next() {
            Run run = open.poll();
            if (run == null) {
                throw new NoSuchElementException();
            }
            AssignedFinding finding = run.next.finding();
            try {
                if (run.advance()) {
                    open.add(run);
                }
            } catch (IOException e) {
                throw unwritten();
            }
            return finding;
        }
    }
}
