package dev.shirube.domain.mapping;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.InformationSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which system something belongs to: the latest explicit assignment that matches, or else the system that the scan was told,
 * or else the first rule that matches, or else {@link InformationSystem#UNASSIGNED} (docs/adr/0025).
 *
 * <p>A function of its arguments; what it remembers only makes it fast.
 */
public final class SystemMapping {

    /** Everything stays with the system that its scan was told. */
    public static final SystemMapping NONE = new SystemMapping(SystemRules.NONE, List.of());

    private record Choice(String system, PlacePattern pattern) {}

    private final SystemRules rules;
    private final List<Assignment> assignments;
    private final List<Choice> choices = new ArrayList<>();
    private final Map<List<String>, Integer> byPlace = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAsset = new ConcurrentHashMap<>();

    /** @param assignments in the order in which they were made: a later one stands above an earlier one */
    public SystemMapping(SystemRules rules, List<Assignment> assignments) {
        this.rules = rules;
        this.assignments = List.copyOf(assignments);
        for (int i = this.assignments.size() - 1; i >= 0; i--) {
            Assignment it = this.assignments.get(i);
            choices.add(new Choice(it.system(), it.pattern()));
        }
        rules.rules().forEach(it -> choices.add(new Choice(it.system(), it.pattern())));
    }

    /** The rules of the settings. */
    public SystemRules rules() {
        return rules;
    }

    /** The explicit assignments, in the order in which they were made. */
    public List<Assignment> assignments() {
        return assignments;
    }

    /** Whether nothing is ever moved. */
    public boolean isNone() {
        return choices.isEmpty();
    }

    /**
     * The system of what was seen.
     *
     * @param recorded the system that the scan was told
     * @param target what was scanned
     * @param location where in it
     * @param asset what was found; empty for what is no finding
     */
    public String systemOf(String recorded, String target, String location, Optional<CryptoAsset> asset) {
        if (isNone()) {
            return recorded;
        }
        int first = byPlace.computeIfAbsent(List.of(target, location), it -> first(Place.of(target, location)));
        if (asset.isPresent()) {
            first = Math.min(first, byAsset.computeIfAbsent(asset.get().id(), it -> first(asset.get())));
        }
        boolean told = !recorded.equals(InformationSystem.UNASSIGNED);
        return first == choices.size() || told && first >= assignments.size()
                ? recorded
                : choices.get(first).system();
    }

    private int first(Place place) {
        int first = 0;
        while (first < choices.size() && !choices.get(first).pattern().matches(place)) {
            first++;
        }
        return first;
    }

    private int first(CryptoAsset asset) {
        int first = 0;
        while (first < choices.size() && !choices.get(first).pattern().matches(asset)) {
            first++;
        }
        return first;
    }
}
