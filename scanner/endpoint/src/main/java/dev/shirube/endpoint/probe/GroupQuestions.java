package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** In which groups a TLS 1.3 server exchanges keys; without a key share it names its choice in a HelloRetryRequest. */
final class GroupQuestions {
    static final String PQC = "pqc";
    static final String CLASSICAL = "groups";
    static final String REVERSED = "reversed";

    private GroupQuestions() {}

    /** The post-quantum groups nobody listed or refused; a list without any of them is put to the test once. */
    static Question postQuantum() {
        return Question.elimination(PQC, facts -> {
            if (!speaksTls13(facts)) {
                return Optional.empty();
            }
            List<Integer> open = facts.groups.undecided(Offers.PQC_GROUPS);
            boolean untested =
                    open.isEmpty() && !supports(facts, true) && facts.asked(PQC).isEmpty();
            List<Integer> asked = untested ? Offers.PQC_GROUPS : open;
            return asked.isEmpty() ? Optional.empty() : Optional.of(Probe.tls13(PQC, asked, List.of()));
        });
    }

    /** The classical groups, where the server did not list its groups itself. */
    static Question classical() {
        return Question.elimination(CLASSICAL, facts -> {
            List<Integer> open = facts.groups.undecided(Offers.CLASSICAL_GROUPS);
            return !speaksTls13(facts) || open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Probe.tls13(CLASSICAL, open, List.of()));
        });
    }

    /** Classical groups first, to tell the server's preference from the client's. */
    static Question order(Predicate<EndpointFacts> condition) {
        List<Integer> groups = new ArrayList<>(Offers.ALL_GROUPS);
        Collections.reverse(groups);
        return Question.once(Probe.tls13(REVERSED, groups, List.of()), condition.and(GroupQuestions::speaksTls13));
    }

    /** Whether the order decides what PQC verdicts say. */
    static boolean preferenceIsOpen(EndpointFacts facts) {
        return supports(facts, true) && PqcVerdicts.of(facts).preferred().isUnknown();
    }

    static boolean speaksTls13(EndpointFacts facts) {
        return facts.version(Tls.TLS13).isSupported();
    }

    private static boolean supports(EndpointFacts facts, boolean pqc) {
        return facts.supportedGroups().stream().anyMatch(it -> CodePoints.isPqcGroup(it) == pqc);
    }
}
