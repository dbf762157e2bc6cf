package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.KeyShareEntry;
import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;

/**
 * One connection to make.
 *
 * @param id says in a transcript what was asked: {@code wide}, {@code share}, {@code pqc} …
 * @param offer what to offer, still without key shares
 * @param shares code points of the groups for which a real key share is to be made; none asks for a HelloRetryRequest
 */
public record Probe(String id, ClientOffer offer, List<Integer> shares) {

    /** Keeps an unmodifiable copy. */
    public Probe {
        shares = List.copyOf(shares);
    }

    /** The probe that offered that once before, under another id. */
    static Probe repeating(Observation seen, String id) {
        List<Integer> shares =
                seen.offer().shares().stream().map(KeyShareEntry::group).toList();
        return new Probe(id, seen.offer().withShares(List.of()), shares);
    }

    /** A hello for TLS 1.3 alone, with every scheme. */
    static Probe tls13(String id, List<Integer> groups, List<Integer> shares) {
        // A share makes the server protect its flight: offer only what can be opened again.
        return tls13(id, shares.isEmpty() ? Offers.ALL_TLS13_SUITES : Offers.TLS13_SUITES, groups, shares);
    }

    /** A hello for TLS 1.3 alone with these suites. */
    static Probe tls13(String id, List<Integer> suites, List<Integer> groups, List<Integer> shares) {
        return of(id, List.of(Tls.TLS13), suites, groups, Offers.SCHEMES, shares);
    }

    /**
     * A hello for that version and all older ones, with these suites and every group and scheme. That of SSL 3.0 has no
     * extensions, and so no suite whose curve would have to be named in one.
     */
    static Probe old(String id, int newest, List<Integer> suites) {
        boolean ssl = newest == Tls.SSL30;
        return of(
                id,
                EndpointFacts.VERSIONS.stream()
                        .filter(it -> it <= newest && it >= Tls.SSL30)
                        .toList(),
                ssl
                        ? suites.stream()
                                .filter(it -> !CodePoints.SUITE_CLASSES.ecdhe(it))
                                .toList()
                        : suites,
                ssl ? List.of() : Offers.GROUPS_BEFORE_TLS13,
                ssl ? List.of() : Offers.SCHEMES,
                List.of());
    }

    static Probe of(
            String id,
            List<Integer> versions,
            List<Integer> suites,
            List<Integer> groups,
            List<Integer> schemes,
            List<Integer> shares) {
        ClientOffer offer = new ClientOffer(versions, suites, groups, schemes, List.of(), Optional.empty());
        return new Probe(id, offer, shares);
    }

    /** The same probe for a server of that name. */
    Probe withServerName(Optional<String> name) {
        return new Probe(id, offer.withServerName(name), shares);
    }

    /** Whether it would offer the same as that hello, whatever the name. */
    boolean offers(ClientOffer other) {
        return offer.equals(other.withShares(List.of()).withServerName(offer.serverName()));
    }
}
