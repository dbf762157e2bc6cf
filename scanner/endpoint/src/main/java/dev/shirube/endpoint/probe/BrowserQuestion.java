package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A hello like a browser's, with a real X25519MLKEM768 share: it is the one that some servers and devices on the way do
 * not bear, because it does not fit into one segment. That is told from other failures by the same hello without the large
 * share, and from chance by a second try. A server of mail or data that knows none of a browser's application protocols is
 * asked once more without them.
 */
final class BrowserQuestion implements Question {
    static final String ID = "browser";
    /** The same hello with the small share alone. */
    static final String SMALL = "browser-small";

    static final String AGAIN = Again.of(ID);

    private static final int NO_APPLICATION_PROTOCOL = 120;

    private static final List<String> ALPN = List.of("h2", "http/1.1");

    @Override
    public Optional<Probe> next(EndpointFacts facts) {
        if (!facts.tls().isSupported()) {
            return Optional.empty();
        }
        List<Observation> large = facts.asked(ID);
        if (large.isEmpty()) {
            return Optional.of(probe(ID, Offers.BROWSER_SHARES, ALPN));
        }
        List<String> alpn = refusesProtocols(large.get(0)) ? List.of() : ALPN;
        if (alpn.isEmpty() && large.size() == 1) {
            return Optional.of(probe(AGAIN, Offers.BROWSER_SHARES, alpn));
        }
        if (facts.chosen(ID).isPresent() || large.get(0).refused() && !offersWhatIsSpoken(facts)) {
            return Optional.empty();
        }
        List<Observation> small = facts.asked(SMALL);
        if (small.isEmpty()) {
            return Optional.of(probe(SMALL, Offers.BROWSER_SHARES.subList(1, 2), alpn));
        }
        return large.size() == 1 && small.get(0).choice().isPresent()
                ? Optional.of(probe(AGAIN, Offers.BROWSER_SHARES, alpn))
                : Optional.empty();
    }

    /** Whether the server has anything of what browsers offer; if not, its refusal is no sign of a size it does not bear. */
    private static boolean offersWhatIsSpoken(EndpointFacts facts) {
        return facts.version(Tls.TLS12).isSupported()
                || facts.supportedGroups().stream().anyMatch(Offers.BROWSER_GROUPS::contains);
    }

    /** Whether it is no web server and says so: no_application_protocol (RFC 7301 section 3.2). */
    private static boolean refusesProtocols(Observation seen) {
        return seen.answer().alert().equals(OptionalInt.of(NO_APPLICATION_PROTOCOL));
    }

    private static Probe probe(String id, List<Integer> shares, List<String> alpn) {
        Probe probe = Probe.of(
                id,
                List.of(Tls.TLS13, Tls.TLS12),
                Offers.BROWSER_SUITES,
                Offers.BROWSER_GROUPS,
                Offers.SCHEMES,
                shares);
        return new Probe(id, probe.offer().withAlpn(alpn), shares);
    }
}
