package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of one or more policies as data, under one id and version.
 *
 * @param version version of the data, not of the policies
 * @param sha256 lower-case hexadecimal SHA-256 of the compiled table the pack was read from
 * @param jurisdiction ISO 3166 code of the country, or {@code EU}, {@code INTL}
 * @param standard whether it is in use where the settings name no pack
 * @param informationOnly whether it is shown and never fails anything; it cannot be adopted
 * @param policies the documents it cites, in authored order
 * @param rules by id of the policy, in authored order
 */
public record PolicyPack(
        String id,
        String version,
        String sha256,
        Text name,
        String jurisdiction,
        boolean standard,
        boolean informationOnly,
        List<Policy> policies,
        Map<String, List<PolicyRule>> rules) {

    /** Keeps unmodifiable copies and refuses null. */
    public PolicyPack {
        Objects.requireNonNull(id);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(name);
        Objects.requireNonNull(jurisdiction);
        policies = List.copyOf(policies);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** Every rule with what it is cited by, in authored order. */
    public List<Citation> citations() {
        return policies.stream()
                .flatMap(policy ->
                        rules.getOrDefault(policy.id(), List.of()).stream().map(rule -> new Citation(id, policy, rule)))
                .toList();
    }

    /** How fresh our reading of it is: that of its stalest policy; one whose day was not recorded counts after a stale one. */
    public Provenance.Staleness staleness(LocalDate asOf) {
        return policies.stream()
                .map(it -> it.provenance().on(asOf))
                .reduce(Provenance.Staleness.FRESH, PolicyPack::worse);
    }

    private static Provenance.Staleness worse(Provenance.Staleness one, Provenance.Staleness two) {
        if (one == Provenance.Staleness.STALE || two == Provenance.Staleness.FRESH) {
            return one;
        }
        return two;
    }

    /**
     * The verdict of every rule about assets on one subject, in authored order.
     *
     * @param completion when its migration ends, as planned or at the earliest; empty where nobody has planned yet, and
     *     then only the as-of day decides
     */
    public List<Verdict> assess(Subject subject, PlanSettings settings, Optional<LocalDate> completion) {
        return citations().stream()
                .filter(citation -> citation.rule().about() == PolicyRule.About.ASSET)
                .map(citation -> new RuleAssessor(citation, settings, completion).assess(subject))
                .toList();
    }
}
