package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the observations of one endpoint add up to.
 *
 * <p>A thing is ruled out only by an explicit refusal or by another valid choice, never by silence.
 */
public final class EndpointFacts {
    private static final List<Integer> VERSIONS = List.of(Tls.TLS13, Tls.TLS12, Tls.TLS11, Tls.TLS10);

    private final List<Observation> observations;
    private final SortedMap<Integer, Fact> versions = new TreeMap<>();
    private final SortedMap<Integer, Fact> groups = new TreeMap<>();

    private EndpointFacts(List<Observation> observations) {
        this.observations = List.copyOf(observations);
    }

    /** The facts; the order of the observations does not matter. */
    public static EndpointFacts of(List<Observation> observations) {
        EndpointFacts facts = new EndpointFacts(observations);
        observations.forEach(facts::addVersions);
        observations.forEach(facts::addGroups);
        facts.addGroupsWithoutTls13();
        return facts;
    }

    /** In the order in which they were made. */
    public List<Observation> observations() {
        return observations;
    }

    /** Whether the server speaks that version, for example {@link Tls#TLS13}. */
    public Fact version(int version) {
        return versions.getOrDefault(version, Fact.unknown(whyUnknown(version)));
    }

    /** The versions that were seen, the newest first. */
    public List<Integer> supportedVersions() {
        return VERSIONS.stream().filter(it -> version(it).isSupported()).toList();
    }

    /** Whether the server exchanges keys in that group in TLS 1.3. */
    public Fact group(int group) {
        return groups.getOrDefault(group, Fact.unknown(whyUnknown(Tls.TLS13)));
    }

    /** The groups of TLS 1.3 that were seen, by code point. */
    public List<Integer> supportedGroups() {
        return groups.entrySet().stream()
                .filter(it -> it.getValue().isSupported())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the server chose that group itself in a TLS 1.3 answer, and did not only list it. */
    public boolean negotiated(int group) {
        return choosing(Tls.TLS13).stream()
                .anyMatch(it -> it.choice().orElseThrow().group().equals(OptionalInt.of(group)));
    }

    /** Those observations in which the server chose that version. */
    public List<Observation> choosing(int version) {
        return observations.stream()
                .filter(it -> it.choice().map(ServerHello::version).equals(Optional.of(version)))
                .toList();
    }

    /** Whether the server asks for a client certificate; unknown until a whole flight was read. */
    public Fact clientCertificate() {
        Fact fact = Fact.unknown("no whole flight was read");
        for (Observation seen : observations) {
            Optional<Boolean> requested = seen.answer().certificateRequested();
            if (requested.isPresent()) {
                String reason = "probe " + seen.probe();
                fact = fact.or(requested.get() ? Fact.supported(reason) : Fact.notSupported(reason));
            }
        }
        return fact;
    }

    /** Whether the server shows certificates; an anonymous server has none. */
    public Fact certificateChain() {
        Fact fact = Fact.unknown("no handshake got as far as the certificate");
        for (Observation seen : observations) {
            if (!seen.answer().chain().isEmpty()) {
                fact = fact.or(Fact.supported("probe " + seen.probe()));
            } else if (seen.answer().certificateRequested().isPresent()) {
                fact = fact.or(Fact.notSupported("probe " + seen.probe() + ": a whole flight without certificate"));
            }
        }
        return fact;
    }

    /** Whether the host speaks TLS at all. */
    public Fact tls() {
        Optional<Observation> clear = observations.stream()
                .filter(it -> it.startTls()
                        .filter(why -> why.kind() == StartTlsFailure.Kind.NOT_OFFERED)
                        .isPresent())
                .findFirst();
        if (supportedVersions().isEmpty() && clear.isPresent()) {
            return Fact.notSupported("no STARTTLS: " + clear.get().outcome());
        }
        return supportedVersions().isEmpty()
                ? Fact.unknown(observations.stream()
                        .map(it -> "probe " + it.probe() + ": " + it.outcome())
                        .collect(Collectors.joining("; ")))
                : Fact.supported("answers in TLS");
    }

    private void addVersions(Observation seen) {
        if (seen.choice().isPresent()) {
            int chosen = seen.choice().get().version();
            versions.merge(chosen, Fact.supported("probe " + seen.probe()), Fact::or);
            for (int offered : seen.offer().versions()) {
                if (offered > chosen) {
                    Fact older = Fact.notSupported("chose TLS " + Tls.versionName(chosen) + " instead");
                    versions.merge(offered, older, Fact::or);
                }
            }
        } else if (seen.refused() && answersOthersThan(seen)) {
            for (int offered : seen.offer().versions()) {
                // A refused TLS 1.3 hello may have failed over its groups; only protocol_version (70) is about the
                // version.
                if (offered != Tls.TLS13 || seen.answer().alert().getAsInt() == 70) {
                    versions.merge(offered, Fact.notSupported(seen.outcome()), Fact::or);
                }
            }
        }
    }

    private void addGroups(Observation seen) {
        if (seen.choseTls13()) {
            int chosen = seen.choice().orElseThrow().group().orElseThrow();
            groups.merge(chosen, Fact.supported("probe " + seen.probe()), Fact::or);
        } else if (seen.refused() && seen.offer().versions().equals(List.of(Tls.TLS13)) && choseTls13Elsewhere()) {
            seen.offer().groups().forEach(it -> groups.merge(it, Fact.notSupported(seen.outcome()), Fact::or));
        }
        seen.answer().groups().ifPresent(this::addListed);
    }

    /** RFC 8446 section 4.2.7: the list in EncryptedExtensions holds all groups the server supports. */
    private void addListed(List<Integer> listed) {
        listed.forEach(it -> groups.merge(it, Fact.supported("listed by the server"), Fact::or));
        for (int group : Offers.join(Offers.PQC_GROUPS, Offers.CLASSICAL_GROUPS)) {
            if (!listed.contains(group)) {
                groups.merge(group, Fact.notSupported("not in the server's own list"), Fact::or);
            }
        }
    }

    private void addGroupsWithoutTls13() {
        if (version(Tls.TLS13).isNotSupported()) {
            Fact fact = Fact.notSupported("needs TLS 1.3, which the server does not speak");
            Offers.PQC_GROUPS.forEach(it -> groups.merge(it, fact, Fact::or));
        }
    }

    private boolean choseTls13Elsewhere() {
        return observations.stream().anyMatch(Observation::choseTls13);
    }

    private boolean answersOthersThan(Observation refused) {
        return refused.answer().alert().getAsInt() == 70
                || observations.stream().anyMatch(it -> it.choice().isPresent());
    }

    private String whyUnknown(int version) {
        List<String> outcomes = new ArrayList<>();
        for (Observation seen : observations) {
            if (seen.offer().versions().contains(version) && seen.choice().isEmpty()) {
                outcomes.add("probe " + seen.probe() + ": " + seen.outcome());
            }
        }
        return outcomes.isEmpty() ? "not asked" : String.join("; ", outcomes);
    }
}
