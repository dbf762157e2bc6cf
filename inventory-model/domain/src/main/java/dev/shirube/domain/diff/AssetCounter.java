package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the occurrences of each asset of one system in two states, and says what became of the asset. */
final class AssetCounter {

    /** Which of several changes of an asset's occurrences is told of the asset, the most telling last. */
    private static final List<ChangeKind> BY_WEIGHT =
            List.of(ChangeKind.MOVED, ChangeKind.REJUDGED, ChangeKind.CHANGED);

    private record Key(String id, Optional<CryptoFunction> function) {}

    private static final class Sum {
        private CryptoAsset asset;
        private long before;
        private long after;
        private long unseen;
        private Optional<ChangeKind> told = Optional.empty();
    }

    private final String system;
    private final Map<Key, Sum> sums = new HashMap<>();

    AssetCounter(String system) {
        this.system = system;
    }

    void standing(Standing it, long count) {
        Sum sum = sum(it.asset(), it.function());
        sum.before += count;
        sum.after += count;
        sum.unseen += it.looked() ? 0 : count;
    }

    void pair(Pairing.Pair pair, Optional<ChangeKind> kind) {
        Sum was = sum(pair.before().asset(), pair.before().function());
        Sum is = sum(pair.after().asset(), pair.after().function());
        was.before++;
        is.after++;
        if (was == is && kind.isPresent()) {
            boolean more = is.told.isEmpty() || BY_WEIGHT.indexOf(is.told.get()) < BY_WEIGHT.indexOf(kind.get());
            is.told = more ? kind : is.told;
        }
    }

    void gone(Finding it) {
        sum(it.asset(), it.function()).before++;
    }

    void added(Finding it) {
        sum(it.asset(), it.function()).after++;
    }

    private Sum sum(CryptoAsset asset, CryptoFunction function) {
        boolean unresolved =
                asset.algorithm().filter(Algorithm.Unresolved.class::isInstance).isPresent();
        Key key = new Key(asset.id(), unresolved ? Optional.of(function) : Optional.empty());
        Sum sum = sums.computeIfAbsent(key, it -> new Sum());
        if (sum.asset == null || asset.toString().compareTo(sum.asset.toString()) < 0) {
            sum.asset = asset; // of records that differ in anything but their id the same one, whoever comes first
        }
        return sum;
    }

    List<Change.OfAsset> changes() {
        return sums.entrySet().stream()
                .flatMap(it -> change(it.getKey(), it.getValue()).stream())
                .sorted()
                .toList();
    }

    private Optional<Change.OfAsset> change(Key key, Sum sum) {
        return kind(sum)
                .map(kind -> new Change.OfAsset(
                        kind,
                        system,
                        sum.asset,
                        key.function(),
                        sum.before,
                        sum.after,
                        sum.unseen,
                        kind == ChangeKind.CHANGED && sum.before != sum.after
                                ? List.of(new Difference(
                                        "occurrences", Long.toString(sum.before), Long.toString(sum.after)))
                                : List.of()));
    }

    private static Optional<ChangeKind> kind(Sum sum) {
        if (sum.before == 0) {
            return Optional.of(ChangeKind.NEW);
        }
        if (sum.after == 0) {
            return Optional.of(ChangeKind.GONE);
        }
        if (sum.before != sum.after) {
            return Optional.of(ChangeKind.CHANGED);
        }
        return sum.told.or(() -> sum.unseen == sum.before ? Optional.of(ChangeKind.NOT_LOOKED_AT) : Optional.empty());
    }
}
