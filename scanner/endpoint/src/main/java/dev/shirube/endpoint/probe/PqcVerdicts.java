package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.List;

/**
 * Where an endpoint stands on its way to post-quantum cryptography: four different questions, never one yes or no.
 *
 * @param keyEstablishment whether it exchanges keys in a finished hybrid or post-quantum group
 * @param preferred whether it does so although a client prefers a classical group
 * @param only whether it refuses everything classical for key establishment
 * @param authentication whether it signs the handshake with a post-quantum scheme
 */
public record PqcVerdicts(Fact keyEstablishment, Fact preferred, Fact only, Fact authentication) {

    /** The verdicts that these facts allow. */
    public static PqcVerdicts of(EndpointFacts facts) {
        Fact keyEstablishment = keyEstablishment(facts);
        Fact only = only(facts, keyEstablishment);
        return new PqcVerdicts(keyEstablishment, preferred(facts, keyEstablishment, only), only, authentication(facts));
    }

    private static Fact keyEstablishment(EndpointFacts facts) {
        List<Integer> groups =
                Offers.PQC_GROUPS.stream().filter(CodePoints::isPqcGroup).toList();
        Fact undecided = Fact.notSupported("every post-quantum group was ruled out");
        for (int group : groups) {
            Fact fact = facts.group(group);
            if (fact.isSupported()) {
                return Fact.supported(CodePoints.groupName(group) + ", " + fact.reason());
            }
            undecided = fact.isUnknown() ? fact : undecided;
        }
        return undecided;
    }

    private static Fact only(EndpointFacts facts, Fact keyEstablishment) {
        if (keyEstablishment.isNotSupported()) {
            return Fact.notSupported("no post-quantum group");
        }
        for (int group : facts.supportedGroups()) {
            if (!CodePoints.isPqcGroup(group)) {
                return Fact.notSupported("also exchanges keys in " + CodePoints.groupName(group));
            }
        }
        for (int version : facts.supportedVersions()) {
            if (version != Tls.TLS13) {
                return Fact.notSupported("also speaks TLS " + Tls.versionName(version));
            }
        }
        for (int group : Offers.CLASSICAL_GROUPS) {
            if (facts.group(group).isUnknown()) {
                return Fact.unknown(
                        CodePoints.groupName(group) + ": " + facts.group(group).reason());
            }
        }
        if (facts.version(Tls.TLS12).isUnknown()) {
            return Fact.unknown("TLS 1.2: " + facts.version(Tls.TLS12).reason());
        }
        return keyEstablishment.isSupported() ? Fact.supported("refuses everything classical") : keyEstablishment;
    }

    private static Fact preferred(EndpointFacts facts, Fact keyEstablishment, Fact only) {
        if (keyEstablishment.isNotSupported()) {
            return Fact.notSupported("no post-quantum group");
        }
        if (only.isSupported()) {
            return Fact.supported("accepts nothing else");
        }
        for (Observation seen : facts.choosing(Tls.TLS13)) {
            int chosen = seen.choice().orElseThrow().group().orElseThrow();
            boolean pqcFirst = CodePoints.isPqcGroup(seen.offer().groups().get(0));
            boolean bothOffered = seen.offer().shares().isEmpty()
                    && seen.offer().groups().stream().anyMatch(CodePoints::isPqcGroup)
                    && !seen.offer().groups().stream().allMatch(CodePoints::isPqcGroup);
            if (bothOffered && CodePoints.isPqcGroup(chosen) != pqcFirst) {
                return pqcFirst
                        ? Fact.notSupported(
                                "chose " + CodePoints.groupName(chosen) + " from a client that prefers another")
                        : Fact.supported(
                                "chose " + CodePoints.groupName(chosen) + " from a client that prefers another");
            }
        }
        return facts.observations().stream()
                .filter(it -> it.probe().equals(TriagePlan.REVERSED) && it.choseTls13())
                .findFirst()
                .map(it -> Fact.notSupported("follows the client's order"))
                .orElse(Fact.unknown("not asked in both orders"));
    }

    private static Fact authentication(EndpointFacts facts) {
        if (facts.version(Tls.TLS13).isNotSupported()) {
            return Fact.notSupported("needs TLS 1.3, which the server does not speak");
        }
        Fact verdict = Fact.unknown("no signed TLS 1.3 handshake was seen");
        for (Observation seen : facts.choosing(Tls.TLS13)) {
            if (seen.answer().scheme().isPresent()) {
                int scheme = seen.answer().scheme().getAsInt();
                verdict = verdict.or(
                        CodePoints.isPqcScheme(scheme)
                                ? Fact.supported("signs with " + CodePoints.schemeName(scheme))
                                : Fact.notSupported("signs with " + CodePoints.schemeName(scheme)
                                        + " although post-quantum schemes were offered first"));
            }
        }
        return verdict;
    }
}
