package dev.shirube.endpoint.codec;

import java.util.List;
import java.util.Optional;

/**
 * What a ClientHello offers; code points as in the TLS registries, in the order of preference.
 *
 * @param versions for example {@link Tls#TLS13}
 * @param shares key shares for some of the groups; none asks a TLS 1.3 server for a HelloRetryRequest, which names the
 *     group it would choose (RFC 8446 section 4.1.4)
 * @param serverName name for the extension server_name (RFC 6066 section 3); never an address literal
 * @param alpn names of application protocols (RFC 7301); none leaves the extension out
 */
public record ClientOffer(
        List<Integer> versions,
        List<Integer> suites,
        List<Integer> groups,
        List<Integer> schemes,
        List<KeyShareEntry> shares,
        Optional<String> serverName,
        List<String> alpn) {

    /** An offer that names no application protocol. */
    public ClientOffer(
            List<Integer> versions,
            List<Integer> suites,
            List<Integer> groups,
            List<Integer> schemes,
            List<KeyShareEntry> shares,
            Optional<String> serverName) {
        this(versions, suites, groups, schemes, shares, serverName, List.of());
    }

    /** Keeps unmodifiable copies. */
    public ClientOffer {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        schemes = List.copyOf(schemes);
        shares = List.copyOf(shares);
        alpn = List.copyOf(alpn);
    }

    /** The same offer with those key shares. */
    public ClientOffer withShares(List<KeyShareEntry> value) {
        return new ClientOffer(versions, suites, groups, schemes, value, serverName, alpn);
    }

    /** The same offer for that name. */
    public ClientOffer withServerName(Optional<String> value) {
        return new ClientOffer(versions, suites, groups, schemes, shares, value, alpn);
    }

    /** The same offer with those application protocols. */
    public ClientOffer withAlpn(List<String> value) {
        return new ClientOffer(versions, suites, groups, schemes, shares, serverName, value);
    }

    boolean offersShare(int group) {
        return shares.stream().anyMatch(it -> it.group() == group);
    }
}
