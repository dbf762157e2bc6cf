package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.Tls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a server behaves towards hellos: whose order it follows, and whether it bears a large one. */
public final class ServerHabits {
    private static final String NOT_ASKED = "not asked";

    private final EndpointFacts facts;

    /** The habits that these facts show. */
    public ServerHabits(EndpointFacts facts) {
        this.facts = facts;
    }

    /**
     * Whether a ClientHello that does not fit into one segment is answered. It is ruled out only where the same hello was
     * answered without its large key share, and failed with it twice.
     */
    public Fact largeHello() {
        Optional<Observation> answered = facts.chosen(BrowserQuestion.ID);
        if (answered.isPresent()) {
            return Fact.supported(
                    "answers a hello with a key share of X25519MLKEM768",
                    answered.get().probe());
        }
        List<Observation> large = facts.asked(BrowserQuestion.ID);
        if (large.isEmpty()) {
            return Fact.unknown(NOT_ASKED);
        }
        Observation last = large.get(large.size() - 1);
        return large.size() > 1 && facts.chosen(BrowserQuestion.SMALL).isPresent()
                ? Fact.notSupported(
                        "answers the same hello only without the large key share: " + last.outcome(), last.probe())
                : Fact.unknown("probe " + last.probe() + ": " + last.outcome());
    }

    /** Whether the server takes its own order of TLS 1.3 groups, and not the client's. */
    public Fact groupOrder() {
        Optional<Observation> reversed = facts.chosen(GroupQuestions.REVERSED).filter(Observation::choseTls13);
        Optional<Observation> wide = facts.chosen(TlsPlan.WIDE).filter(Observation::choseTls13);
        if (reversed.isEmpty() || wide.isEmpty()) {
            return Fact.unknown("not asked in both orders");
        }
        return order(
                CodePoints.groupName(wide.get().group().getAsInt()),
                CodePoints.groupName(reversed.get().group().getAsInt()),
                facts.supportedGroups().size(),
                reversed.get());
    }

    /** Whether the server takes its own order of cipher suites before TLS 1.3, and not the client's. */
    public Fact suiteOrder() {
        OptionalInt version = facts.newestOldVersion();
        Optional<Observation> reversed = facts.chosen(OldQuestions.SUITES_REVERSED);
        if (version.isEmpty() || reversed.isEmpty()) {
            return Fact.unknown("not asked in both orders");
        }
        Optional<Observation> ours = VersionQuestions.inOurOrder(facts, version.getAsInt());
        if (ours.isEmpty() || !reversed.get().chose(version.getAsInt())) {
            return Fact.unknown("no answers of one version in both orders");
        }
        return order(
                CodePoints.suiteName(EndpointFacts.suite(ours.get())),
                CodePoints.suiteName(EndpointFacts.suite(reversed.get())),
                facts.supportedSuites(version.getAsInt()).size(),
                reversed.get());
    }

    private static Fact order(String ours, String reversed, int known, Observation seen) {
        if (!ours.equals(reversed)) {
            return Fact.notSupported("the client's order: " + ours + " or " + reversed, seen.probe());
        }
        return known > 1
                ? Fact.supported("the server's order: " + ours + " in both", seen.probe())
                : Fact.unknown("only " + ours + " was seen");
    }

    /** Whether every other suite of that version was ruled out than those that were seen. */
    public Fact allSuites(int version) {
        int seen = facts.supportedSuites(version).size();
        List<Integer> all = version == Tls.TLS13 ? Offers.EVERY_TLS13_SUITE : Offers.EVERY_OLD_SUITE;
        if (version == Tls.SSL20) {
            return Fact.unknown("only the first of the server's list is kept");
        }
        int open = facts.suites.get(version).undecided(all).size();
        return open == 0
                ? Fact.supported(seen + " of " + all.size() + " accepted, all others refused", "")
                : Fact.unknown(open + " of " + all.size() + " stayed open");
    }
}
