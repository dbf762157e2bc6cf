package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.keyshare.KeyShares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest way to an endpoint's versions, post-quantum groups and certificate: data in, next probe out.
 *
 * <p>One connection reveals one choice, so every probe is made to reveal the most: <ol>
 * <li>{@code wide}: everything, without a key share. TLS 1.3 names its group in a HelloRetryRequest; an older server
 * shows version, suite, chain and curve in clear, and the triage is over.
 * <li>{@code share}: TLS 1.3 with a classical share in a group the server did not choose first, because it then often
 * lists all its groups; yields chain and signature scheme. {@code share-again} and {@code share-pqc} fall back on a group
 * that the server is known to take.
 * <li>{@code pqc}: the post-quantum groups not decided yet, by elimination.
 * <li>{@code legacy}: TLS 1.2 and older alone.
 * <li>{@code reversed}: classical groups first, to tell the server's preference from the client's.</ol>
 */
public final class TriagePlan {
    /** No triage makes more connections than this. */
    public static final int MAXIMUM = 6;

    static final String WIDE = "wide";
    static final String SHARE = "share";
    static final String SHARE_AGAIN = "share-again";
    static final String SHARE_PQC = "share-pqc";
    static final String PQC = "pqc";
    static final String LEGACY = "legacy";
    static final String REVERSED = "reversed";

    private static final List<Integer> ALL_VERSIONS = List.of(Tls.TLS13, Tls.TLS12, Tls.TLS11, Tls.TLS10);
    private static final List<Integer> OLD_VERSIONS = List.of(Tls.TLS12, Tls.TLS11, Tls.TLS10);
    private static final int X25519 = 0x001D;
    private static final int SECP256R1 = 0x0017;

    private final List<Observation> seen;
    private final EndpointFacts facts;
    private final Optional<String> serverName;

    private TriagePlan(List<Observation> seen, Optional<String> serverName) {
        this.seen = seen;
        this.facts = EndpointFacts.of(seen);
        this.serverName = serverName;
    }

    /**
     * The next probe; nothing when enough is known, the host answers no better, or {@value #MAXIMUM} were made.
     *
     * @param seen all observations so far, in order
     * @param serverName for the extension server_name; empty for an address literal
     */
    public static Optional<Probe> next(List<Observation> seen, Optional<String> serverName) {
        return new TriagePlan(seen, serverName).next();
    }

    private Optional<Probe> next() {
        if (seen.isEmpty()) {
            return Optional.of(wide());
        }
        if (seen.size() >= MAXIMUM || givesUp() || facts.version(Tls.TLS13).isNotSupported()) {
            return Optional.empty();
        }
        return speaksTls13() ? nextOfTls13() : nextOfDoubtful();
    }

    /** The wide hello was not understood: a plainer one of each kind may be. */
    private Optional<Probe> nextOfDoubtful() {
        if (!asked(LEGACY)) {
            return Optional.of(legacy());
        }
        return asked(SHARE) ? Optional.empty() : Optional.of(share(List.of()));
    }

    private Optional<Probe> nextOfTls13() {
        Optional<Probe> share = nextShare();
        if (share.isPresent()) {
            return share;
        }
        List<Integer> undecided = undecidedPqcGroups();
        if (!undecided.isEmpty() && !eliminationEnded()) {
            return Optional.of(tls13(PQC, undecided, List.of()));
        }
        if (!asked(LEGACY)) {
            return Optional.of(legacy());
        }
        boolean order = supports(true) && PqcVerdicts.of(facts).preferred().isUnknown();
        return order && !asked(REVERSED) ? Optional.of(reversed()) : Optional.empty();
    }

    /** A handshake that shows the chain; up to three tries, each in a group that promises more than the last. */
    private Optional<Probe> nextShare() {
        if (facts.choosing(Tls.TLS13).stream()
                .anyMatch(it -> !it.answer().chain().isEmpty())) {
            return Optional.empty();
        }
        if (!asked(SHARE)) {
            return Optional.of(share(facts.supportedGroups()));
        }
        Optional<Integer> classical = shareable(false);
        if (classical.isPresent() && !asked(SHARE_AGAIN)) {
            return Optional.of(tls13(SHARE_AGAIN, List.of(classical.get()), List.of(classical.get())));
        }
        Optional<Integer> postQuantum = shareable(true);
        if (postQuantum.isPresent() && !asked(SHARE_PQC)) {
            return Optional.of(tls13(SHARE_PQC, List.of(postQuantum.get()), List.of(postQuantum.get())));
        }
        return Optional.empty();
    }

