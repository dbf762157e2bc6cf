package dev.shirube.domain.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An effort that a plan counts with, and whose it is.
 *
 * @param office whether the office declared it; otherwise it is an assumption of the product, which no source backs
 * @param origin where the office declared it; empty for an assumption
 */
public record EffortInForce(EffortRate rate, boolean office, String origin) {

    /** Refuses null. */
    public EffortInForce {
        Objects.requireNonNull(rate);
        Objects.requireNonNull(origin);
    }

    /**
     * The efforts in force, by kind of task and unit. What the office declared for a kind of task takes the place of
     * everything that is assumed for it: rates of two tables are not added up.
     *
     * @param assumed the product's own table
     */
    public static List<EffortInForce> of(List<EffortRate> assumed, OfficeResources resources) {
        List<EffortInForce> all = new ArrayList<>();
        for (ResourceEntry entry : resources.entries(ResourceKind.EFFORT)) {
            if (entry.value() instanceof EffortRate rate) {
                all.add(new EffortInForce(rate, true, entry.origin()));
            }
        }
        Set<String> own = all.stream().map(it -> it.rate().task()).collect(Collectors.toSet());
        assumed.stream()
                .filter(it -> !own.contains(it.task()))
                .forEach(it -> all.add(new EffortInForce(it, false, "")));
        all.sort(Comparator.comparing((EffortInForce it) -> it.rate().task())
                .thenComparing(it -> it.rate().unit()));
        return List.copyOf(all);
    }
}
