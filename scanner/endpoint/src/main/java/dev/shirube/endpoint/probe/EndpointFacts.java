package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.starttls.StartTlsFailure;
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
    /** All versions there are, the newest first. */
    public static final List<Integer> VERSIONS =
            List.of(Tls.TLS13, Tls.TLS12, Tls.TLS11, Tls.TLS10, Tls.SSL30, Tls.SSL20);

    private final List<Observation> observations;
    final Refusals refusals;
    final FactTable<Integer> versions = new FactTable<>();
    final FactTable<Integer> groups = new FactTable<>();
    final FactTable<Integer> curves = new FactTable<>();
    final FactTable<String> keyExchanges = new FactTable<>();
    final FactTable<String> families = new FactTable<>();
    final FactTable<String> protocols = new FactTable<>();
    final SortedMap<Integer, FactTable<Integer>> suites = new TreeMap<>();

    private EndpointFacts(List<Observation> observations) {
        this.observations = List.copyOf(observations);
        refusals = new Refusals(this.observations);
    }

    /** The facts; what was made later is only looked at to judge whether a refusal can be believed. */
    public static EndpointFacts of(List<Observation> observations) {
        EndpointFacts facts = new EndpointFacts(observations);
        new FactReader(facts).read();
        return facts;
    }

    /** In the order in which they were made. */
    public List<Observation> observations() {
        return observations;
    }

    /** Whether the server speaks that version, for example {@link Tls#TLS13}. */
    public Fact version(int version) {
        return versions.get(version);
    }

    /** The versions that were seen, the newest first. */
    public List<Integer> supportedVersions() {
        return VERSIONS.stream().filter(it -> version(it).isSupported()).toList();
    }

    /** The newest version before TLS 1.3 that was seen, SSL 2.0 apart. */
    OptionalInt newestOldVersion() {
        return supportedVersions().stream()
                .mapToInt(Integer::intValue)
                .filter(it -> it < Tls.TLS13 && it >= Tls.SSL30)
                .findFirst();
    }

    /** Whether the server exchanges keys in that group in TLS 1.3. */
    public Fact group(int group) {
        return groups.get(group);
    }

    /** Whether the server exchanges keys in that group in TLS 1.2 or older. */
    public Fact oldGroup(int group) {
        return curves.get(group);
    }

    /** The groups of TLS 1.2 and older that were seen or ruled out, by code point. */
    public List<Integer> decidedOldGroups() {
        return curves.decided();
    }

    /** The groups of TLS 1.3 that were seen, by code point. */
    public List<Integer> supportedGroups() {
        return groups.supported();
    }

    /** The groups of TLS 1.3 that were seen or ruled out, by code point. */
    public List<Integer> decidedGroups() {
        return groups.decided();
    }

    /** Whether the server exchanges keys in that way in TLS 1.2 or older, for example {@code ECDHE_RSA}. */
    public Fact keyExchange(String suiteClass) {
        return keyExchanges.get(suiteClass);
    }

    /** Whether the server shows a certificate with a key of that family, for example {@code ECDSA}. */
    public Fact certificate(String family) {
        return families.get(family);
    }

    /** The groups that a triage asks for. */
    public static List<Integer> askedGroups() {
        return Offers.ALL_GROUPS;
    }

    /** The ways to exchange keys before TLS 1.3 that are asked for. */
    public static List<String> askedKeyExchanges() {
        return Offers.CLASSES;
    }

    /** The families of certificate keys that are asked for. */
    public static List<String> askedFamilies() {
        return KeyFamilies.ALL;
    }

    /** The ways to exchange keys before TLS 1.3 that were seen. */
    public List<String> supportedKeyExchanges() {
        return keyExchanges.supported();
    }

    /** The families of certificate keys that were seen. */
    public List<String> supportedFamilies() {
        return families.supported();
    }

    /** The ways to exchange keys before TLS 1.3 that were asked for in vain, with the reason. */
    public Map<String, Fact> openKeyExchanges() {
        return keyExchanges.open();
    }

    /** The families of certificate keys that were asked for in vain, with the reason. */
    public Map<String, Fact> openFamilies() {
        return families.open();
    }

    /** The application protocols (RFC 7301) that were chosen. */
    public Map<String, Fact> applicationProtocols() {
        Map<String, Fact> chosen = new TreeMap<>();
        protocols.supported().forEach(it -> chosen.put(it, protocols.get(it)));
        return chosen;
    }

    /** Whether that suite is accepted in that version. */
    public Fact suite(int version, int suite) {
        return suites.containsKey(version) ? suites.get(version).get(suite) : Fact.unknown("not asked");
    }

    /** The cipher suites of that version that were seen, by code point. */
    public List<Integer> supportedSuites(int version) {
        return suites.containsKey(version) ? suites.get(version).supported() : List.of();
    }

    /** Whether the server chose that group itself in a TLS 1.3 answer, and did not only list it. */
    public boolean negotiated(int group) {
        return choosing(Tls.TLS13).stream().anyMatch(it -> it.group().equals(OptionalInt.of(group)));
    }

    /** Those observations in which the server chose that version. */
    public List<Observation> choosing(int version) {
        return observations.stream().filter(it -> it.chose(version)).toList();
    }

    /** The observations of that question, a second try included. */
    List<Observation> asked(String id) {
        return observations.stream()
                .filter(it -> Again.base(it.probe()).equals(id))
                .toList();
    }

    /** The last valid choice that an answer to that question holds. */
    Optional<Observation> chosen(String id) {
        return asked(id).stream().filter(it -> it.choice().isPresent()).reduce((first, last) -> last);
    }

    /** Whether the server asks for a client certificate; unknown until a whole flight was read. */
    public Fact clientCertificate() {
        Fact fact = Fact.unknown("no whole flight was read");
        for (Observation seen : observations) {
            Optional<Boolean> requested = seen.answer().certificateRequested();
            if (requested.isPresent()) {
                fact = fact.or(
                        requested.get()
                                ? Fact.supported("asks for a client certificate", seen.probe())
                                : Fact.notSupported("a whole flight without such a request", seen.probe()));
            }
        }
        return fact;
    }

    /** Whether the server shows certificates; an anonymous server has none. */
    public Fact certificateChain() {
        Fact fact = Fact.unknown("no handshake got as far as the certificate");
        for (Observation seen : observations) {
            if (!seen.chain().isEmpty()) {
                fact = fact.or(Fact.supported("shows its certificate", seen.probe()));
            } else if (seen.answer().certificateRequested().isPresent()) {
                fact = fact.or(Fact.notSupported("a whole flight without certificate", seen.probe()));
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
            return Fact.notSupported(
                    "no STARTTLS: " + clear.get().outcome(), clear.get().probe());
        }
        return supportedVersions().isEmpty()
                ? Fact.unknown(observations.stream()
                        .map(it -> "probe " + it.probe() + ": " + it.outcome())
                        .collect(Collectors.joining("; ")))
                : Fact.supported("answers in TLS", "");
    }

    /** What the server chose of the suites. */
    static int suite(Observation seen) {
        return seen.choice().map(ServerHello::suite).orElseThrow();
    }
}
