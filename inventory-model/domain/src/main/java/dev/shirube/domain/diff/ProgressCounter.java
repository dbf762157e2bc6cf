package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.diff.Progress.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up {@link Progress}: for each system and purpose, for each system, for each purpose, and for all. */
final class ProgressCounter {

    /** What a use counts as. */
    private enum Value {
        /** A large quantum computer breaks it. */
        CLASSICAL,
        /** It withstands one, in whole or as a hybrid. */
        SAFE,
        /** Nobody knows. */
        UNKNOWN,
        /** No use of public-key cryptography in main code. */
        NONE
    }

    private static final Set<Category> OTHER_SHELVES =
            EnumSet.of(Category.SYMMETRIC, Category.HASH, Category.MAC, Category.KDF, Category.RANDOM);

    private record Key(Optional<String> system, Optional<Purpose> purpose) {}

    private static final class Sum {
        private long plainBefore;
        private long plainBeforeSafe;
        private long plainAfter;
        private long plainAfterSafe;
        private long before;
        private long beforeSafe;
        private long after;
        private long afterSafe;
        private long added;
        private long removed;
        private long unknown;
        private final Set<String> assetsBefore = new HashSet<>();
        private final Set<String> assetsAfter = new HashSet<>();
    }

    private final AlgorithmRegistry registry;
    private final Map<CryptoAsset, QuantumThreat> threats = new HashMap<>();
    private final Map<Key, Sum> sums = new HashMap<>();

    ProgressCounter(AlgorithmRegistry registry) {
        this.registry = registry;
        sums.put(new Key(Optional.empty(), Optional.empty()), new Sum());
    }

    /** So many uses that both states have alike. */
    void standing(String system, Standing it, long count) {
        Value value = value(it.asset(), it.function(), it.context());
        for (Sum sum : sums(system, it.asset(), it.function(), value)) {
            plainBefore(sum, value, count);
            plainAfter(sum, value, count);
            if (it.looked()) {
                before(sum, value, system, it.asset(), count);
                after(sum, value, system, it.asset(), count);
            }
        }
    }

    /**
     * A use that both states have otherwise. Where it was judged again, the first state is counted as the second one judges
     * it: nothing was migrated.
     */
    void changed(String system, Finding from, Finding to, boolean judgedAgain) {
        Value was = value(judgedAgain ? to : from);
        Value is = value(to);
        for (Sum sum : sums(system, from.asset(), from.function(), value(from))) {
            plainBefore(sum, value(from), 1);
        }
        for (Sum sum : sums(system, to.asset(), to.function(), is)) {
            plainAfter(sum, is, 1);
        }
        Finding one = judgedAgain ? to : from;
        boolean counted = was == Value.CLASSICAL || was == Value.SAFE;
        for (Sum sum : sums(system, one.asset(), one.function(), was)) {
            before(sum, was, system, one.asset(), 1);
            if (counted) {
                // What became something of another kind is gone from here; what nobody can tell any more is not
                // migrated.
                boolean migrated = is == Value.SAFE || is == Value.NONE;
                sum.after++;
                sum.afterSafe += migrated ? 1 : 0;
                sum.removed += migrated && was == Value.CLASSICAL ? 1 : 0;
                if (is == Value.CLASSICAL) {
                    sum.assetsAfter.add(system + "\n" + to.asset().id());
                }
            }
        }
        if (!counted) {
            appeared(system, to, is);
        }
    }

    /** A use that the second state looked for and did not find. */
    void gone(String system, Finding it) {
        Value value = value(it);
        for (Sum sum : sums(system, it.asset(), it.function(), value)) {
            plainBefore(sum, value, 1);
            before(sum, value, system, it.asset(), 1);
            if (value == Value.CLASSICAL || value == Value.SAFE) {
                sum.after++;
                sum.afterSafe++;
                sum.removed += value == Value.CLASSICAL ? 1 : 0;
            }
        }
    }

    /** A use that the first state had not; it had looked there, or not. */
    void added(String system, Finding it, boolean lookedBefore) {
        Value value = value(it);
        for (Sum sum : sums(system, it.asset(), it.function(), value)) {
            plainAfter(sum, value, 1);
        }
        if (lookedBefore) {
            appeared(system, it, value);
        }
    }

