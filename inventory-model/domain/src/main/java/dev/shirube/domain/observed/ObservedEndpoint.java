package dev.shirube.domain.observed;

import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One endpoint of one system, over all plans by which it was asked: a plan that asks less takes nothing away from one that
 * asked more.
 *
 * @param profiles one for each plan, our own first, and of them the one that decided most
 */
public record ObservedEndpoint(String system, String location, List<EndpointProfile> profiles) {

    /** Our own before what another tool tells, which never takes the place of what was observed. */
    private static final Comparator<EndpointProfile> MOST_FIRST = Comparator.comparing(EndpointProfile::imported)
            .thenComparing(Comparator.comparingLong(EndpointProfile::decided).reversed())
            .thenComparing(EndpointProfile::plan);

    /** Keeps a sorted, unmodifiable copy. */
    public ObservedEndpoint {
        profiles = profiles.stream().sorted(MOST_FIRST).toList();
    }

    /** All endpoints of an inventory, by system and location. */
    public static List<ObservedEndpoint> of(Inventory inventory) {
        Map<List<String>, List<EndpointProfile>> grouped = new LinkedHashMap<>();
        for (AssignedEndpoint it : inventory.endpoints()) {
            grouped.computeIfAbsent(List.of(it.system(), it.profile().location()), key -> new ArrayList<>())
                    .add(it.profile());
        }
        List<ObservedEndpoint> endpoints = new ArrayList<>();
        grouped.forEach((key, profiles) -> endpoints.add(new ObservedEndpoint(key.get(0), key.get(1), profiles)));
        return List.copyOf(endpoints);
    }

    /** What it speaks: {@code tls}, {@code ssh}, {@code ike}. */
    public String scheme() {
        return location.substring(0, Math.max(0, location.indexOf("://")));
    }

    /** The fact about that subject: decided by any plan, or else open after having been asked for, or else not asked. */
    public ObservedFact fact(String subject) {
        return all().getOrDefault(subject, ObservedFact.notAsked(subject));
    }

    /** Every subject's fact, by subject. */
    public List<ObservedFact> facts() {
        return List.copyOf(all().values());
    }

    private Map<String, ObservedFact> all() {
        Map<String, ObservedFact> facts = new TreeMap<>();
        for (EndpointProfile profile : profiles) {
            profile.facts().forEach(it -> facts.merge(it.subject(), it, ObservedEndpoint::surer));
        }
        return facts;
    }

    private static ObservedFact surer(ObservedFact one, ObservedFact other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(ObservedFact fact) {
        return fact.decided() ? 2 : fact.asked() ? 1 : 0;
    }

    /** The plans by which it was asked, the one that decided most first. */
    public List<String> plans() {
        return profiles.stream().map(EndpointProfile::plan).toList();
    }

    /** What was seen of those subjects that begin so, without that beginning: {@code version/} gives {@code TLS 1.3}. */
    public List<String> supported(String prefix) {
        return all().values().stream()
                .filter(it -> it.state() == ObservedFact.State.SUPPORTED
                        && it.subject().startsWith(prefix))
                .map(it -> it.subject().substring(prefix.length()))
                .toList();
    }

    /** Groups and methods that keys were seen to be exchanged with, or that the endpoint says it takes. */
    public List<String> keyExchanges() {
        return EndpointProfile.KEY_EXCHANGES.stream()
                .flatMap(it -> supported(it).stream())
                .distinct()
                .toList();
    }

    /** Verdicts and other subjects that no plan asked for. */
    public List<String> notAsked() {
        List<String> open = new ArrayList<>(EndpointProfile.VERDICTS);
        all().keySet().stream().filter(it -> !open.contains(it)).forEach(open::add);
        return open.stream().filter(it -> !fact(it).asked()).toList();
    }
}
