package dev.shirube.endpoint.probe;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.endpoint.codec.Tls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an endpoint stands on its way to post-quantum cryptography: five different questions, never one yes or no.
 *
 * @param keyEstablishment whether it exchanges keys in a finished hybrid or post-quantum group
 * @param preferred whether it does so although a client prefers a classical group
 * @param negotiated whether a hello like a browser's ends in such a group
 * @param only whether it refuses everything classical for key establishment
 * @param authentication whether it signs the handshake with a post-quantum scheme
 */
public record PqcVerdicts(Fact keyEstablishment, Fact preferred, Fact negotiated, Fact only, Fact authentication) {

    /** The verdicts that these facts allow. */
    public static PqcVerdicts of(EndpointFacts facts) {
        Fact keyEstablishment = keyEstablishment(facts);
        Fact only = only(facts, keyEstablishment);
        return new PqcVerdicts(
                keyEstablishment,
                preferred(facts, keyEstablishment, only),
                negotiated(facts),
                only,
                authentication(facts));
    }

    /** By their subjects in a profile. */
    public Map<String, Fact> bySubject() {
        Map<String, Fact> verdicts = new LinkedHashMap<>();
        verdicts.put(EndpointProfile.PQC_SUPPORTED, keyEstablishment);
        verdicts.put(EndpointProfile.PQC_PREFERRED, preferred);
        verdicts.put(EndpointProfile.PQC_NEGOTIATED, negotiated);
        verdicts.put(EndpointProfile.PQC_ONLY, only);
        verdicts.put(EndpointProfile.PQC_AUTHENTICATION, authentication);
        return verdicts;
    }

    private static Fact keyEstablishment(EndpointFacts facts) {
        List<Integer> groups =
                Offers.PQC_GROUPS.stream().filter(CodePoints::isPqcGroup).toList();
        Fact undecided = Fact.notSupported("every post-quantum group was ruled out", "");
        for (int group : groups) {
            Fact fact = facts.group(group);
            if (fact.isSupported()) {
                return fact.because(CodePoints.groupName(group) + ", " + fact.reason());
            }
            undecided = fact.isUnknown() ? fact : undecided;
        }
        return undecided;
    }

    private static Fact only(EndpointFacts facts, Fact keyEstablishment) {
        if (keyEstablishment.isNotSupported()) {
            return Fact.notSupported("no post-quantum group", "");
        }
        for (int group : facts.supportedGroups()) {
            if (!CodePoints.isPqcGroup(group)) {
                return Fact.notSupported(
                        "also exchanges keys in " + CodePoints.groupName(group),
                        facts.group(group).probe());
            }
        }
        for (int version : facts.supportedVersions()) {
            if (version != Tls.TLS13) {
                return Fact.notSupported(
                        "also speaks " + Tls.protocolName(version),
                        facts.version(version).probe());
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
        return keyEstablishment.isSupported() ? Fact.supported("refuses everything classical", "") : keyEstablishment;
    }

    private static Fact preferred(EndpointFacts facts, Fact keyEstablishment, Fact only) {
        if (keyEstablishment.isNotSupported()) {
            return Fact.notSupported("no post-quantum group", "");
        }
        if (only.isSupported()) {
            return Fact.supported("accepts nothing else", "");
        }
        for (Observation seen : facts.choosing(Tls.TLS13)) {
            int chosen = seen.group().orElseThrow();
            boolean pqcFirst = CodePoints.isPqcGroup(seen.offer().groups().get(0));
            boolean bothOffered = seen.offer().shares().isEmpty()
                    && seen.offer().groups().stream().anyMatch(CodePoints::isPqcGroup)
                    && !seen.offer().groups().stream().allMatch(CodePoints::isPqcGroup);
            if (bothOffered && CodePoints.isPqcGroup(chosen) != pqcFirst) {
                String reason = "chose " + CodePoints.groupName(chosen) + " from a client that prefers another";
                return pqcFirst ? Fact.notSupported(reason, seen.probe()) : Fact.supported(reason, seen.probe());
            }
        }
        return facts.chosen(GroupQuestions.REVERSED)
                .filter(Observation::choseTls13)
                .map(it -> Fact.notSupported("follows the client's order", it.probe()))
                .orElse(Fact.unknown("not asked in both orders"));
    }

    private static Fact negotiated(EndpointFacts facts) {
        Optional<Observation> chosen = facts.chosen(BrowserQuestion.ID);
        if (chosen.isPresent()) {
            int version = chosen.get().choice().orElseThrow().version();
            if (version != Tls.TLS13) {
                return Fact.notSupported(
                        "chose " + Tls.protocolName(version), chosen.get().probe());
            }
            int group = chosen.get().group().orElseThrow();
            String reason = "chose " + CodePoints.groupName(group);
            return CodePoints.isPqcGroup(group)
                    ? Fact.supported(reason, chosen.get().probe())
                    : Fact.notSupported(reason, chosen.get().probe());
        }
        List<Observation> asked = facts.asked(BrowserQuestion.ID);
        if (asked.isEmpty()) {
            return Fact.unknown("not asked");
        }
        Observation last = asked.get(asked.size() - 1);
        return facts.refusals.believes(last)
                ? Fact.notSupported("refused such a hello: " + last.outcome(), last.probe())
                : Fact.unknown("probe " + last.probe() + ": " + last.outcome());
    }

    private static Fact authentication(EndpointFacts facts) {
        Fact tls13 = facts.version(Tls.TLS13);
        if (tls13.isNotSupported()) {
            return Fact.notSupported("needs TLS 1.3, which the server does not speak", tls13.probe());
        }
        Fact verdict = Fact.unknown("no signed TLS 1.3 handshake was seen");
        for (Observation seen : facts.choosing(Tls.TLS13)) {
            if (seen.answer().scheme().isPresent()) {
                verdict = verdict.or(authentication(seen));
            }
        }
        return verdict;
    }

    /** What was signed with says something against others only where the others were offered. */
    private static Fact authentication(Observation seen) {
        int scheme = seen.answer().scheme().getAsInt();
        String signed = "signs with " + CodePoints.schemeName(scheme);
        if (CodePoints.isPqcScheme(scheme)) {
            return Fact.supported(signed, seen.probe());
        }
        return seen.offer().schemes().stream().anyMatch(CodePoints::isPqcScheme)
                ? Fact.notSupported(signed + " although post-quantum schemes were offered", seen.probe())
                : Fact.unknown(signed + "; post-quantum schemes were not offered");
    }
}
