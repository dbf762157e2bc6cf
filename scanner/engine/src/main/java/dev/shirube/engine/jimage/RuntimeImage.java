package dev.shirube.engine.jimage;

import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The runtime image of a JDK or of a program linked with one (JEP 220, {@code jlink}): an index and the resources of all
 * modules. Read for what is listed in it, in either byte order; may be used by several threads at once.
 */
public final class RuntimeImage {
    private static final String MAGIC = HexFormat.of().toHexDigits(ImageHeader.MAGIC);
    private static final String REVERSED = HexFormat.of().toHexDigits(Integer.reverseBytes(ImageHeader.MAGIC));
    /** Faults of the index that are named one by one. */
    private static final int MOST_FAULTS = 20;
    /** Broken places after which an index is not read on. */
    private static final int MOST_BROKEN = 10_000;
    /** Characters of all names together: twenty times what an image of all modules of a JDK has. */
    private static final long MOST_NAMES = 32L << 20;

    private final ByteSource source;
    private final ResourceDecompressor decompressor;
    private final List<ImageEntry> entries;
    private final boolean complete;
    private final List<String> faults;

    private RuntimeImage(
            ByteSource source,
            ResourceDecompressor decompressor,
            List<ImageEntry> entries,
            boolean complete,
            List<String> faults) {
        this.source = source;
        this.decompressor = decompressor;
        this.entries = List.copyOf(entries);
        this.complete = complete;
        this.faults = List.copyOf(faults);
    }

    /** Whether a file that begins with these bytes says that it is a runtime image. */
    public static boolean begins(byte[] head) {
        if (head.length < Integer.BYTES) {
            return false;
        }
        String first = HexFormat.of().formatHex(head, 0, Integer.BYTES);
        return first.equals(MAGIC) || first.equals(REVERSED);
    }

    /**
     * Reads the index for at most so many resources.
     *
     * @throws ImageFormatException when there is no index that could be read
     */
    public static RuntimeImage read(ByteSource source, int maxEntries) throws IOException {
        ImageHeader header = ImageHeader.read(source);
        ImageStrings strings = new ImageStrings(source.bytes(header.strings(), header.stringsSize()));
        ImageLocations locations = new ImageLocations(
                source.bytes(header.locations(), header.locationsSize()), strings, header.resources(), source.size());
        Listing listing = new Listing(locations, maxEntries);
        boolean complete = listing.add(offsets(source, header));
        return new RuntimeImage(
                source, new ResourceDecompressor(header.order(), strings), listing.entries, complete, listing.faults);
    }

    /** The slots of the table, in the order of the locations; 0 stands for a slot that is not used. */
    private static int[] offsets(ByteSource source, ImageHeader header) throws IOException {
        byte[] table = source.bytes(header.offsets(), Integer.BYTES * header.tableLength());
        int[] offsets = new int[header.tableLength()];
        ByteBuffer.wrap(table).order(header.order()).asIntBuffer().get(offsets);
        Arrays.sort(offsets);
        return offsets;
    }

    /** Gathers entries; a small index can name long strings many times, so that names have a bound of their own. */
    private static final class Listing {
        private final ImageLocations locations;
        private final int maxEntries;
        private final List<ImageEntry> entries = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private long names;
        private int broken;

        Listing(ImageLocations locations, int maxEntries) {
            this.locations = locations;
            this.maxEntries = maxEntries;
        }

        /** Whether there were not more entries than are allowed. */
        boolean add(int[] offsets) {
            int before = 0;
            for (int offset : offsets) {
                if (offset == before) {
                    continue;
                }
                before = offset;
                if (entries.size() == maxEntries) {
                    return false;
                }
                add(offset);
                if (names > MOST_NAMES || broken > MOST_BROKEN) {
                    faults.add("its index breaks off after resource " + entries.size() + ": more than " + MOST_NAMES
                            + " characters of names or " + MOST_BROKEN + " broken places");
                    return true;
                }
            }
            entries.sort(Comparator.comparingLong(ImageEntry::position).thenComparing(ImageEntry::name));
            return true;
        }

        private void add(int offset) {
            try {
                ImageEntry entry = locations.entry(offset);
                names += entry.name().length();
                entries.add(entry);
            } catch (ImageFormatException e) {
                if (++broken <= MOST_FAULTS) {
                    faults.add(e.getMessage());
                }
            }
        }
    }

    /** All resources, in the order in which they stand in the image. */
    public List<ImageEntry> entries() {
        return entries;
    }

    /** Whether these are all resources, or the bound on their number was reached. */
    public boolean complete() {
        return complete;
    }

    /** What is wrong with the index, as short English technical reasons; empty where nothing is. */
    public List<String> faults() {
        return faults;
    }

    /**
     * The plain bytes of a resource.
     *
     * @throws dev.shirube.engine.zip.ZipLimitException when there are more than the limits allow
     * @throws ImageFormatException when they are not what is announced, or compressed in a way that is not known
     */
    public byte[] bytes(ImageEntry entry, ZipLimits limits) throws IOException {
        limits.check(entry.size(), Math.max(1, entry.storedSize()));
        limits.check(entry.storedSize(), entry.storedSize());
        if (entry.storedSize() > source.size() - entry.position()) {
            throw new ImageFormatException("the resource breaks off after " + (source.size() - entry.position())
                    + " of " + entry.storedSize() + " bytes");
        }
        byte[] stored = source.bytes(entry.position(), (int) entry.storedSize());
        return entry.stored() ? stored : decompressor.decompress(stored, entry.size(), limits);
    }

    /** A resource that stands in the image as it is, as a part of the source, without a copy. */
    public ByteSource slice(ImageEntry entry) {
        long room = source.size() - entry.position();
        return source.slice(entry.position(), Math.min(entry.size(), room));
    }
}