    private Optional<Integer> shareable(boolean pqc) {
        return facts.supportedGroups().stream()
                .filter(it -> CodePoints.isPqcGroup(it) == pqc && KeyShares.known(CodePoints.groupName(it)))
                .findFirst();
    }

    /** Groups that nobody listed or refused; where the server listed none at all, its list is put to the test once. */
    private List<Integer> undecidedPqcGroups() {
        List<Integer> undecided = Offers.PQC_GROUPS.stream()
                .filter(it -> facts.group(it).isUnknown())
                .toList();
        boolean untested = undecided.isEmpty() && !supports(true) && !asked(PQC);
        return untested ? Offers.PQC_GROUPS : undecided;
    }

    private boolean eliminationEnded() {
        return seen.stream().anyMatch(it -> it.probe().equals(PQC) && !it.choseTls13());
    }

    private boolean supports(boolean pqc) {
        return facts.supportedGroups().stream().anyMatch(it -> CodePoints.isPqcGroup(it) == pqc);
    }

    private boolean speaksTls13() {
        return facts.version(Tls.TLS13).isSupported();
    }

    private boolean asked(String probe) {
        return seen.stream().anyMatch(it -> it.probe().equals(probe));
    }

    /** A silent host is not asked twice, one that breaks off not three times. */
    private boolean givesUp() {
        int last = seen.size() - 1;
        return seen.get(last).hopeless() || brokenOff(last) && last > 0 && brokenOff(last - 1);
    }

    private boolean brokenOff(int index) {
        Observation observation = seen.get(index);
        return observation.choice().isEmpty() && observation.answer().alert().isEmpty();
    }

    private Probe wide() {
        return new Probe(
                WIDE,
                new ClientOffer(
                        ALL_VERSIONS,
                        Offers.join(Offers.TLS13_SUITES, Offers.TLS13_MORE_SUITES, Offers.OLD_SUITES),
                        Offers.join(Offers.PQC_GROUPS, Offers.CLASSICAL_GROUPS, Offers.OLD_GROUPS),
                        Offers.SCHEMES,
                        List.of(),
                        serverName),
                List.of());
    }

    private Probe legacy() {
        return new Probe(
                LEGACY,
                new ClientOffer(
                        OLD_VERSIONS,
                        Offers.OLD_SUITES,
                        Offers.join(Offers.CLASSICAL_GROUPS, Offers.OLD_GROUPS),
                        Offers.SCHEMES,
                        List.of(),
                        serverName),
                List.of());
    }

    private Probe reversed() {
        List<Integer> groups = new ArrayList<>(Offers.join(Offers.PQC_GROUPS, Offers.CLASSICAL_GROUPS));
        Collections.reverse(groups);
        return tls13(REVERSED, groups, List.of());
    }

    /** All classical groups but those known already, with shares for the two that nearly every server has. */
    private Probe share(List<Integer> known) {
        List<Integer> groups = without(Offers.CLASSICAL_GROUPS, known);
        return tls13(SHARE, groups, without(List.of(X25519, SECP256R1), known));
    }

    private static List<Integer> without(List<Integer> groups, List<Integer> known) {
        return groups.stream().filter(it -> !known.contains(it)).toList();
    }

    private Probe tls13(String id, List<Integer> groups, List<Integer> shares) {
        // A share makes the server protect its flight: offer only what can be opened again.
        List<Integer> suites =
                shares.isEmpty() ? Offers.join(Offers.TLS13_SUITES, Offers.TLS13_MORE_SUITES) : Offers.TLS13_SUITES;
        return new Probe(
                id, new ClientOffer(List.of(Tls.TLS13), suites, groups, Offers.SCHEMES, List.of(), serverName), shares);
    }
}
