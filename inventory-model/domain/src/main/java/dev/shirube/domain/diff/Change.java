package dev.shirube.domain.diff;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One change between two states of an inventory, at one of three levels. */
public sealed interface Change {

    /** What happened. */
    ChangeKind kind();

    /** Id of the information system. */
    String system();

    /** In what it differs; empty where it is new, gone or not looked at. */
    List<Difference> differences();

    /**
     * What became of an occurrence.
     *
     * @param before as the first state has it; empty for a new one
     * @param after as the second state has it; empty for one that is gone
     */
    record OfOccurrence(
            ChangeKind kind,
            String system,
            Optional<Finding> before,
            Optional<Finding> after,
            List<Difference> differences)
            implements Change, Comparable<OfOccurrence> {

        private static final Comparator<OfOccurrence> ORDER = Comparator.comparing(OfOccurrence::system)
                .thenComparing(OfOccurrence::kind)
                .thenComparing(OfOccurrence::finding)
                .thenComparing(it -> it.before.orElseGet(it::finding));

        /** Keeps an unmodifiable copy; refuses what stands in neither state. */
        public OfOccurrence {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(system);
            differences = List.copyOf(differences);
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("A change needs the state before or after it");
            }
        }

        /** The finding as it is now, or as it was last known. */
        public Finding finding() {
            return after.or(() -> before).orElseThrow();
        }

        /** The id by which people name that finding. */
        public String id() {
            return new AssignedFinding(system, finding()).id();
        }

        @Override
        public int compareTo(OfOccurrence other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What became of an asset within a system, counted over its occurrences.
     *
     * @param function the function, for an unresolved asset: its row and function are its identity
     * @param occurrencesBefore how many the first state has
     * @param occurrencesAfter how many the second one has
     * @param unseen how many of these nobody has looked at since
     */
    record OfAsset(
            ChangeKind kind,
            String system,
            CryptoAsset asset,
            Optional<CryptoFunction> function,
            long occurrencesBefore,
            long occurrencesAfter,
            long unseen,
            List<Difference> differences)
            implements Change, Comparable<OfAsset> {

        private static final Comparator<OfAsset> ORDER = Comparator.comparing(OfAsset::system)
                .thenComparing(OfAsset::kind)
                .thenComparing(it -> it.asset.id())
                .thenComparing(it -> it.function.map(CryptoFunction::id).orElse(""));

        /** Keeps an unmodifiable copy and refuses null. */
        public OfAsset {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(system);
            Objects.requireNonNull(asset);
            Objects.requireNonNull(function);
            differences = List.copyOf(differences);
        }

        @Override
        public int compareTo(OfAsset other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What became of an information system: its entry in the register, or that it was scanned.
     *
     * @param differences what its owner declares otherwise
     */
    record OfSystem(ChangeKind kind, String system, List<Difference> differences)
            implements Change, Comparable<OfSystem> {
        /** Keeps an unmodifiable copy and refuses null. */
        public OfSystem {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(system);
            differences = List.copyOf(differences);
        }

        @Override
        public int compareTo(OfSystem other) {
            int order = system.compareTo(other.system);
            return order != 0 ? order : kind.compareTo(other.kind);
        }
    }
}