    private void appeared(String system, Finding it, Value value) {
        if (value == Value.CLASSICAL || value == Value.SAFE) {
            for (Sum sum : sums(system, it.asset(), it.function(), value)) {
                after(sum, value, system, it.asset(), 1);
                sum.added++;
            }
        }
    }

    private static void plainBefore(Sum sum, Value value, long count) {
        if (value == Value.CLASSICAL || value == Value.SAFE) {
            sum.plainBefore += count;
            sum.plainBeforeSafe += value == Value.SAFE ? count : 0;
        }
    }

    private static void plainAfter(Sum sum, Value value, long count) {
        if (value == Value.UNKNOWN) {
            sum.unknown += count;
        } else if (value != Value.NONE) {
            sum.plainAfter += count;
            sum.plainAfterSafe += value == Value.SAFE ? count : 0;
        }
    }

    private static void before(Sum sum, Value value, String system, CryptoAsset asset, long count) {
        if (value == Value.CLASSICAL) {
            sum.before += count;
            sum.assetsBefore.add(system + "\n" + asset.id());
        } else if (value == Value.SAFE) {
            sum.before += count;
            sum.beforeSafe += count;
        }
    }

    private static void after(Sum sum, Value value, String system, CryptoAsset asset, long count) {
        if (value == Value.CLASSICAL) {
            sum.after += count;
            sum.assetsAfter.add(system + "\n" + asset.id());
        } else if (value == Value.SAFE) {
            sum.after += count;
            sum.afterSafe += count;
        }
    }

    private Value value(Finding it) {
        return value(it.asset(), it.function(), it.occurrence().context());
    }

    private Value value(CryptoAsset asset, CryptoFunction function, CodeContext context) {
        if (context != CodeContext.MAIN
                || !function.isUse()
                || asset instanceof CryptoAsset.Library
                || onOtherShelf(asset)) {
            return Value.NONE;
        }
        return switch (threats.computeIfAbsent(asset, registry::threat)) {
            case VULNERABLE -> Value.CLASSICAL;
            case SAFE -> Value.SAFE;
            case UNKNOWN -> Value.UNKNOWN;
            case WEAKENED -> Value.NONE;
        };
    }

    private boolean onOtherShelf(CryptoAsset asset) {
        return asset.algorithm()
                .flatMap(it -> it instanceof Algorithm.Known known ? registry.entry(known.entry()) : Optional.empty())
                .map(it -> OTHER_SHELVES.contains(it.category()))
                .orElse(false);
    }

    private List<Sum> sums(String system, CryptoAsset asset, CryptoFunction function, Value value) {
        if (value == Value.NONE) {
            return List.of();
        }
        Optional<Purpose> purpose = Optional.of(Purpose.of(asset, function, registry));
        Optional<String> one = Optional.of(system);
        List<Sum> all = new ArrayList<>();
        for (Key key : List.of(
                new Key(Optional.empty(), Optional.empty()),
                new Key(Optional.empty(), purpose),
                new Key(one, Optional.empty()),
                new Key(one, purpose))) {
            all.add(sums.computeIfAbsent(key, it -> new Sum()));
        }
        return all;
    }

    /** All systems first, then system by system; of each all purposes first. */
    List<Progress> progress() {
        return sums.entrySet().stream()
                .map(it -> progress(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing((Progress it) -> it.system().orElse(""))
                        .thenComparing(it -> it.purpose().map(Purpose::ordinal).orElse(-1)))
                .toList();
    }

    private static Progress progress(Key key, Sum sum) {
        return new Progress(
                key.system(),
                key.purpose(),
                new Share(sum.plainBeforeSafe, sum.plainBefore),
                new Share(sum.plainAfterSafe, sum.plainAfter),
                new Share(sum.beforeSafe, sum.before),
                new Share(sum.afterSafe, sum.after),
                sum.added,
                sum.removed,
                sum.unknown,
                sum.assetsBefore.size(),
                sum.assetsAfter.size());
    }
}
