package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.ServerKeyExchange;
import dev.shirube.endpoint.codec.Tls;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the observations of one endpoint into its tables of facts. */
final class FactReader {
    private final EndpointFacts facts;
    private final Refusals refusals;

    FactReader(EndpointFacts facts) {
        this.facts = facts;
        this.refusals = facts.refusals;
    }

    void read() {
        for (Observation seen : facts.observations()) {
            if (seen.choice().isPresent()) {
                chosen(seen, seen.choice().get());
                if (seen.answer().scheme().isEmpty()) {
                    leftOpenFamilies(seen);
                }
            } else {
                if (refusals.believes(seen) && (refusals.anyChoice() || seen.refusedVersions())) {
                    refused(seen);
                }
                leftOpen(seen);
            }
            seen.answer().groups().ifPresent(listed -> listed(listed, seen));
        }
        withoutTls13();
        withoutOlderVersions();
    }

    private void chosen(Observation seen, ServerHello choice) {
        int version = choice.version();
        facts.versions.supported(version, "chosen by the server", seen);
        facts.versions.ruledOut(
                seen.offer().versions().stream().filter(it -> it > version).toList(),
                "chose " + Tls.protocolName(version) + " instead",
                seen.probe());
        suites(version).supported(choice.suite(), "chosen by the server", seen);
        seen.answer().alpn().ifPresent(it -> facts.protocols.supported(it, "chosen by the server", seen));
        KeyFamilies.of(seen).ifPresent(it -> facts.families.supported(it, signature(seen), seen));
        if (version == Tls.TLS13) {
            facts.groups.supported(choice.group().orElseThrow(), "chosen by the server", seen);
            return;
        }
        seen.group().ifPresent(it -> facts.curves.supported(it, chosenIn(seen), seen));
        if (!CodePoints.suiteClass(choice.suite()).isEmpty()) {
            facts.keyExchanges.supported(CodePoints.suiteClass(choice.suite()), keyExchange(seen), seen);
        }
    }

    /** What the key was used for: the scheme, or before TLS 1.2 what the suite says. */
    private static String signature(Observation seen) {
        return seen.answer().scheme().isPresent()
                ? "signs with " + CodePoints.schemeName(seen.answer().scheme().getAsInt())
                : "used in " + CodePoints.suiteName(EndpointFacts.suite(seen));
    }

    private static String chosenIn(Observation seen) {
        return "chosen by the server in "
                + Tls.protocolName(seen.choice().orElseThrow().version());
    }

    private static String keyExchange(Observation seen) {
        Optional<ServerKeyExchange> exchange = seen.answer().keyExchange();
        String chosen = chosenIn(seen);
        if (exchange.isPresent() && exchange.get().primeBits().isPresent()) {
            return chosen + " with a prime of " + exchange.get().primeBits().getAsInt() + " bits";
        }
        return seen.group().isPresent()
                ? chosen + " with " + CodePoints.groupName(seen.group().getAsInt())
                : chosen;
    }

    private void refused(Observation seen) {
        String reason = "refused: " + seen.outcome();
        facts.versions.ruledOut(Refusals.versions(seen), reason, seen.probe());
        int version = seen.offer().versions().get(0);
        Optional<Refusals.Part> part = refusals.part(seen.offer(), version);
        if (part.isEmpty()) {
            return;
        }
        switch (part.get()) {
            case SUITES -> {
                suites(version).ruledOut(seen.offer().suites(), reason, seen.probe());
                if (version != Tls.TLS13) {
                    facts.keyExchanges.ruledOut(wholeClasses(seen), reason, seen.probe());
                }
            }
            case GROUPS -> {
                if (seen.offer().versions().equals(List.of(Tls.TLS13))) {
                    facts.groups.ruledOut(seen.offer().groups(), reason, seen.probe());
                } else {
                    facts.curves.ruledOut(seen.offer().groups(), reason, seen.probe());
                }
            }
            case SCHEMES -> facts.families.ruledOut(families(seen), reason, seen.probe());
        }
    }

    /** Ways to exchange keys that a hello asked for with all the suites that we have for them. */
    private static List<String> wholeClasses(Observation seen) {
        Set<Integer> offered = new HashSet<>(seen.offer().suites());
        return Offers.CLASSES.stream()
                .filter(it -> offered.containsAll(Offers.suitesOf(it)))
                .toList();
    }

    private static List<String> families(Observation seen) {
        return seen.offer().schemes().stream()
                .map(KeyFamilies::ofScheme)
                .distinct()
                .toList();
    }

    private void leftOpen(Observation seen) {
        List<Integer> offered = seen.offer().versions();
        facts.versions.leftOpen(offered, seen);
        if (offered.contains(Tls.TLS13)) {
            facts.groups.leftOpen(seen.offer().groups(), seen);
        }
        if (Again.base(seen.probe()).equals(OldQuestions.CLASSES)) {
            facts.keyExchanges.leftOpen(wholeClasses(seen), seen);
        }
        leftOpenFamilies(seen);
    }

    private void leftOpenFamilies(Observation seen) {
        if (Again.base(seen.probe()).equals(ChainQuestion.ID)) {
            facts.families.leftOpen(families(seen), seen);
        }
    }

    /** RFC 8446 section 4.2.7: the list in EncryptedExtensions holds all groups the server supports. */
    private void listed(List<Integer> listed, Observation seen) {
        listed.forEach(it -> facts.groups.supported(it, "listed by the server", seen));
        facts.groups.ruledOut(
                Offers.ALL_GROUPS.stream().filter(it -> !listed.contains(it)).toList(),
                "not in the server's own list",
                seen.probe());
    }

    private void withoutTls13() {
        Fact tls13 = facts.version(Tls.TLS13);
        if (tls13.isNotSupported()) {
            String reason = "needs TLS 1.3, which the server does not speak";
            facts.groups.ruledOut(Offers.PQC_GROUPS, reason, tls13.probe());
        }
    }

    private void withoutOlderVersions() {
        boolean none = EndpointFacts.VERSIONS.stream()
                .filter(it -> it < Tls.TLS13 && it >= Tls.TLS10)
                .allMatch(it -> facts.version(it).isNotSupported());
        if (none && !facts.version(Tls.SSL30).isSupported()) {
            String reason = "needs TLS 1.2 or older, which the server does not speak";
            facts.keyExchanges.ruledOut(
                    Offers.CLASSES, reason, facts.version(Tls.TLS12).probe());
        }
    }

    private FactTable<Integer> suites(int version) {
        return facts.suites.computeIfAbsent(version, none -> new FactTable<>());
    }
}
