package dev.shirube.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Which entries of one archive are within the bounds, by what they announce: the smallest first, so that a bomb takes no
 * room from what stands beside it.
 *
 * <p>The bound on the ratio holds for the whole archive as well: entries that overlap announce the same bytes again and
 * again, each of them less than any bound on one entry.
 */
final class ArchiveCosts {
    private final long archiveSize;
    private final Limits limits;
    private final InflateBudget budget;
    private final BitSet overBudget = new BitSet();
    private final BitSet overRatio = new BitSet();
    private final ArchiveListing listing;
    private long total;

    private ArchiveCosts(ArchiveListing listing, long archiveSize, Limits limits, InflateBudget budget) {
        this.listing = listing;
        this.archiveSize = archiveSize;
        this.limits = limits;
        this.budget = budget;
    }

    /** Takes all entries of the archive from the budget. */
    static ArchiveCosts of(ArchiveListing listing, long archiveSize, Limits limits, InflateBudget budget) {
        ArchiveCosts costs = new ArchiveCosts(listing, archiveSize, limits, budget);
        for (long packed : costs.smallestFirst()) {
            int entry = (int) packed;
            costs.take(entry, listing.size(entry));
        }
        return costs;
    }

    /** The entries by size and then by number, each with its size in the upper half; too large ones are as large as can be. */
    private long[] smallestFirst() {
        long[] packed = new long[listing.count()];
        int files = 0;
        for (int entry = 0; entry < packed.length; entry++) {
            if (!listing.folder(entry)) {
                long size = Math.min(Math.max(0, listing.size(entry)), Integer.MAX_VALUE);
                packed[files++] = size << Integer.SIZE | entry;
            }
        }
        long[] sorted = Arrays.copyOf(packed, files);
        Arrays.sort(sorted);
        return sorted;
    }

    private void take(int entry, long size) {
        boolean readable = size >= 0 && size <= limits.inputBytes();
        if (readable && tooMany(total + size)) {
            overRatio.set(entry);
        } else if (!budget.take(size)) {
            overBudget.set(entry);
        } else if (readable) {
            total += size;
        }
    }

    private boolean tooMany(long plain) {
        return plain > limits.ratioFloor() && plain / limits.ratio() > archiveSize;
    }

    /** What reading that entry may cost. */
    Allowance allowance(int entry) {
        return new Allowance(limits, budget, refusal(entry));
    }

    private Optional<LimitException> refusal(int entry) {
        long size = listing.size(entry);
        if (overRatio.get(entry)) {
            return Optional.of(
                    new LimitException("ratio=" + limits.ratio(), (total + size) + " bytes from " + archiveSize));
        }
        return overBudget.get(entry) ? Optional.of(budget.exceeded(size)) : Optional.empty();
    }

    /**
     * What reading one entry may cost.
     *
     * @param refusal why it is not to be read at all; empty if it may be
     */
    record Allowance(Limits limits, InflateBudget budget, Optional<LimitException> refusal) {

        /** Refuses to go on if the entry is not to be read. */
        void check() throws LimitException {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }

        /** The most bytes of any input, as one array can have them. */
        long mostBytes() {
            return Math.min(limits.inputBytes(), Integer.MAX_VALUE - 8);
        }
    }
}
