package dev.shirube.domain.diff;

import java.util.Objects;
import java.util.Optional;

/**
 * How far the migration came, counted over uses of public-key cryptography in main code whose threat is known.
 *
 * <p>The plain shares are of everything each state knows, so that scanning more may lower them. The same-set shares are of
 * what both states looked at: what stood there before, and what was added there since; of these, what is built to withstand
 * a quantum computer and what is gone counts as migrated.
 *
 * @param system empty for all of them together
 * @param purpose empty for all of them together
 * @param plainBefore of everything that the first state knows
 * @param plainAfter of everything that the second state knows
 * @param sameBefore of what both looked at, as the first state has it
 * @param sameAfter of what both looked at, as the second state has it
 * @param added how many uses of {@code sameAfter} were not there before
 * @param removed how many uses of classical cryptography alone are gone or withstand a quantum computer now
 * @param unknown uses in the second state of which nobody knows what they are; in none of the shares
 * @param assetsBefore different vulnerable assets among {@code sameBefore}
 * @param assetsAfter different vulnerable assets among {@code sameAfter}
 */
public record Progress(
        Optional<String> system,
        Optional<Purpose> purpose,
        Share plainBefore,
        Share plainAfter,
        Share sameBefore,
        Share sameAfter,
        long added,
        long removed,
        long unknown,
        long assetsBefore,
        long assetsAfter) {

    /** So many of so many. */
    public record Share(long migrated, long total) {
        /** In tenths of a percent, rounded down; nothing of nothing. */
        public Optional<Long> permille() {
            return total == 0 ? Optional.empty() : Optional.of(migrated * 1000 / total);
        }
    }

    /** Refuses null. */
    public Progress {
        Objects.requireNonNull(system);
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(plainBefore);
        Objects.requireNonNull(plainAfter);
        Objects.requireNonNull(sameBefore);
        Objects.requireNonNull(sameAfter);
    }
}
